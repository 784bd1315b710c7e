// Update Links of ExtRole: Link with Role
// Documented case: external-role-links/update

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/ExtRole(ExtRole=\'https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1\',_Relation.Name=\'relation1\',_Relation._Box.Name=\'box1\')/$links/_Role(Name=\'role1\',_Box.Name=\'box1\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"uri":"' + CELL_URL + '/__ctl/Role(Name=\'role2\',_Box.Name=\'box1\')"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
