// List Boxes: Boxes from the last name to the first:
// Documented case: query/orderby

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Box?$orderby=Name%20desc', {
  method: 'GET',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Accept': 'application/json',
  },
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
