package id.capaian.keycloak.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** JSON over HTTP with the service account's token: the one place that talks to Keycloak's admin interface. */
final class AdminApi {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Generous: a first call after Keycloak's start, or a password hash on a busy machine, takes seconds. */
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** Asking for a new token this much before the old one ends spares a refused call. */
    private static final long TOKEN_MARGIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
    private final URI tokenEndpoint;
    private final String adminBase;
    private final String tokenForm;

    private String token;
    private long tokenGoodUntil;

    AdminApi(URI keycloak, String realm, String clientId, String clientSecret) {
        String base = Objects.requireNonNull(keycloak, "keycloak").toString().replaceAll("/+$", "");
        this.tokenEndpoint = URI.create(base + "/realms/" + encode(realm) + "/protocol/openid-connect/token");
        this.adminBase = base + "/admin/realms/" + encode(realm);
        this.tokenForm = "grant_type=client_credentials&client_id=" + encode(clientId)
                + "&client_secret=" + encode(clientSecret);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Reads {@code path}; a missing node when Keycloak answers 404. */
    JsonNode get(String action, String path) {
        HttpResponse<String> answer = send(action, request(path).GET());
        return answer.statusCode() == 404 ? MissingNode.getInstance() : parse(action, expect(action, answer).body());
    }

    /**
     * Posts {@code body} and returns the id of what was made, taken from {@code Location}.
     *
     * @return the id; null when it was there already (409), empty when Keycloak names no location
     */
    String create(String action, String path, JsonNode body) {
        HttpResponse<String> answer = send(action, withJson(request(path), "POST", body));
        if (answer.statusCode() == 409) {
            return null;
        }
        String location = expect(action, answer).headers().firstValue("Location").orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    void put(String action, String path, JsonNode body) {
        expect(action, send(action, withJson(request(path), "PUT", body)));
    }

    /** Posts {@code body} and reads the answer. */
    JsonNode ask(String action, String path, JsonNode body) {
        return parse(action, expect(action, send(action, withJson(request(path), "POST", body))).body());
    }

    void post(String action, String path, JsonNode body) {
        expect(action, send(action, withJson(request(path), "POST", body)));
    }

    /** Deletes; what is not there (404) is deleted already. */
    void delete(String action, String path) {
        HttpResponse<String> answer = send(action, request(path).DELETE());
        if (answer.statusCode() != 404) {
            expect(action, answer);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(adminBase + path)).timeout(ANSWER)
                .header("Accept", "application/json");
    }

    private HttpRequest.Builder withJson(HttpRequest.Builder request, String method, JsonNode body) {
        return request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
    }

    private HttpResponse<String> send(String action, HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(action, request.setHeader("Authorization", "Bearer " + token()).build());
        if (answer.statusCode() != 401) {
            return answer;
        }
        // The token may have been withdrawn early (Keycloak restarted with other keys): once more with a fresh one.
        forgetToken();
        return exchange(action, request.setHeader("Authorization", "Bearer " + token()).build());
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private synchronized String token() {
        if (token == null || System.nanoTime() - tokenGoodUntil >= 0) {
            String action = "sign in as service account";
            HttpResponse<String> answer = expect(action, exchange(action, HttpRequest.newBuilder(tokenEndpoint)
                    .timeout(ANSWER).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(tokenForm)).build()));
            JsonNode body = parse(action, answer.body());
            token = body.path("access_token").asText();
            tokenGoodUntil = System.nanoTime() + Duration.ofSeconds(body.path("expires_in").asLong(60)).toNanos()
                    - TOKEN_MARGIN_NANOS;
        }
        return token;
    }

    private HttpResponse<String> exchange(String action, HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new KeycloakUnavailable(action + ": Keycloak answered " + answer.statusCode(), null);
            }
            return answer;
        } catch (IOException e) {
            throw new KeycloakUnavailable(action + ": Keycloak is not reachable at " + request.uri().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakUnavailable(action + ": interrupted", e);
        }
    }

    private HttpResponse<String> expect(String action, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new KeycloakRefused(action, answer.statusCode(), reason(answer.body()));
        }
        return answer;
    }

    private String reason(String body) {
        try {
            JsonNode node = json.readTree(body);
            for (String field : new String[] {"errorMessage", "error_description", "error"}) {
                if (node.hasNonNull(field)) {
                    return node.get(field).asText();
                }
            }
            return "";
        } catch (JsonProcessingException notJson) {
            // A proxy's HTML page explains nothing that the status does not.
            return "";
        }
    }

    private JsonNode parse(String action, String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new KeycloakUnavailable(action + ": the answer is not JSON; is this address Keycloak?", e);
        }
    }
}
