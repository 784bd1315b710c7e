// Retrieve Properties of Cell
// Documented case: get-property/cell

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/', {
  method: 'PROPFIND',
  headers: {
    'Depth': '0',
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/xml',
  },
  body:
    '<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:allprop/></D:propfind>',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
