#!/bin/sh
# Create Account: Both, from certain addresses
# Documented case: account/create-3

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
  --data-raw '{"Name":"account3","Type":"basic oidc:google","IPAddressRange":"192.0.2.10,198.51.100.0/24"}' \
  "$CELL_URL/__ctl/Account"
