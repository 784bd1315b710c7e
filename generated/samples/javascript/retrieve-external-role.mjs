// Retrieve ExtRole
// Documented case: external-role/retrieve

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/ExtRole(ExtRole=\'https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1\',_Relation.Name=\'relation1\',_Relation._Box.Name=\'box1\')', {
  method: 'GET',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Accept': 'application/json',
  },
});

console.log(response.status);
console.log(await response.text());
