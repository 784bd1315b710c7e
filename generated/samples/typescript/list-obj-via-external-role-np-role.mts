// List Objects via Navigation Properties of ExtRole: When acquiring Role
// Documented case: obj-via-external-role-np/list

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/ExtRole(ExtRole=\'https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1\',_Relation.Name=\'relation1\',_Relation._Box.Name=\'box1\')/_Role', {
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
