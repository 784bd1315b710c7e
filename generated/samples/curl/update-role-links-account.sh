#!/bin/sh
# Update Links of Role: Link with Account
# Documented case: role-links/update-2

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
  --data-raw "{\"uri\":\"$CELL_URL/__ctl/Account('account2')\"}" \
  "$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')/\$links/_Account('account1')"
