// Delete Cell: Cell that holds nothing
// Documented case: cell/delete

const UNIT_URL = process.env.UNIT_URL ?? 'https://unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(UNIT_URL + '/__ctl/Cell(Name=\'cell1\')', {
  method: 'DELETE',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
  },
});

console.log(response.status);
console.log(await response.text());
