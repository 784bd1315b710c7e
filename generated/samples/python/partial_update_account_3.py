# Partially Update Account: New password to be changed at the next login
# Documented case: update-account/partial-3
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
PASSWORD = os.environ.get("PASSWORD", "YOUR_PASSWORD")  # password
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/__ctl/Account('account1')",
    method="MERGE",
    headers={
        "If-Match": "*",
        "X-Personium-Credential": PASSWORD,
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/json",
        "Accept": "application/json",
    },
    data=(
        "{\"Status\":\"passwordChangeRequired\"}"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
