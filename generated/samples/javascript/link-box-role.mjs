// Link Box with Other Objects: Link with Role
// Documented case: box/link

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Box(\'box1\')/$links/_Role', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"uri":"' + CELL_URL + '/__ctl/Role(\'role1\')"}',
});

console.log(response.status);
console.log(await response.text());
