#!/bin/sh
# Delete ExtCell
# Documented case: external-cell/delete

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')"
