#!/bin/sh
# List Boxes: Boxes in which the word sample occurs:
# Documented case: text-search-query/full

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Box?q=sample"
