package id.capaian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hands the files of {@code tenants-config/demo/<tenant>/} to the server, as a regional admin would: by its import
 * address, in the order of their names ({@code 01-units.csv} is of the kind {@code units}).
 */
final class DemoData {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final String keycloak;
    private final String password;

    /**
     * @param server address of the server
     * @param keycloak address of Keycloak, with the client capaian-demo
     * @param password of the demo accounts
     */
    DemoData(String server, String keycloak, String password) {
        this.server = server;
        this.keycloak = keycloak;
        this.password = password;
    }

    /**
     * Imports what a tenant has.
     *
     * @param folder the tenant's files
     * @param admin its regional admin
     * @return how many files changed something; a file imported before does not
     */
    int load(Path folder, DemoAccount admin) {
        int imports = 0;
        String token = token(admin);
        for (Path file : files(folder)) {
            imports += send(admin.tenant(), file, token) ? 1 : 0;
        }
        return imports;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean send(String tenant, Path file, String token) {
        String kind = file.getFileName().toString().replaceFirst("^\\d+-", "").replaceFirst("\\.csv$", "");
        HttpResponse<String> answer = Http.send(HttpRequest
                .newBuilder(URI.create(server + "/api/" + tenant + "/imports/" + kind))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(file))));
        if (answer.statusCode() / 100 != 2) {
            throw new LocalException("The server refused " + file + " (" + answer.statusCode() + "): "
                    + answer.body());
        }
        return !tree(answer.body()).path("alreadyImported").asBoolean();
    }

    private String token(DemoAccount admin) {
        HttpResponse<String> answer = Http.send(HttpRequest
                .newBuilder(URI.create(keycloak + "/realms/capaian/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(Map.of("grant_type", "password", "client_id", "capaian-demo",
                        "username", admin.username(), "password", password,
                        "scope", "openid organization:" + admin.tenant()))));
        if (answer.statusCode() != 200) {
            throw new LocalException("The demo account " + admin.username() + " cannot sign in (" + answer.statusCode()
                    + "): " + answer.body() + " If CAPAIAN_DEMO_PASSWORD was changed, set it back.");
        }
        return tree(answer.body()).path("access_token").asText();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
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
