// Update Cell
// Documented case: cell/update

const UNIT_URL: string = process.env['UNIT_URL'] ?? 'https://unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(UNIT_URL + '/__ctl/Cell(Name=\'cell1\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"cell2"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
