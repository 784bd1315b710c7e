// Create Account: Google OpenID Connect
// Documented case: account/create-2

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Account', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"account2","Type":"oidc:google"}',
});

console.log(response.status);
console.log(await response.text());
