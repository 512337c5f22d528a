package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.it.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A realm that is there follows the settings, or signing in would end after the first change of a port. */
class RealmIT {

    @Test
    void followsAddressTokenLifeAndSecrets() throws IOException, InterruptedException {
        RunningSystem system = RunningSystem.shared();
        Path secrets = system.state().resolve("secrets");
        String web = Files.readString(secrets.resolve(SecretNames.WEB_CLIENT)).strip();
        String admin = Files.readString(secrets.resolve(SecretNames.ADMIN_CLIENT)).strip();
        RealmImport realm = new RealmImport(system.keycloakUrl(), "capaian-bootstrap",
                Files.readString(secrets.resolve(SecretNames.KEYCLOAK_BOOTSTRAP)).strip());
        RealmOptions usual =
                new RealmOptions(system.url(), RunningSystem.TOKEN_SECONDS, web, admin, RunningSystem.PASSWORD);
        assertEquals(0, realm.bring(usual), "as `up` left it");
        RealmOptions moved =
                new RealmOptions("http://localhost:1", 120, "another-secret", admin, RunningSystem.PASSWORD);
        try {
            assertEquals(1, realm.bring(moved));
            assertEquals(0, realm.bring(moved), "it was written");
        } finally {
            assertEquals(1, realm.bring(usual));
        }
        assertEquals(0, realm.bring(usual));
    }
}
