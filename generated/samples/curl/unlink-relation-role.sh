#!/bin/sh
# Unlink Relation from Other Objects: Link with Role
# Documented case: relation/unlink-3

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/Relation(Name='relation1',_Box.Name='box1')/\$links/_Role(Name='role1',_Box.Name='box1')"
