// Retrieve Cell
// Documented case: cell/retrieve

const UNIT_URL = process.env.UNIT_URL ?? 'https://unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(UNIT_URL + '/__ctl/Cell(Name=\'cell1\')', {
  method: 'GET',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Accept': 'application/json',
  },
});

console.log(response.status);
console.log(await response.text());
