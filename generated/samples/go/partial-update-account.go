//go:build ignore

// Partially Update Account: New name
// Documented case: update-account/partial

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

	url := CELL_URL + "/__ctl/Account('account1')"
	body := "{\"Name\":\"account2\"}"
	request, err := http.NewRequest("MERGE", url, strings.NewReader(body))
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
