// Create Cell
// Documented case: cell/create

const UNIT_URL: string = process.env['UNIT_URL'] ?? 'https://unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(UNIT_URL + '/__ctl/Cell', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"cell1"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
