#!/bin/sh
# Update Box
# Documented case: box/update

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request PUT \
  --header 'If-Match: *' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"box2","Schema":"https://app1.unit1.example/"}' \
  "$CELL_URL/__ctl/Box('box1')"
