// Create Objects via Navigation Properties of Role: When registering Account
// Documented case: obj-via-role-np/create-2

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const PASSWORD: string = process.env['PASSWORD'] ?? 'YOUR_PASSWORD'; // password
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Role(Name=\'role1\',_Box.Name=\'box1\')/_Account', {
  method: 'POST',
  headers: {
    'X-Personium-Credential': PASSWORD,
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/json',
    'Accept': 'application/json',
  },
  body:
    '{"Name":"account1"}',
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
