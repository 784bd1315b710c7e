#!/bin/sh
# Create Objects via Navigation Properties of Role: When registering Account
# Documented case: obj-via-role-np/create-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# password
PASSWORD=${PASSWORD:-'YOUR_PASSWORD'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "X-Personium-Credential: $PASSWORD" \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"account1"}' \
  "$CELL_URL/__ctl/Role(Name='role1',_Box.Name='box1')/_Account"
