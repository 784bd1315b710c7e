#!/bin/sh
# Delete Cell: Cell that holds nothing
# Documented case: cell/delete

# where the server is
UNIT_URL=${UNIT_URL:-'https://unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  "$UNIT_URL/__ctl/Cell(Name='cell1')"
