package id.capaian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The API as a demo account calls it: signed in by password through the local realm's client for that. */
final class DemoApi {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Somebody else was first. */
    private static final int PRECONDITION_FAILED = 412;
    static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final String tenant;
    private final String token;

    private DemoApi(String server, String tenant, String token) {
        this.server = server;
        this.tenant = tenant;
        this.token = token;
    }

    /**
     * Signs in.
     *
     * @param server address of the server
     * @param keycloak address of Keycloak, with the client capaian-demo
     * @param tenant where
     * @param username who
     * @param password of the demo accounts
     */
    static DemoApi signIn(String server, String keycloak, String tenant, String username, String password) {
        HttpResponse<String> answer = Http.send(HttpRequest
                .newBuilder(URI.create(keycloak + "/realms/capaian/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(Map.of("grant_type", "password", "client_id", "capaian-demo",
                        "username", username, "password", password, "scope", "openid organization:" + tenant))));
        if (answer.statusCode() != 200) {
            throw new LocalException("The demo account " + username + " cannot sign in (" + answer.statusCode()
                    + "): " + answer.body() + " If CAPAIAN_DEMO_PASSWORD was changed, set it back.");
        }
        return new DemoApi(server, tenant, tree(answer.body()).path("access_token").asText());
    }

    /** @param path below the tenant's address, with a slash in front */
    JsonNode get(String path) {
        return answer(request(path).GET(), path);
    }

    /** Sends a table, for an import. */
    JsonNode postCsv(String path, byte[] csv) {
        return answer(request(path).header("Content-Type", "text/csv; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(csv)), path);
    }

    /**
     * Writes.
     *
     * @param body JSON, or null for none
     * @param version of what is changed
     */
    JsonNode write(String method, String path, Object body, long version) {
        return answer(writing(method, path, body, version), path);
    }

    /** Makes something, or leaves it as it is when it is there. */
    void writeUnlessThere(String path, Object body) {
        HttpResponse<String> answer = Http.send(writing("POST", path, body, 0));
        if (answer.statusCode() != PRECONDITION_FAILED) {
            tree(answer, path);
        }
    }

    private HttpRequest.Builder writing(String method, String path, Object body, long version) {
        return request(path).header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"").header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(text(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + "/api/" + tenant + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    private JsonNode answer(HttpRequest.Builder request, String path) {
        return tree(Http.send(request), path);
    }

    private JsonNode tree(HttpResponse<String> answer, String path) {
        if (answer.statusCode() / 100 != 2) {
            throw new LocalException("The server refused " + tenant + path + " (" + answer.statusCode() + "): "
                    + answer.body());
        }
        return tree(answer.body());
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
