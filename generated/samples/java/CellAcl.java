// Set Access Control List of Cell
// Documented case: acl/cell

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class CellAcl {
    /** where the server is */
    static final String CELL_URL = env("CELL_URL", "https://cell1.unit1.example");
    /** access token */
    static final String TOKEN = env("TOKEN", "YOUR_TOKEN");

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder()
            .uri(URI.create(CELL_URL + "/"))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/xml")
            .method("ACL", HttpRequest.BodyPublishers.ofString(
                "<?xml version=\"1.0\" encoding=\"utf-8\" ?><D:acl xmlns:D=\"DAV:\" xmlns:p=\"urn:x-personium:xmlns\" xml:base=\"" + CELL_URL + "/__role/box1/\"><D:ace><D:principal><D:href>role1</D:href></D:principal><D:grant><D:privilege><p:box-read/></D:privilege><D:privilege><p:social/></D:privilege></D:grant></D:ace></D:acl>"))
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
