#!/bin/sh
# Delete Box
# Documented case: box/delete

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/Box('box1')"
