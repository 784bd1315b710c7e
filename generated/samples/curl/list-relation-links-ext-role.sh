#!/bin/sh
# List Links of Relation: Link with ExtRole
# Documented case: relation-links/list-3

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request GET \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Accept: application/json' \
  "$CELL_URL/__ctl/Relation(Name='relation1',_Box.Name='box1')/\$links/_ExtRole"
