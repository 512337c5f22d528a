package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final List<String> PORTS = List.of("CAPAIAN_PG_PORT", "CAPAIAN_KEYCLOAK_PORT",
            "CAPAIAN_KEYCLOAK_MANAGEMENT_PORT", "CAPAIAN_PORT", "CAPAIAN_MAIL_PORT");

    @TempDir
    private Path root;
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void wantsRoomForWhatIsToBeUnpackedAndNoMore() throws IOException {
        refuses(() -> system().requireDisk(3071 * MEGABYTE), "Only 3071 MB are free on the disk of ");
        system().requireDisk(3072 * MEGABYTE);
        environment.put("CAPAIAN_PG_URL", "jdbc:postgresql://db.example/capaian");
        Files.createDirectories(root.resolve(".capaian/unpacked/keycloak-" + Versions.of("keycloak")));
        refuses(() -> system().requireDisk(3071 * MEGABYTE), "Only 3071 MB are free");
        Files.createFile(root.resolve(".capaian/unpacked/keycloak-" + Versions.of("keycloak") + "/capaian.built"));
        system().requireDisk(300 * MEGABYTE);
        refuses(() -> system().requireDisk(299 * MEGABYTE), "Only 299 MB are free on the disk of ");
    }

    @Test
    void namesTheSettingOfEachPortThatIsTaken() throws IOException {
        for (String setting : PORTS) {
            PORTS.forEach(name -> environment.put(name, Integer.toString(Ports.anyFree())));
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                environment.put(setting, Integer.toString(taken.getLocalPort()));
                LocalException refused = refuses(() -> system().requirePorts(), "Port " + taken.getLocalPort() + ", ");
                assertTrue(refused.getMessage().endsWith("choose another port with " + setting + "."),
                        refused.getMessage());
            }
        }
    }

    @Test
    void triesAnExternalPostgresFirstAndKeepsItsOwnSecrets() throws IOException {
        String before = new Secrets(state().resolve("secrets")).get(SecretNames.password("p_app"));
        try (EmbeddedPostgres theirs = EmbeddedPostgres.temporary()) {
            environment.put("CAPAIAN_PG_URL", theirs.url("capaian"));
            environment.put("CAPAIAN_DB_PASSWORD", theirs.password("p_app"));
            environment.put("CAPAIAN_DB_JOBS_PASSWORD", theirs.password("p_jobs"));
            environment.put("CAPAIAN_DB_OWNER_PASSWORD", "not-this-one");
            refuses(() -> system().database(), "The database " + theirs.url("capaian") + " does not let p_owner in: ");
            environment.put("CAPAIAN_DB_OWNER_PASSWORD", theirs.password("p_owner"));
            assertEquals(0, system().database().migrations());
            Path handed = new Credentials(settings()).serverFolder();
            assertEquals(theirs.password("p_app"), Files.readString(handed.resolve("capaian.db.password")));
        }
        environment.clear();
        Path own = new Credentials(settings()).serverFolder();
        assertEquals(before, Files.readString(own.resolve("capaian.db.password")), "the try destroyed our own");
    }

    @Test
    void asksForKeycloaksOwnPasswordOnAnExternalPostgres() {
        environment.put("CAPAIAN_PG_URL", "jdbc:postgresql://db.example/capaian");
        refuses(() -> system().keycloak(new Counters()), "CAPAIAN_KEYCLOAK_DB_PASSWORD is not set; ");
    }

    @Test
    void writesNothingWhenAnExternalKeycloakDoesNotAnswer() throws IOException {
        String before = new Secrets(state().resolve("secrets")).get(SecretNames.WEB_CLIENT);
        environment.put("CAPAIAN_KEYCLOAK_URL", "http://127.0.0.1:9/");
        refuses(() -> system().keycloak(new Counters()), "CAPAIAN_KEYCLOAK_CLIENT_SECRET is not set; ");
        environment.put("CAPAIAN_KEYCLOAK_CLIENT_SECRET", "theirs");
        refuses(() -> system().keycloak(new Counters()), "The Keycloak at http://127.0.0.1:9 does not answer ");
        assertEquals(before, Files.readString(state().resolve("secrets/" + SecretNames.WEB_CLIENT)));
    }

    private static LocalException refuses(Executable act, String start) {
        LocalException refused = assertThrows(LocalException.class, act);
        assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
        return refused;
    }

    private LocalSystem system() {
        return new LocalSystem(settings());
    }

    private Settings settings() {
        return Settings.load(root, environment);
    }

    private Path state() {
        return root.resolve(".capaian");
    }
}
