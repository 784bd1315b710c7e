#!/bin/sh
# Create Objects via Navigation Properties of ExtCell: When registering Relation
# Documented case: obj-via-external-cell-np/create-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"relation1","_Box.Name":"box1"}' \
  "$CELL_URL/__ctl/ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')/_Relation"
