// Update Links of Box: Link with Relation
// Documented case: box-links/update-2

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Box(\'box1\')/$links/_Relation(Name=\'relation1\',_Box.Name=\'box1\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"uri":"' + CELL_URL + '/__ctl/Relation(\'relation2\')"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
