# Update Cell
# Documented case: cell/update
import os
import urllib.error
import urllib.request

UNIT_URL = os.environ.get("UNIT_URL", "https://unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    UNIT_URL + "/__ctl/Cell(Name='cell1')",
    method="PUT",
    headers={
        "If-Match": "*",
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/json",
        "Accept": "application/json",
    },
    data=(
        "{\"Name\":\"cell2\"}"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
