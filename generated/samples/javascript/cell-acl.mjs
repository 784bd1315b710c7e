// Set Access Control List of Cell
// Documented case: acl/cell

const CELL_URL = process.env.CELL_URL ?? 'https://cell1.unit1.example'; // where the server is
const TOKEN = process.env.TOKEN ?? 'YOUR_TOKEN'; // access token

const response = await fetch(CELL_URL + '/', {
  method: 'ACL',
  headers: {
    'Authorization': 'Bearer ' + TOKEN,
    'Content-Type': 'application/xml',
  },
  body:
    '<?xml version="1.0" encoding="utf-8" ?><D:acl xmlns:D="DAV:" xmlns:p="urn:x-personium:xmlns" xml:base="' + CELL_URL + '/__role/box1/"><D:ace><D:principal><D:href>role1</D:href></D:principal><D:grant><D:privilege><p:box-read/></D:privilege><D:privilege><p:social/></D:privilege></D:grant></D:ace></D:acl>',
});

console.log(response.status);
console.log(await response.text());
