// Create Objects via Navigation Properties of Box: When registering Role
// Documented case: obj-via-box-np/create

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Box(\'box1\')/_Role', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"role1"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
