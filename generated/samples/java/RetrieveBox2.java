// Retrieve Box: A box with its roles:
// Documented case: query/expand

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class RetrieveBox2 {
    /** where the server is */
    static final String CELL_URL = env("CELL_URL", "https://cell1.unit1.example");
    /** access token */
    static final String TOKEN = env("TOKEN", "YOUR_TOKEN");

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(CELL_URL + "/__ctl/Box('box1')?$expand=_Role"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Accept", "application/json")
            .method("GET", HttpRequest.BodyPublishers.noBody())
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
