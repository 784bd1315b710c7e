#!/bin/sh
# Set Access Control List of Cell
# Documented case: acl/cell

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request ACL \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/xml' \
  --data-raw "<?xml version=\"1.0\" encoding=\"utf-8\" ?><D:acl xmlns:D=\"DAV:\" xmlns:p=\"urn:x-personium:xmlns\" xml:base=\"$CELL_URL/__role/box1/\"><D:ace><D:principal><D:href>role1</D:href></D:principal><D:grant><D:privilege><p:box-read/></D:privilege><D:privilege><p:social/></D:privilege></D:grant></D:ace></D:acl>" \
  "$CELL_URL/"
