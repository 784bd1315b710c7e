#!/bin/sh
# Update Account
# Documented case: account/update

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# password
PASSWORD=${PASSWORD:-'YOUR_PASSWORD'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request PUT \
  --header 'If-Match: *' \
  --header "X-Personium-Credential: $PASSWORD" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"account2","Type":"basic oidc:google","Status":"active"}' \
  "$CELL_URL/__ctl/Account('account1')"
