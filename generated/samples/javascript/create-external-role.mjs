// Create ExtRole
// Documented case: external-role/create

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/ExtRole', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"ExtRole":"https://cell2.unit1.example/__role/__/role1","_Relation.Name":"relation1","_Relation._Box.Name":"box1"}',
});

console.log(response.status);
console.log(await response.text());
