#!/bin/sh
# Create Account: Google OpenID Connect
# Documented case: account/create-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"account2","Type":"oidc:google"}' \
  "$CELL_URL/__ctl/Account"
