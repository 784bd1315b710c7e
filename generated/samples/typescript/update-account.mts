// Update Account
// Documented case: account/update

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const PASSWORD: string = process.env['PASSWORD'] ?? 'YOUR_PASSWORD'; // password
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Account(\'account1\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'X-Personium-Credential': PASSWORD,
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"account2","Type":"basic oidc:google","Status":"active"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
