package id.capaian.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Makes the realm {@code capaian} from {@code realm-capaian.json}, in one transaction, when it is missing. */
final class RealmImport {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

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

    /** @return 1 when the realm was made, 0 when it was there; a realm that is there is left as it is */
    int createIfMissing(RealmOptions options) {
        if (Http.answersOk(keycloak + "/realms/capaian")) {
            return 0;
        }
        HttpResponse<String> answer = Http.send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document(options))));
        if (answer.statusCode() != 201) {
            throw new LocalException("Keycloak refused the realm capaian (" + answer.statusCode() + "): "
                    + answer.body());
        }
        return 1;
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
        try {
            return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
