# Retrieve Properties of Cell
# Documented case: get-property/cell
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/",
    method="PROPFIND",
    headers={
        "Depth": "0",
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/xml",
    },
    data=(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:propfind xmlns:D=\"DAV:\"><D:allprop/></D:propfind>"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
