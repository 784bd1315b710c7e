// Partially Update Account: New password to be changed at the next login
// Documented case: update-account/partial-3

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const PASSWORD = process.env.PASSWORD ?? 'YOUR_PASSWORD'; // password
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Account(\'account1\')', {
  method: 'MERGE',
  headers: {
    'If-Match': '*',
    'X-Personium-Credential': PASSWORD,
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Status":"passwordChangeRequired"}',
});

console.log(response.status);
console.log(await response.text());
