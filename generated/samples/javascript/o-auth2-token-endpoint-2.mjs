// OAuth2.0 Token Endpoint: Renewal
// Documented case: token-endpoint/oauth2-2

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is

const response = await fetch(CELL_URL + '/__token', {
  method: 'POST',
  headers: {
    'Content-Type': 'application/x-www-form-urlencoded',
  },
  body:
    'grant_type=refresh_token&refresh_token=RA~w7Lc...(snip)...m2XpA',
});

console.log(response.status);
console.log(await response.text());
