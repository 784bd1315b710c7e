// Delete Cell: Cell with everything in it
// Documented case: cell/delete-2

const UNIT_URL: string = process.env['UNIT_URL'] ?? 'https://unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(UNIT_URL + '/__ctl/Cell(Name=\'cell1\')', {
  method: 'DELETE',
  headers: {
    'If-Match': '*',
    'X-Personium-Recursive': 'true',
    'Authorization': 'Bearer ' + TOKEN,
  },
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
