//go:build ignore

// Update Links of Role: Link with ExtRole
// Documented case: role-links/update-4

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

	url := CELL_URL + "/__ctl/Role(Name='role1',_Box.Name='box1')/$links/_ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole1',_Relation.Name='relation1',_Relation._Box.Name='box1')"
	body := "{\"uri\":\"" + CELL_URL + "/__ctl/ExtRole(ExtRole='https%3A%2F%2Fcell2.unit1.example%2F__role%2F__%2Frole2',_Relation.Name='relation1',_Relation._Box.Name='box1')\"}"
	request, err := http.NewRequest("PUT", url, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("If-Match", "*")
	request.Header.Set("Authorization", "Bearer "+TOKEN)
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")

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
