//go:build ignore

// List Relations
// Documented case: relation/list

package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	// where the server is
	CELL_URL := env("CELL_URL", "https://cell1.unit1.example")
	// access token
	TOKEN := env("TOKEN", "YOUR_TOKEN")

	url := CELL_URL + "/__ctl/Relation"
	request, err := http.NewRequest("GET", url, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+TOKEN)
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
