#!/bin/sh
# Create Objects via Navigation Properties of Account: When registering Role
# Documented case: obj-via-account-np/create

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"role1","_Box.Name":"box1"}' \
  "$CELL_URL/__ctl/Account('account1')/_Role"
