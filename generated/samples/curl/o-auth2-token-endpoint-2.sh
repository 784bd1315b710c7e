#!/bin/sh
# OAuth2.0 Token Endpoint: Renewal
# Documented case: token-endpoint/oauth2-2

# where the server is
CELL_URL=${CELL_URL:-'https://cell1.unit1.example'}

curl \
  --include --request POST \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-raw 'grant_type=refresh_token&refresh_token=RA~w7Lc...(snip)...m2XpA' \
  "$CELL_URL/__token"
