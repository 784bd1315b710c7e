#!/bin/sh
# Partially Update Account: New state
# Documented case: update-account/partial-2

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
  --data-raw '{"Status":"deactivated"}' \
  "$CELL_URL/__ctl/Account('account1')"
