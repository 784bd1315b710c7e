//go:build ignore

// Set Access Control List of Cell
// Documented case: acl/cell

package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	// where the server is
	CELL_URL := env("CELL_URL", "https://cell1.unit1.example")
	// access token
	TOKEN := env("TOKEN", "YOUR_TOKEN")

	url := CELL_URL + "/"
	body := "<?xml version=\"1.0\" encoding=\"utf-8\" ?><D:acl xmlns:D=\"DAV:\" xmlns:p=\"urn:x-personium:xmlns\" xml:base=\"" + CELL_URL + "/__role/box1/\"><D:ace><D:principal><D:href>role1</D:href></D:principal><D:grant><D:privilege><p:box-read/></D:privilege><D:privilege><p:social/></D:privilege></D:grant></D:ace></D:acl>"
	request, err := http.NewRequest("ACL", url, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+TOKEN)
	request.Header.Set("Content-Type", "application/xml")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.StatusCode)
	fmt.Println(string(text))
}

func env(name, fallback string) string {
	if value, ok := os.LookupEnv(name); ok {
		return value
	}
	return fallback
}
