// Unlink Role from Other Objects: Link with Box
// Documented case: role/unlink

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Role(Name=\'role1\',_Box.Name=\'box1\')/$links/_Box(\'box1\')', {
  method: 'DELETE',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
  },
});

console.log(response.status);
console.log(await response.text());
