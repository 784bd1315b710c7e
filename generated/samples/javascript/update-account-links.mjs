// Update Links of Account: Link with Role
// Documented case: account-links/update

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Account(\'account1\')/$links/_Role(Name=\'role1\',_Box.Name=\'box1\')', {
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

console.log(response.status);
console.log(await response.text());
