package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a tenant's file to its own identity provider; that Keycloak then does what is meant is tested in module it. */
class OwnProviderIT {

    private static final String OWN = TwoTenants.SAMARINDA + """

            identityProvider:
              name: Pemerintah Kota Samarinda
              issuer: https://masuk.samarinda.example/realms/asn
              clientId: capaian
              usernameClaim: nip
            """;
    private static final FirstPasswords NONE = FirstPasswords.none();

    @TempDir
    private Path secrets;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private TwoTenants two;
    private KeycloakDouble keycloak;
    private Admin admin;

    @BeforeEach
    void start() throws IOException {
        two = TwoTenants.applied();
        keycloak = new KeycloakDouble();
        AdminConfig database = two.config();
        admin = new Admin(new AdminConfig(database.databaseUrl(), database.ownerPassword(), database.appPassword(),
                keycloak.door(), null, null, null, secrets), said::add);
        Files.writeString(secrets.resolve("samarinda"), "secret-of-the-city\n");
    }

    @AfterEach
    void stop() {
        keycloak.close();
        two.close();
    }

    @Test
    void isSetUpOnceFollowsTheFileAndItsSecretAndGoesWithIt() throws IOException {
        assertEquals(Outcome.Result.CHANGED, apply(OWN));
        assertEquals("secret-of-the-city", keycloak.providers.get("samarinda").at("/config/clientSecret").asText());
        assertEquals("capaian broker", keycloak.providers.get("samarinda").get("firstBrokerLoginFlowAlias").asText());
        keycloak.writes.clear();
        assertEquals(Outcome.Result.OK, apply(OWN));
        assertEquals(List.of(), keycloak.writes);

        Files.writeString(secrets.resolve("samarinda"), "another-secret");
        assertEquals(Outcome.Result.CHANGED, apply(OWN));
        assertEquals("another-secret", keycloak.providers.get("samarinda").at("/config/clientSecret").asText());
        assertEquals(Outcome.Result.CHANGED, apply(TwoTenants.SAMARINDA));
        assertEquals(Set.of(), keycloak.providers.keySet());
        assertEquals(Outcome.Result.OK, apply(TwoTenants.SAMARINDA));
        assertFalse(said.stream().anyMatch(line -> line.contains("secret")), said::toString);
    }

    @Test
    void saysWhereTheSecretIsMissing() throws IOException {
        Files.delete(secrets.resolve("samarinda"));
        assertEquals(Outcome.Result.FAILED, apply(OWN));
        assertTrue(said.stream().anyMatch(line -> line.contains("secret of its identity provider")), said::toString);
        assertThrows(AdminException.class, () -> apply(OWN.replace("https://", "http://")), "not in the clear");
    }

    @Test
    void speaksForPeopleOfTheTenantWithANumberAndForNobodyElse() throws SQLException {
        apply(OWN);
        admin.applyTenants(List.of(TenantFiles.parse("t", TwoTenants.TUBEI)), NONE, false);
        asks("t_samarinda", "198609262015051001");
        asks("t_tubei", "199001012020012002");
        admin.makeAccounts("samarinda", NONE);
        admin.makeAccounts("tubei", NONE);
        assertEquals(Set.of("samarinda 198609262015051001"), keycloak.links,
                "not the office account of the first admin");
        keycloak.writes.clear();
        admin.makeAccounts("samarinda", NONE);
        assertEquals(List.of(), keycloak.writes);
        apply(TwoTenants.SAMARINDA);
        apply(OWN);
        assertTrue(keycloak.writes.contains("POST users"), "linked anew: the links went with the provider");
    }

    private Outcome.Result apply(String yaml) {
        return admin.applyTenants(List.of(TenantFiles.parse("s", yaml)), NONE, false).get(0).result();
    }

    private void asks(String schema, String number) throws SQLException {
        two.as(schema, connection -> {
            UUID id = UUID.randomUUID();
            Sql.update(connection, "insert into " + schema + ".employee (employee_id, number_kind, civil_number,"
                    + " full_name, employment, birth_date, sex, legal_status, version)"
                    + " values (?, 'NIP', ?, 'Siti', 'PNS', '1986-09-26', 'FEMALE', '01', 1)", id, number);
            return Sql.text(connection, "select registry.ask_account(?, ?, 'Siti', null)::text", id, number);
        });
    }
}
