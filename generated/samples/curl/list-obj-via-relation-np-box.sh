#!/bin/sh
# List Objects via Navigation Properties of Relation: When acquiring Box
# Documented case: obj-via-relation-np/list

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Relation(Name='relation1',_Box.Name='box1')/_Box"
