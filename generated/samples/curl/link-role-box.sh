#!/bin/sh
# Link Role with Other Objects: Link with Box
# Documented case: role/link

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/Box('box1')\"}" \
  "$CELL_URL/__ctl/Role('role1')/\$links/_Box"
