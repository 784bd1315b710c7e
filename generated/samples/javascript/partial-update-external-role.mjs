// Partially Update ExtRole
// Documented case: update-external-role/partial

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/ExtRole(ExtRole=\'https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1\',_Relation.Name=\'relation1\',_Relation._Box.Name=\'box1\')', {
  method: 'MERGE',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"ExtRole":"https://cell2.unit1.example/__role/__/role2"}',
});

console.log(response.status);
console.log(await response.text());
