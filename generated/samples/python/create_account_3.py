# Create Account: Both, from certain addresses
# Documented case: account/create-3
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
PASSWORD = os.environ.get("PASSWORD", "YOUR_PASSWORD")  # password
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/__ctl/Account",
    method="POST",
    headers={
        "X-Personium-Credential": PASSWORD,
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/json",
        "Accept": "application/json",
    },
    data=(
        "{\"Name\":\"account3\",\"Type\":\"basic oidc:google\",\"IPAddressRange\":\"192.0.2.10,198.51.100.0/24\"}"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
