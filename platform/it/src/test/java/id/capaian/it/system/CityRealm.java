package id.capaian.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A realm beside ours that plays a government's own identity provider, and the browsers of its people. */
final class CityRealm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final String PASSWORD = "Sandi-Kota-2026";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-everybody-0123456789";
    private static final String CHALLENGE = challenge();
    private static final int MOST_STEPS = 12;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final String keycloak;
    private final String name;
    private final String callback;
    private final String bootstrapSecret;
    private final String webSecret;

    CityRealm(RunningSystem system, String name) throws IOException {
        this.keycloak = system.keycloakUrl();
        this.name = name;
        this.callback = system.url() + "/sign-in/callback";
        this.bootstrapSecret = Files.readString(system.state().resolve("secrets/keycloak.bootstrap")).strip();
        this.webSecret = Files.readString(system.state().resolve("secrets/server/capaian.keycloak.client-secret"))
                .strip();
    }

    /** @param people user name to address */
    void make(String clientSecret, String endpoint, Map<String, String> people)
            throws IOException, InterruptedException {
        remove();
        ObjectNode realm = JSON.createObjectNode().put("realm", name).put("enabled", true);
        ObjectNode client = realm.putArray("clients").addObject().put("clientId", "capaian").put("secret", clientSecret)
                .put("standardFlowEnabled", true);
        client.putArray("redirectUris").add(endpoint);
        ArrayNode users = realm.putArray("users");
        people.forEach((username, email) -> users.add(user(username, email)));
        expect(201, admin("POST", "/admin/realms", realm));
    }

    /** One more of its people. */
    void add(String username, String email) throws IOException, InterruptedException {
        expect(201, admin("POST", "/admin/realms/" + name + "/users", user(username, email)));
    }

    private static ObjectNode user(String username, String email) {
        ObjectNode user = JSON.createObjectNode().put("username", username).put("email", email)
                .put("emailVerified", true).put("firstName", "Orang").put("lastName", "Kota").put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD).put("temporary", false);
        return user;
    }

    void remove() throws IOException, InterruptedException {
        admin("DELETE", "/admin/realms/" + name, null);
    }

    /**
     * Somebody opens our sign-in in a fresh browser, is sent on to the city's, types the password there and comes back.
     *
     * @return the access token; empty when our realm lets nobody in
     */
    Optional<String> signIn(String username, String provider, String organization)
            throws IOException, InterruptedException {
        Map<String, Map<String, String>> jar = new TreeMap<>();
        URI start = URI.create(keycloak + "/realms/capaian/protocol/openid-connect/auth?" + form(Map.of(
                "client_id", "capaian-web", "response_type", "code", "redirect_uri", callback, "state", "s",
                "scope", "openid organization:" + organization, "kc_idp_hint", provider,
                "code_challenge", CHALLENGE, "code_challenge_method", "S256")));
        HttpResponse<String> page = follow(jar, start, HttpRequest.newBuilder().GET());
        Matcher login = LOGIN_FORM.matcher(page.body());
        if (!page.uri().getPath().startsWith("/realms/" + name + "/") || !login.find()) {
            throw new AssertionError("not the city's sign-in form: " + page.statusCode() + " at " + page.uri());
        }
        HttpResponse<String> end = follow(jar, URI.create(login.group(1).replace("&amp;", "&")),
                HttpRequest.newBuilder().POST(BodyPublishers.ofString(
                        form(Map.of("username", username, "password", PASSWORD)))));
        String location = end.headers().firstValue("Location").orElse("");
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        if (!code.find()) {
            if (!location.startsWith(callback) && !end.uri().getPath().startsWith("/realms/capaian/")) {
                throw new AssertionError("ended elsewhere: " + end.statusCode() + " at " + end.uri());
            }
            return Optional.empty();
        }
        JsonNode answer = JSON.readTree(post("/realms/capaian/protocol/openid-connect/token", Map.of(
                "grant_type", "authorization_code", "client_id", "capaian-web", "client_secret", webSecret,
                "redirect_uri", callback, "code", code.group(1), "code_verifier", VERIFIER)).body());
        return Optional.ofNullable(answer.path("access_token").asText(null));
    }

    /** Goes on until a page is shown, or our server's address is reached. */
    private HttpResponse<String> follow(Map<String, Map<String, String>> jar, URI first, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(jar, first, request);
        for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
            URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            if (next.toString().startsWith(callback)) {
                return answer;
            }
            answer = send(jar, next, HttpRequest.newBuilder().GET());
        }
        return answer;
    }

    /** Cookies by realm: both are on one host. */
    private HttpResponse<String> send(Map<String, Map<String, String>> jar, URI uri, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        Map<String, String> cookies = jar.computeIfAbsent(uri.getPath().split("/")[2], realm -> new TreeMap<>());
        request.uri(uri).timeout(Duration.ofSeconds(60)).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                    .collect(Collectors.joining("; ")));
        }
        if (request.build().method().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (String header : answer.headers().allValues("Set-Cookie")) {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private HttpResponse<String> admin(String method, String path, JsonNode body)
            throws IOException, InterruptedException {
        String token = JSON.readTree(post("/realms/master/protocol/openid-connect/token", Map.of(
                "grant_type", "client_credentials", "client_id", "capaian-bootstrap",
                "client_secret", bootstrapSecret)).body()).get("access_token").asText();
        return http.send(HttpRequest.newBuilder(URI.create(keycloak + path)).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(keycloak + path)).timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form(fields)))
                .build(), BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(one -> one.getKey() + "="
                + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
