// Update Box
// Documented case: box/update

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/__ctl/Box(\'box1\')', {
  method: 'PUT',
  headers: {
    'If-Match': '*',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"box2","Schema":"https://app1.unit1.example/"}',
});

console.log(response.status);
console.log(await response.text());
