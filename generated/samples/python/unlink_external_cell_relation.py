# Unlink ExtCell from Other Objects: Link with Relation
# Documented case: external-cell/unlink-2
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/__ctl/ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')/$links/_Relation(Name='relation1',_Box.Name='box1')",
    method="DELETE",
    headers={
        "Authorization": "Bearer " + TOKEN,
    },
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
