#!/bin/sh
# Update Links of Role: Link with ExtRole
# Documented case: role-links/update-4

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
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole2',_Relation.Name='relation1',_Relation._Box.Name='box1')\"}" \
  "$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')/\$links/_ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1',_Relation.Name='relation1',_Relation._Box.Name='box1')"
