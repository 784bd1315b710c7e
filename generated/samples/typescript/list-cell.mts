// List Cells
// Documented case: cell/list

const UNIT_URL: string = process.env['UNIT_URL'] ?? 'https://unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(UNIT_URL + '/__ctl/Cell', {
  method: 'GET',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Accept': 'application/json',
  },
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
