#!/bin/sh
# Unlink Box from Other Objects: Link with Relation
# Documented case: box/unlink-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/Box('box1')/\$links/_Relation(Name='relation1',_Box.Name='box1')"
