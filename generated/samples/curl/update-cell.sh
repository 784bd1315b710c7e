#!/bin/sh
# Update Cell
# Documented case: cell/update

# where the server is
UNIT_URL=${UNIT_URL:-'https://unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request PUT \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"cell2"}' \
  "$UNIT_URL/__ctl/Cell(Name='cell1')"
