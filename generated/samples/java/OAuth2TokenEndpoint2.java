// OAuth2.0 Token Endpoint: Renewal
// Documented case: token-endpoint/oauth2-2

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class OAuth2TokenEndpoint2 {
    /** where the server is */
    static final String CELL_URL = env("CELL_URL", "https://cell1.unit1.example");

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(CELL_URL + "/__token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method("POST", HttpRequest.BodyPublishers.ofString(
                "grant_type=refresh_token&refresh_token=RA~w7Lc...(snip)...m2XpA"))
            .build();
        HttpResponse<String> response =
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode());
        System.out.println(response.body());
    }

    static String env(String name, String fallback) {
        String value = System.getenv(name);
        return value == null ? fallback : value;
    }
}
