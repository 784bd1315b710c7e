#!/bin/sh
# Partially Update Account: New password to be changed at the next login
# Documented case: update-account/partial-3

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# password
PASSWORD=${PASSWORD:-'YOUR_PASSWORD'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request MERGE \
  --header 'If-Match: *' \
  --header "X-Personium-Credential: $PASSWORD" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Status":"passwordChangeRequired"}' \
  "$CELL_URL/__ctl/Account('account1')"
