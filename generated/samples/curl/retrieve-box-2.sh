#!/bin/sh
# Retrieve Box: A box with its roles:
# Documented case: query/expand

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Box('box1')?\$expand=_Role"
