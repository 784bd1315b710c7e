#!/bin/sh
# Partially Update ExtRole
# Documented case: update-external-role/partial

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request MERGE \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"ExtRole":"https://cell2.unit1.example/__role/__/role2"}' \
  "$CELL_URL/__ctl/ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1',_Relation.Name='relation1',_Relation._Box.Name='box1')"
