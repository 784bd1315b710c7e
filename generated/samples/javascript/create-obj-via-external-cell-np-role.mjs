// Create Objects via Navigation Properties of ExtCell: When registering Role
// Documented case: obj-via-external-cell-np/create

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/ExtCell(\'https%3A%2F%2Fcell2.unit1.example%2F\')/_Role', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"role1","_Box.Name":"box1"}',
});

console.log(response.status);
console.log(await response.text());
