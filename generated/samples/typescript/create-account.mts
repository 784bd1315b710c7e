// Create Account: Password
// Documented case: account/create

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
    '{"Name":"account1"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
