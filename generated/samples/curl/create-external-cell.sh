#!/bin/sh
# Create ExtCell
# Documented case: external-cell/create

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
  "$CELL_URL/__ctl/ExtCell"
