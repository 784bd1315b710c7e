// Unlink Account from Other Objects: Link with Role
// Documented case: account/unlink

const CELL_URL: string = process.env['CELL_URL'] ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN: string = process.env['TOKEN'] ?? 'YOUR_TOKEN'; // access token

const response: Response = await fetch(CELL_URL + '/__ctl/Account(\'account1\')/$links/_Role(Name=\'role1\',_Box.Name=\'box1\')', {
  method: 'DELETE',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
  },
});
const text: string = await response.text();

console.log(response.status);
console.log(text);

export {};
