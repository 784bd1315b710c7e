#!/bin/sh
# List Objects via Navigation Properties of Role: When acquiring Account
# Documented case: obj-via-role-np/list-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')/_Account"
