#!/bin/sh
# Link Account with Other Objects: Link with Role
# Documented case: account/link

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')\"}" \
  "$CELL_URL/__ctl/Account('account1')/\$links/_Role"
