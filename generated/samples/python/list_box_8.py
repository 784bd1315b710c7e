# List Boxes: Boxes and how many there are:
# Documented case: query/inlinecount
import os
import urllib.error
import urllib.request

CELL_URL = os.environ.get("CELL_URL", "https://cell1.unit1.example")  # where the server is
TOKEN = os.environ.get("TOKEN", "YOUR_TOKEN")  # access token

request = urllib.request.Request(
    CELL_URL + "/__ctl/Box?$inlinecount=allpages",
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
