#!/bin/sh
# Update Role
# Documented case: role/update

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
  --data-raw '{"Name":"role2","_Box.Name":"box2"}' \
  "$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')"
