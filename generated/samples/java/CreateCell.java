// Create Cell
// Documented case: cell/create

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class CreateCell {
    /** where the server is */
    static final String UNIT_URL = env("UNIT_URL", "https://unit1.example");
    /** access token */
    static final String TOKEN = env("TOKEN", "YOUR_TOKEN");

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(UNIT_URL + "/__ctl/Cell"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method("POST", HttpRequest.BodyPublishers.ofString(
                "{\"Name\":\"cell1\"}"))
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
