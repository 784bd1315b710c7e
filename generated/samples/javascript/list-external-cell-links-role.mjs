// List Links of ExtCell: Link with Role
// Documented case: external-cell-links/list

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/ExtCell(\'https%3A%2F%2Fcell2.unit1.example%2F\')/$links/_Role', {
  method: 'GET',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Accept': 'application/json',
  },
});

console.log(response.status);
console.log(await response.text());
