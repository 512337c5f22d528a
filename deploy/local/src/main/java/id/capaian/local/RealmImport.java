package id.capaian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes the realm {@code capaian} from {@code realm-capaian.json}, in one transaction, when it is missing. When it is
 * there, sees that the clients' addresses and secrets and the life of a token are those of today's settings; all else
 * is left as it is.
 */
final class RealmImport {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/admin/realms/capaian";
    private static final String TOKEN_LIFE = "accessTokenLifespan";
    /** What of a client follows the settings, besides its attributes. */
    private static final List<String> FROM_SETTINGS = List.of("rootUrl", "redirectUris", "secret");

    private final String keycloak;
    private final String client;
    private final String secret;

    /**
     * @param keycloak address of Keycloak
     * @param client a service account of the realm master that may make realms
     * @param secret its secret
     */
    RealmImport(String keycloak, String client, String secret) {
        this.keycloak = keycloak;
        this.client = client;
        this.secret = secret;
    }

    /** @return 1 when the realm was made or changed, 0 when it was as it shall be */
    int bring(RealmOptions options) {
        String wanted = document(options);
        String token = token();
        JsonNode found = call(token, "GET", REALM, null, 200, 404);
        if (found.path("realm").asText().isEmpty()) {
            call(token, "POST", "/admin/realms", wanted, 201);
            return 1;
        }
        boolean changed = mendTokenLife(token, found, tree(wanted));
        for (JsonNode client : tree(wanted).get("clients")) {
            changed |= FROM_SETTINGS.stream().anyMatch(client::has) && mendClient(token, client);
        }
        return changed ? 1 : 0;
    }

    private boolean mendTokenLife(String token, JsonNode found, JsonNode wanted) {
        if (found.get(TOKEN_LIFE).equals(wanted.get(TOKEN_LIFE))) {
            return false;
        }
        call(token, "PUT", REALM, JSON.createObjectNode().set(TOKEN_LIFE, wanted.get(TOKEN_LIFE)).toString(), 204);
        return true;
    }

    private boolean mendClient(String token, JsonNode wanted) {
        String id = wanted.get("clientId").asText();
        JsonNode known = call(token, "GET", REALM + "/clients?clientId=" + id, null, 200);
        if (known.isEmpty()) {
            throw new LocalException("Keycloak's realm capaian has no client " + id + " any more: restore it from"
                    + " realm-capaian.json, or begin anew with an empty database keycloak.");
        }
        ObjectNode mended = known.get(0).deepCopy();
        FROM_SETTINGS.stream().filter(wanted::has).forEach(field -> mended.set(field, wanted.get(field)));
        wanted.path("attributes").properties().forEach(one -> mended.withObject("/attributes").set(one.getKey(),
                one.getValue()));
        if (mended.equals(known.get(0))) {
            return false;
        }
        call(token, "PUT", REALM + "/clients/" + mended.get("id").asText(), mended.toString(), 204);
        return true;
    }

    /** @param body JSON, or null for none */
    private JsonNode call(String token, String method, String path, String body, Integer... expected) {
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(URI.create(keycloak + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)));
        if (!List.of(expected).contains(answer.statusCode())) {
            throw new LocalException("Keycloak refused to make or change the realm capaian (" + answer.statusCode()
                    + "): " + answer.body());
        }
        return tree(answer.body().isBlank() ? "{}" : answer.body());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token() {
        HttpResponse<String> answer = Http.send(HttpRequest
                .newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(Map.of("grant_type", "client_credentials", "client_id", client,
                        "client_secret", secret))));
        if (answer.statusCode() != 200) {
            throw new LocalException("Keycloak does not accept the password of its own service account " + client
                    + " (" + answer.statusCode() + "): its database was made with other secrets; restore them, or"
                    + " begin anew with an empty database keycloak.");
        }
        return tree(answer.body()).get("access_token").asText();
    }

    static String document(RealmOptions options) {
        String json = template();
        for (Map.Entry<String, String> place : places(options).entrySet()) {
            json = json.replace("${" + place.getKey() + "}", place.getValue());
        }
        return json;
    }

    /** The names are those a Keycloak image finds in its environment when it imports the same file itself. */
    private static Map<String, String> places(RealmOptions options) {
        return Map.of(
                "CAPAIAN_BASE_URL", options.baseUrl(),
                "CAPAIAN_TOKEN_SECONDS", Integer.toString(options.tokenSeconds()),
                "CAPAIAN_KEYCLOAK_CLIENT_SECRET", options.webSecret(),
                "CAPAIAN_KEYCLOAK_ADMIN_SECRET", options.adminSecret(),
                "CAPAIAN_DEMO_PASSWORD", options.demoPassword());
    }

    private static String template() {
        try (InputStream in = RealmImport.class.getResourceAsStream("/realm-capaian.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
