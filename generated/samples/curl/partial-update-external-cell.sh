#!/bin/sh
# Partially Update ExtCell
# Documented case: update-external-cell/partial

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
  --data-raw '{"Url":"https://cell3.unit1.example/"}' \
  "$CELL_URL/__ctl/ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')"
