# Set Access Control List of Cell
# Documented case: acl/cell
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/",
    method="ACL",
    headers={
        "Authorization": "Bearer " + TOKEN,
        "Content-Type": "application/xml",
    },
    data=(
        "<?xml version=\"1.0\" encoding=\"utf-8\" ?><D:acl xmlns:D=\"DAV:\" xmlns:p=\"urn:x-personium:xmlns\" xml:base=\"" + CELL_URL + "/__role/box1/\"><D:ace><D:principal><D:href>role1</D:href></D:principal><D:grant><D:privilege><p:box-read/></D:privilege><D:privilege><p:social/></D:privilege></D:grant></D:ace></D:acl>"
    ).encode("utf-8"),
)

try:
    response = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    response = error

print(response.status)
print(response.read().decode("utf-8"))
