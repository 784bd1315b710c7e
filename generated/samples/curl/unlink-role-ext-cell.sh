#!/bin/sh
# Unlink Role from Other Objects: Link with ExtCell
# Documented case: role/unlink-3

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')/\$links/_ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')"
