// OAuth2.0 Token Endpoint: Name and password of an account
// Documented case: token-endpoint/oauth2

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is

const response: Response = await fetch(CELL_URL + '/__token', {
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
  },
  body:
    'grant_type=password&username=account1&password=password1',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
