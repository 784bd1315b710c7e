// Create Objects via Navigation Properties of Relation: When registering Box
// Documented case: obj-via-relation-np/create

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Relation(\'relation1\')/_Box', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"box2"}',
});

console.log(response.status);
console.log(await response.text());
