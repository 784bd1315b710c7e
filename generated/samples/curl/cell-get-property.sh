#!/bin/sh
# Retrieve Properties of Cell
# Documented case: get-property/cell

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}
# access token
TOKEN=${TOKEN:-'YOUR_TOKEN'}

curl \
  --include --request PROPFIND \
  --header 'Depth: 0' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/xml' \
  --data-raw '<?xml version="1.0" encoding="utf-8"?><D:propfind xmlns:D="DAV:"><D:allprop/></D:propfind>' \
  "$CELL_URL/"
