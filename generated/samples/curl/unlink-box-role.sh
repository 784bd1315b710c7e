#!/bin/sh
# Unlink Box from Other Objects: Link with Role
# Documented case: box/unlink

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/Box('box1')/\$links/_Role(Name='role1',_Box.Name='box1')"
