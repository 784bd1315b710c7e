// Create Account: Both, from certain addresses
// Documented case: account/create-3

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const PASSWORD: string = process.env['PASSWORD'] ?? 'YOUR_PASSWORD'; // password
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Account', {
  method: 'POST',
  headers: {
    'X-Personium-Credential': PASSWORD,
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"account3","Type":"basic oidc:google","IPAddressRange":"192.0.2.10,198.51.100.0/24"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
