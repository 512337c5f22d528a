package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.it.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL and Keycloak of the running system, as somebody uses them for whom they are external services. */
class ExternalServicesIT {

    @TempDir
    private Path state;
    private RunningSystem system;
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void configure() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        settings.putAll(Map.of(
                "CAPAIAN_STATE_DIR", state.toString(),
                "CAPAIAN_PG_URL", "jdbc:postgresql://127.0.0.1:" + system.postgresPort() + "/capaian",
                "CAPAIAN_DB_OWNER_PASSWORD", secret("db.owner.password"),
                "CAPAIAN_DB_PASSWORD", secret("server/capaian.db.password"),
                "CAPAIAN_DB_JOBS_PASSWORD", secret("server/capaian.db.jobs.password"),
                "CAPAIAN_KEYCLOAK_URL", system.keycloakUrl() + "/",
                "CAPAIAN_KEYCLOAK_CLIENT_SECRET", secret("server/capaian.keycloak.client-secret"),
                "CAPAIAN_KEYCLOAK_ADMIN_SECRET", secret("keycloak.admin-client")));
    }

    @Test
    void areUsedAsTheyAre() {
        LocalSystem local = local();
        Database database = local.database();
        assertTrue(database.migrations() > 0, "the running system's own database");
        List<String> said = local.admin(database, local.keycloak(new Counters()), local.tenantsConfig())
                .run("tenant", "apply", "--all", "--dry-run");
        assertTrue(said.containsAll(List.of("samarinda: ok", "tubei: ok", "migrations: 0")), said::toString);
    }

    @Test
    void areRefusedInOneSentenceWhenASecretIsWrong() {
        settings.put("CAPAIAN_KEYCLOAK_ADMIN_SECRET", "wrong");
        LocalException refused = assertThrows(LocalException.class, () -> local().keycloak(new Counters()));
        assertEquals("The Keycloak at " + system.keycloakUrl() + " does not accept the client capaian-admin (401):"
                + " correct CAPAIAN_KEYCLOAK_ADMIN_SECRET.", refused.getMessage());
        settings.put("CAPAIAN_DB_JOBS_PASSWORD", "wrong");
        refused = assertThrows(LocalException.class, () -> local().database());
        assertTrue(refused.getMessage().contains(" does not let p_jobs in: "), refused.getMessage());
    }

    private LocalSystem local() {
        return new LocalSystem(new Settings(Artifacts.here().root(), settings));
    }

    private String secret(String name) throws IOException {
        return Files.readString(system.state().resolve("secrets").resolve(name)).strip();
    }
}
