// Create Cell
// Documented case: cell/create

const UNIT_URL = process.env.UNIT_URL ?? 'https://unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(UNIT_URL + '/__ctl/Cell', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"cell1"}',
});

console.log(response.status);
console.log(await response.text());
