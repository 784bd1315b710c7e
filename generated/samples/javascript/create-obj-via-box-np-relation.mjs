// Create Objects via Navigation Properties of Box: When registering Relation
// Documented case: obj-via-box-np/create-2

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Box(\'box1\')/_Relation', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"relation1"}',
});

console.log(response.status);
console.log(await response.text());
