//go:build ignore

// Delete Cell: Cell with everything in it
// Documented case: cell/delete-2

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
	UNIT_URL := env("UNIT_URL", "https://unit1.example")
	// access token
	TOKEN := env("TOKEN", "YOUR_TOKEN")

	url := UNIT_URL + "/__ctl/Cell(Name='cell1')"
	request, err := http.NewRequest("DELETE", url, nil)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("If-Match", "*")
	request.Header.Set("X-Personium-Recursive", "true")
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
