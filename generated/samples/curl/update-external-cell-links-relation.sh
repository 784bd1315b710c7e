#!/bin/sh
# Update Links of ExtCell: Link with Relation
# Documented case: external-cell-links/update-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request PUT \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/Relation(Name='relation2',_Box.Name='box1')\"}" \
  "$CELL_URL/__ctl/ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')/\$links/_Relation(Name='relation1',_Box.Name='box1')"
