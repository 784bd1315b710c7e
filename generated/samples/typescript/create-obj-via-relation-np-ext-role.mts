// Create Objects via Navigation Properties of Relation: When registering ExtRole
// Documented case: obj-via-relation-np/create-3

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Relation(Name=\'relation1\',_Box.Name=\'box1\')/_ExtRole', {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"ExtRole":"https://cell2.unit1.example/__role/__/role1","_Relation.Name":"relation1","_Relation._Box.Name":"box1"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
