# OAuth2.0 Token Endpoint: Renewal
# Documented case: token-endpoint/oauth2-2
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is

request = urllib.request.Request(
    CELL_URL + "/__token",
    method="POST",
    headers={
        "Content-Type": "application/x-www-form-urlencoded",
    },
    data=(
        "grant_type=refresh_token&refresh_token=RA~w7Lc...(snip)...m2XpA"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
