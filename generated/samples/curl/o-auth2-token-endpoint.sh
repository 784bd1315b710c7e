#!/bin/sh
# OAuth2.0 Token Endpoint: Name and password of an account
# Documented case: token-endpoint/oauth2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}

curl \
  --include --request POST \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'grant_type=password&username=account1&password=password1' \
  "$CELL_URL/__token"
