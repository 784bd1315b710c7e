// Create Account: Both, from certain addresses
// Documented case: account/create-3

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class CreateAccount3 {
    /** where the server is */
    static final String CELL_URL = env("CELL_URL", "https://cell1.unit1.example");
    /** password */
    static final String PASSWORD = env("PASSWORD", "YOUR_PASSWORD");
    /** access token */
    static final String TOKEN = env("TOKEN", "YOUR_TOKEN");

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(CELL_URL + "/__ctl/Account"))
            .header("X-Personium-Credential", PASSWORD)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method("POST", HttpRequest.BodyPublishers.ofString(
                "{\"Name\":\"account3\",\"Type\":\"basic oidc:google\",\"IPAddressRange\":\"192.0.2.10,198.51.100.0/24\"}"))
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
