// Delete ExtRole
// Documented case: external-role/delete

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/ExtRole(ExtRole=\'https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1\',_Relation.Name=\'relation1\',_Relation._Box.Name=\'box1\')', {
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
