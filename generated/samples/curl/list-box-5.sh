#!/bin/sh
# List Boxes: The box of the name box1:
# Documented case: query/filter

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Box?\$filter=Name%20eq%20'box1'"
