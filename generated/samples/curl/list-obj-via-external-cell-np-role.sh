#!/bin/sh
# List Objects via Navigation Properties of ExtCell: When acquiring Role
# Documented case: obj-via-external-cell-np/list

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')/_Role"
