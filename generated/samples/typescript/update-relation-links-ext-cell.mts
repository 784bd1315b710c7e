// Update Links of Relation: Link with ExtCell
// Documented case: relation-links/update-2

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Relation(Name=\'relation1\',_Box.Name=\'box1\')/$links/_ExtCell(\'https%3A%2F%2Fcell2.unit1.example%2F\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"uri":"' + CELL_URL + '/__ctl/ExtCell(\'https%3A%2F%2Fcell3.unit1.example%2F\')"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
