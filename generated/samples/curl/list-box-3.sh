#!/bin/sh
# List Boxes: The first ten boxes:
# Documented case: query/top

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Box?\$top=10"
