#!/bin/sh
# Create Account: Password
# Documented case: account/create

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# password
PASSWORD=${PASSWORD:-'YOUR_PASSWORD'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "X-Personium-Credential: $PASSWORD" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"account1"}' \
  "$CELL_URL/__ctl/Account"
