// List Links of Role: Link with Account
// Documented case: role-links/list-2

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Role(Name=\'role1\',_Box.Name=\'box1\')/$links/_Account', {
  method: 'GET',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Accept': 'application/json',
  },
});

console.log(response.status);
console.log(await response.text());
