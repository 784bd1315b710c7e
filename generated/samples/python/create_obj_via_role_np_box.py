# Create Objects via Navigation Properties of Role: When registering Box
# Documented case: obj-via-role-np/create
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/__ctl/Role('role1')/_Box",
    method="POST",
    headers={
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/json",
        "Accept": "application/json",
    },
    data=(
        "{\"Name\":\"box2\"}"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
