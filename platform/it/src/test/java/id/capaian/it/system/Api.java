package id.capaian.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Somebody's program: calls the API with a token of a demo account. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    // HTTP/1.1: the upgrade to HTTP/2 loses bodies of POST here.
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    /** Whoever calls for longer than a token lives signs in anew in good time. */
    private static final Duration USED = Duration.ofSeconds(RunningSystem.TOKEN_SECONDS * 2 / 3);

    private final String base;
    private final Supplier<String> signIn;
    private String token;
    private Instant signedIn;

    private Api(String base, Supplier<String> signIn) {
        this.base = base;
        this.signIn = signIn;
    }

    /** An answer: status, body (missing node when empty) and headers. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        /** The body, when the status is the expected one. */
        public JsonNode expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but was " + status + ": " + raw.uri() + " "
                        + raw.body());
            }
            return body;
        }
    }

    /** Signs a demo account in for a tenant; null for the nation's people. */
    public static Api as(RunningSystem system, String username, String tenant) {
        Api api = new Api(system.url(), () -> token(system, username, tenant));
        api.token();
        return api;
    }

    /** Nobody: no token. */
    public static Api nobody(RunningSystem system) {
        return new Api(system.url(), null);
    }

    /** The same caller at another node. */
    Api at(String otherBase) {
        return new Api(otherBase, signIn);
    }

    private static String token(RunningSystem system, String username, String tenant) {
        return signIn(system, username, tenant).expect(200).get("access_token").asText();
    }

    /** Keycloak's answer to name and password, whatever it is. */
    static Answer signIn(RunningSystem system, String username, String tenant) {
        return send(HttpRequest.newBuilder(
                URI.create(system.keycloakUrl() + "/realms/capaian/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of("grant_type", "password",
                        "client_id", "capaian-demo", "username", username, "password", RunningSystem.PASSWORD,
                        "scope", tenant == null ? "openid" : "openid organization:" + tenant)))));
    }

    /** Takes a new token, which carries what was granted since the last. */
    synchronized void signInAnew() {
        signedIn = null;
    }

    /** The token it calls with. */
    synchronized String token() {
        if (signedIn == null || signedIn.plus(USED).isBefore(Instant.now())) {
            signedIn = Instant.now();
            token = signIn.get();
        }
        return token;
    }

    public Answer get(String path) {
        return call("GET", path, null, null);
    }

    /**
     * A write with a fresh idempotency key.
     *
     * @param body    any JSON-able value, null for none
     * @param version for {@code If-Match}, null for none
     */
    public Answer call(String method, String path, Object body, Long version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60)).header("Accept", "application/json");
        if (signIn != null) {
            request.header("Authorization", "Bearer " + token());
        }
        if (!"GET".equals(method)) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).header("Content-Type", "application/json");
        }
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return send(request.method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(write(body))));
    }

    /**
     * A request as written: the method, its headers and a body, null for none; answers are taken in any form. Writes
     * carry a fresh idempotency key.
     */
    Answer raw(String method, String path, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(Map.of("Accept", "*/*", "Idempotency-Key", UUID.randomUUID().toString()));
        all.putAll(headers);
        return exactly(method, path, all, body);
    }

    /** A request with these headers and a token, and nothing else. */
    Answer exactly(String method, String path, Map<String, String> headers, String body) {
        return within(Duration.ofSeconds(60), method, path, headers, body);
    }

    /**
     * The same by a caller who hangs up after that time.
     *
     * @throws UncheckedIOException when no answer was there by then
     */
    Answer within(Duration patience, String method, String path, Map<String, String> headers, String body) {
        return within(patience, method, path, headers, body == null ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body));
    }

    /** The same with a body that comes as it may. */
    Answer within(Duration patience, String method, String path, Map<String, String> headers,
            HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        if (signIn != null) {
            request.header("Authorization", "Bearer " + token());
        }
        headers.forEach(request::header);
        return send(request.method(method, body));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.missingNode(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
