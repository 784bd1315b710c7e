#!/bin/sh
# Link Box with Other Objects: Link with Relation
# Documented case: box/link-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/Relation('relation1')\"}" \
  "$CELL_URL/__ctl/Box('box1')/\$links/_Relation"
