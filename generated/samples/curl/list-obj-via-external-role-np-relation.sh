#!/bin/sh
# List Objects via Navigation Properties of ExtRole: When acquiring Relation
# Documented case: obj-via-external-role-np/list-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1',_Relation.Name='relation1',_Relation._Box.Name='box1')/_Relation"
