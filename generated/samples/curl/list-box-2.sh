#!/bin/sh
# List Boxes: Boxes from the last name to the first:
# Documented case: query/orderby

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Box?\$orderby=Name%20desc"
