#!/bin/sh
# Delete Cell: Cell with everything in it
# Documented case: cell/delete-2

# where the server is
UNIT_URL=${UNIT_URL:-'https://unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header 'If-Match: *' \
  --header 'X-Personium-Recursive: true' \
  --header "Authorization: Bearer $TOKEN" \
  "$UNIT_URL/__ctl/Cell(Name='cell1')"
