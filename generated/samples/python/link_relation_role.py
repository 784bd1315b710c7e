# Link Relation with Other Objects: Link with Role
# Documented case: relation/link-3
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/__ctl/Relation(Name='relation1',_Box.Name='box1')/$links/_Role",
    method="POST",
    headers={
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/json",
        "Accept": "application/json",
    },
    data=(
        "{\"uri\":\"" + CELL_URL + "/__ctl/Role(Name='role1',_Box.Name='box1')\"}"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
