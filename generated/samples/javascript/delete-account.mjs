// Delete Account
// Documented case: account/delete

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Account(\'account1\')', {
  method: 'DELETE',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
  },
});

console.log(response.status);
console.log(await response.text());
