#!/bin/sh
# Create ExtRole
# Documented case: external-role/create

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"ExtRole":"https://cell2.unit1.example/__role/__/role1","_Relation.Name":"relation1","_Relation._Box.Name":"box1"}' \
  "$CELL_URL/__ctl/ExtRole"
