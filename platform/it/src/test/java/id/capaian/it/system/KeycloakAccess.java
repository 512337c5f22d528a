package id.capaian.it.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.keycloak.admin.KeycloakAdmin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;

/** The running Keycloak with the rights of the admin module, and no more. */
final class KeycloakAccess {

    private static final String CLIENT = "capaian-admin";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String secret;

    KeycloakAccess(RunningSystem system) throws IOException {
        address = system.keycloakUrl();
        secret = Files.readString(system.state().resolve("secrets/keycloak.admin-client")).strip();
    }

    /** The product's own client. */
    KeycloakAdmin admin() {
        return new KeycloakAdmin(URI.create(address), "capaian", CLIENT, secret);
    }

    /** Ends every session of an account, as an administrator does in Keycloak's console. */
    void endSessionsOf(String accountId) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(
                URI.create(address + "/admin/realms/capaian/users/" + accountId + "/logout"))
                .header("Authorization", "Bearer " + token()).POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 204) {
            throw new AssertionError("sessions were not ended: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Ids of all that there are of a kind, {@code users} or {@code organizations}. */
    List<String> ids(String kind) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(
                URI.create(address + "/admin/realms/capaian/" + kind + "?first=0&max=100000"))
                .header("Authorization", "Bearer " + token()).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(kind + " cannot be listed: " + answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).findValuesAsText("id").stream().sorted().toList();
    }

    private String token() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(
                URI.create(address + "/realms/capaian/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + CLIENT
                        + "&client_secret=" + secret)).build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }
}
