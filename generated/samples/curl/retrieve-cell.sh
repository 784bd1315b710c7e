#!/bin/sh
# Retrieve Cell
# Documented case: cell/retrieve

# where the server is
UNIT_URL=${UNIT_URL:-'https://unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$UNIT_URL/__ctl/Cell(Name='cell1')"
