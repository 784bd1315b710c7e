// Unlink ExtCell from Other Objects: Link with Relation
// Documented case: external-cell/unlink-2

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/ExtCell(\'https%3A%2F%2Fcell2.unit1.example%2F\')/$links/_Relation(Name=\'relation1\',_Box.Name=\'box1\')', {
  method: 'DELETE',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
  },
});

console.log(response.status);
console.log(await response.text());
