// Unlink Box from Other Objects: Link with Role
// Documented case: box/unlink

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Box(\'box1\')/$links/_Role(Name=\'role1\',_Box.Name=\'box1\')', {
  method: 'DELETE',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
  },
});

console.log(response.status);
console.log(await response.text());
