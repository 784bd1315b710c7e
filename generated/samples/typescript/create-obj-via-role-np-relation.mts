// Create Objects via Navigation Properties of Role: When registering Relation
// Documented case: obj-via-role-np/create-5

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Role(Name=\'role1\',_Box.Name=\'box1\')/_Relation', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"relation1","_Box.Name":"box1"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
