#!/bin/sh
# Create Objects via Navigation Properties of Relation: When registering Box
# Documented case: obj-via-relation-np/create

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request POST \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Accept: application/json' \
  --data-raw '{"Name":"box2"}' \
  "$CELL_URL/__ctl/Relation('relation1')/_Box"
