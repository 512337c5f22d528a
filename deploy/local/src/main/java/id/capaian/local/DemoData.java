package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands the files of {@code tenants-config/demo/<tenant>/} to the server, as a regional admin would: by its import
 * address, in the order of their names ({@code 01-units.csv} is of the kind {@code units}).
 */
final class DemoData {

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
        DemoApi api = DemoApi.signIn(server, keycloak, admin.tenant(), admin.username(), password);
        for (Path file : files(folder)) {
            String kind = file.getFileName().toString().replaceFirst("^\\d+-", "").replaceFirst("\\.csv$", "");
            imports += api.postCsv("/imports/" + kind, bytes(file)).path("alreadyImported").asBoolean() ? 0 : 1;
        }
        return imports;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+-.*\\.csv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
