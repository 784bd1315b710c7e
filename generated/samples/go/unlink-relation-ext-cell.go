//go:build ignore

// Unlink Relation from Other Objects: Link with ExtCell
// Documented case: relation/unlink-2

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

	url := CELL_URL + "/__ctl/Relation(Name='relation1',_Box.Name='box1')/$links/_ExtCell('https%3A%2F%2Fcell2.unit1.example%2F')"
	request, err := http.NewRequest("DELETE", url, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+TOKEN)

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
