#!/bin/sh
# Unlink ExtRole from Other Objects: Link with Role
# Documented case: external-role/unlink

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request DELETE \
  --header "Authorization: Bearer $TOKEN" \
  "$CELL_URL/__ctl/ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1',_Relation.Name='relation1',_Relation._Box.Name='box1')/\$links/_Role(Name='role1',_Box.Name='box1')"
