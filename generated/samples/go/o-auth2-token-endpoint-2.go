//go:build ignore

// OAuth2.0 Token Endpoint: Renewal
// Documented case: token-endpoint/oauth2-2

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

	url := CELL_URL + "/__token"
	body := "grant_type=refresh_token&refresh_token=RA~w7Lc...(snip)...m2XpA"
	request, err := http.NewRequest("POST", url, strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")

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
