#!/bin/sh
# Update Links of Relation: Link with Role
# Documented case: relation-links/update-3

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
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/Role(Name='role2',_Box.Name='box1')\"}" \
  "$CELL_URL/__ctl/Relation(Name='relation1',_Box.Name='box1')/\$links/_Role(Name='role1',_Box.Name='box1')"
