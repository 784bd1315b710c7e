// Update Links of Role: Link with ExtCell
// Documented case: role-links/update-3

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Role(Name=\'role1\',_Box.Name=\'box1\')/$links/_ExtCell(\'https%3A%2F%2Fcell2.unit1.example%2F\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"uri":"' + CELL_URL + '/__ctl/ExtCell(\'https%3A%2F%2Fcell3.unit1.example%2F\')"}',
});

console.log(response.status);
console.log(await response.text());
