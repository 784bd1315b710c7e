#!/bin/sh
# Create Objects via Navigation Properties of Relation: When registering ExtCell
# Documented case: obj-via-relation-np/create-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Url":"https://cell2.unit1.example/"}' \
  "$CELL_URL/__ctl/Relation(Name='relation1',_Box.Name='box1')/_ExtCell"
