// Delete Relation
// Documented case: relation/delete

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Relation(Name=\'relation1\',_Box.Name=\'box1\')', {
  method: 'DELETE',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
  },
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
