#!/bin/sh
# Create Cell
# Documented case: cell/create

# where the server is
UNIT_URL=${UNIT_URL:-'https://unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"cell1"}' \
  "$UNIT_URL/__ctl/Cell"
