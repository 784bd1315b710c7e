// Retrieve Properties of Cell
// Documented case: get-property/cell

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class CellGetProperty {
    /** where the server is */
    static final String CELL_URL = env("CELL_URL", "https://cell1.unit1.example");
    /** access token */
    static final String TOKEN = env("TOKEN", "YOUR_TOKEN");

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(CELL_URL + "/"))
            .header("Depth", "0")
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/xml")
            .method("PROPFIND", HttpRequest.BodyPublishers.ofString(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:propfind xmlns:D=\"DAV:\"><D:allprop/></D:propfind>"))
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
