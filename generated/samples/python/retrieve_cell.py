# Retrieve Cell
# Documented case: cell/retrieve
import os
import urllib.error
import urllib.request

UNIT_URL = os.environ.get("UNIT_URL", "https://unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    UNIT_URL + "/__ctl/Cell(Name='cell1')",
    method="GET",
    headers={
        "Authorization": "Bearer " + TOKEN,
        "Accept": "application/json",
    },
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
