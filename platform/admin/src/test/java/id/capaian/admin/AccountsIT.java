package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.account.Invitations;
import id.capaian.admin.account.Letters;
import id.capaian.admin.account.MakeAccounts;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.TenantConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsIT {

    private static final List<TenantConfig> BOTH = List.of(TenantFiles.parse("s", TwoTenants.SAMARINDA),
            TenantFiles.parse("t", TwoTenants.TUBEI));

    private static TwoTenants two;
    private static AskingPeople people;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private KeycloakDouble keycloak;
    private Admin admin;

    @BeforeAll
    static void start() {
        two = TwoTenants.applied();
        people = new AskingPeople(two);
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @BeforeEach
    void emptyKeycloak() throws SQLException {
        keycloak = new KeycloakDouble();
        admin = people.admin(keycloak, said::add);
        people.nobody();
    }

    @Test
    void makesOrganizationAndFirstAdminOnce() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.demo("Demo-2026"), false);
        assertEquals(Set.of("samarinda admin.samarinda", "tubei admin.tubei"), keycloak.members);
        assertEquals(List.of("REGION_HR_ADMIN 1"), two.ask("select role || ' ' || (subject = (select subject from"
                + " t_tubei.account)) ::int from t_tubei.role_grant"));
        assertEquals(List.of("f"), two.ask("select bool_or(organization_id is null) from registry.tenant"));
        keycloak.writes.clear();
        List<Outcome> again = admin.applyTenants(BOTH, FirstPasswords.demo("Demo-2026"), false);
        assertEquals(List.of(), keycloak.writes);
        assertEquals(Outcome.Result.OK, again.get(0).result());
    }

    @Test
    void servesTenantsWhileKeycloakIsDownAndCatchesUp() throws SQLException {
        keycloak.down(true);
        List<Outcome> outcomes = admin.applyTenants(BOTH, FirstPasswords.none(), false);
        assertEquals(List.of(Outcome.Result.INCOMPLETE, Outcome.Result.INCOMPLETE),
                outcomes.stream().map(Outcome::result).toList());
        assertTrue(said.stream().anyMatch(line -> line.startsWith("tubei: NOT DONE, run again: ")), said::toString);
        keycloak.down(false);
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        assertEquals(2, keycloak.members.size());
    }

    @Test
    void endsWithOneWhenKeycloakDidNotDoItsPart() {
        assertEquals(0, command("tenant", "apply", "--all"), said::toString);
        keycloak.down(true);
        assertEquals(1, command("tenant", "apply", "tubei"));
        assertTrue(said.contains("tubei: incomplete"), said::toString);
        assertEquals(1, command("tenant", "suspend", "tubei"), "a sentence and no stack trace");
        keycloak.down(false);
        assertEquals(0, command("tenant", "resume", "tubei"));
        assertEquals(0, command("tenant", "apply", "tubei"), said::toString);
    }

    private int command(String... words) {
        AdminConfig database = two.config();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Main.run(words, Map.of("CAPAIAN_DB_URL", database.databaseUrl(),
                "CAPAIAN_DB_OWNER_PASSWORD", database.ownerPassword(),
                "CAPAIAN_CONFIG_DIR", TwoTenants.CONFIG.toString(),
                "CAPAIAN_KEYCLOAK_URL", keycloak.door().url().toString(), "CAPAIAN_KEYCLOAK_ADMIN_SECRET", "s"),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        out.toString(StandardCharsets.UTF_8).lines().forEach(said::add);
        return exit;
    }

    @Test
    void closesAndOpensATenant() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        admin.switchTenant("tubei", TenantConfig.State.SUSPENDED);
        assertEquals(List.of("SUSPENDED SUSPENDED"), two.ask(
                "select desired_state || ' ' || observed_state from registry.tenant where code = 'tubei'"));
        assertTrue(keycloak.organizations.values().stream()
                .anyMatch(node -> "tubei".equals(node.get("alias").asText()) && !node.get("enabled").asBoolean()));
        admin.switchTenant("tubei", TenantConfig.State.ACTIVE);
        assertEquals(List.of("ACTIVE"), two.ask("select observed_state from registry.tenant where code = 'tubei'"));
        assertThrows(AdminException.class, () -> admin.switchTenant("nowhere", TenantConfig.State.SUSPENDED));
    }

    @Test
    void makesWhatWasAskedForAndForgetsTheNumber() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        UUID siti = employee("t_samarinda", "198609262015051001");
        UUID other = employee("t_tubei", "199001012020012002");
        assertEquals(new MakeAccounts.Result(1, 0), admin.makeAccounts("samarinda", FirstPasswords.demo("Demo-2026")));
        assertEquals(List.of(siti.toString()), two.ask("select employee_id from t_samarinda.account"
                + " where employee_id is not null"));
        assertEquals(List.of("1"), two.ask("select count(*) from registry.account_request where made_at is not null"
                + " and username is null and display_name is null and email is null"));
        assertEquals(List.of("admin"), two.ask("select distinct actor from t_samarinda.audit_entry"
                + " where table_name = 'account' and row_after ->> 'employee_id' = '" + siti + "'"));
        assertEquals(List.of(other.toString()), two.ask(
                "select employee_id from registry.account_request where made_at is null"), "tubei's waits for tubei");
        keycloak.writes.clear();
        assertEquals(new MakeAccounts.Result(0, 0), admin.makeAccounts("samarinda", FirstPasswords.demo("Demo-2026")));
        assertEquals(List.of(), keycloak.writes);
    }

    @Test
    void writesDownWhyAnAccountWasNotMade() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        ask("t_tubei", UUID.randomUUID(), "admin.samarinda");
        assertEquals(new MakeAccounts.Result(0, 1), admin.makeAccounts("tubei", FirstPasswords.none()));
        assertFalse(keycloak.members.contains("tubei admin.samarinda"));
        UUID first = employee("t_tubei", "199001012020012002");
        admin.makeAccounts("tubei", FirstPasswords.none());
        UUID second = people.add("t_tubei", "199001012020012003");
        ask("t_tubei", second, "199001012020012002");
        assertEquals(new MakeAccounts.Result(0, 2), admin.makeAccounts("tubei", FirstPasswords.none()));
        assertEquals(List.of("the account belongs to another employee, or the employee has another account"),
                two.ask("select problem from registry.account_request where employee_id = '" + second + "'"));
        assertEquals(List.of(first.toString()), two.ask("select employee_id from t_tubei.account"
                + " where employee_id is not null"));
    }

    /** People and requests of an import that was taken back while the run goes through its list. */
    @Test
    void passesOverRequestsThatWereWithdrawnMeanwhile() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        for (int i = 0; i < 10; i++) {
            employee("t_samarinda", "19860926201505101" + i);
        }
        UUID other = employee("t_tubei", "199001012020012002");
        keycloak.afterWrite(1, () -> withdrawAll("t_samarinda"));
        assertEquals(new MakeAccounts.Result(0, 0), admin.makeAccounts("samarinda", FirstPasswords.demo("Demo-2026")));
        long made = keycloak.users.values().stream()
                .filter(user -> user.path("username").asText().startsWith("1986")).count();
        assertTrue(made <= 3, made + " accounts of nobody: only what was under way may be made");
        assertEquals(List.of(other.toString()), two.ask("select employee_id from registry.account_request"));
        assertEquals(new MakeAccounts.Result(1, 0), admin.makeAccounts("tubei", FirstPasswords.demo("Demo-2026")));
    }

    private static void withdrawAll(String schema) {
        try {
            two.owner("delete from registry.account_request where tenant = '" + schema.substring(2) + "'");
            two.as(schema, connection -> {
                Sql.run(connection, "delete from " + schema + ".employee");
                return null;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesNobodyTheAccountAnotherGovernmentHadMade(@TempDir Path folder) throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.demo("Demo-2026"), false);
        employee("t_samarinda", "199001012020012002");
        admin.makeAccounts("samarinda", FirstPasswords.demo("Demo-2026"));
        UUID same = employee("t_tubei", "199001012020012002");
        assertEquals(new MakeAccounts.Result(0, 1), admin.makeAccounts("tubei", FirstPasswords.demo("Demo-2026")));
        assertFalse(keycloak.members.contains("tubei 199001012020012002"));
        assertEquals(List.of("0"), two.ask("select count(*) from t_tubei.account where employee_id is not null"));
        assertTrue(two.ask("select problem from registry.account_request where employee_id = '" + same + "'").get(0)
                .contains("account adopt"));

        keycloak.writes.clear();
        assertEquals(new MakeAccounts.Result(1, 0, new Invitations.Told(0, 1, 0, 0)),
                admin.adoptAccount("tubei", same, letters(folder.resolve("letters"))));
        assertTrue(keycloak.members.contains("tubei 199001012020012002"));
        assertTrue(keycloak.members.contains("samarinda 199001012020012002"), "what they were elsewhere, too");
        assertTrue(keycloak.writes.containsAll(List.of("DELETE users", "PUT users", "POST users")),
                "the old password gone, running sessions ended: " + keycloak.writes);
        assertThrows(AdminException.class, () -> admin.adoptAccount("tubei", same, FirstPasswords.none()), "once");
    }

    @Test
    void takesUpAnAccountThatARunLeftWithoutMembership() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        UUID siti = employee("t_samarinda", "199001012020012002");
        admin.makeAccounts("samarinda", FirstPasswords.demo("Demo-2026"));
        keycloak.members.remove("samarinda 199001012020012002");
        two.owner("update registry.account_request set made_at = null, subject = null,"
                + " username = '199001012020012002', display_name = 'Siti'");
        assertEquals(new MakeAccounts.Result(1, 0), admin.makeAccounts("samarinda", FirstPasswords.demo("Demo-2026")));
        assertTrue(keycloak.members.contains("samarinda 199001012020012002"));
        assertEquals(List.of(siti.toString()), two.ask("select employee_id from t_samarinda.account"
                + " where employee_id is not null"));
    }

    @Test
    void givesAFirstAdminToARegionThatLostItsLast() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        two.as("t_tubei", connection -> Sql.update(connection,
                "update t_tubei.role_grant set valid_to = current_date - 1 where role = 'REGION_HR_ADMIN'"));
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        assertEquals(List.of("1"), two.ask("select count(*) from t_tubei.role_grant where role = 'REGION_HR_ADMIN'"
                + " and coalesce(valid_to, 'infinity') >= current_date"));
    }

    @Test
    void makesAnOfficialAnAccountOfItsTenantsNameOnly() throws SQLException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        UUID mayor = UUID.randomUUID();
        two.as("t_samarinda", connection -> Sql.update(connection, "insert into t_samarinda.employee (employee_id,"
                + " official_key, full_name, employment, legal_status, version)"
                + " values (?, 'walikota', 'Siti', 'OFFICIAL', '01', 1)", mayor));
        ask("t_samarinda", mayor, "samarinda.walikota");
        assertEquals(new MakeAccounts.Result(1, 0), admin.makeAccounts("samarinda", FirstPasswords.none()));
        assertEquals(List.of(mayor.toString()), two.ask("select employee_id from t_samarinda.account"
                + " where employee_id is not null"));
        ask("t_tubei", UUID.randomUUID(), "samarinda.walikota");
        assertEquals(new MakeAccounts.Result(0, 1), admin.makeAccounts("tubei", FirstPasswords.none()));
    }

    @Test
    void writesALetterForEachNewAccount(@TempDir Path folder) throws SQLException, IOException {
        admin.applyTenants(BOTH, FirstPasswords.none(), false);
        employee("t_samarinda", "198609262015051001");
        Path letters = folder.resolve("letters");
        assertEquals(new Invitations.Told(0, 2, 0, 0), admin.makeAccounts("samarinda", letters(letters)).told());
        try (Stream<Path> files = Files.list(letters)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(all.get(0))));
            String printed = Files.readString(all.get(0));
            assertEquals(3, printed.split("<section>").length, "a page for the first admin, too");
            assertTrue(printed.contains("198609262015051001"), printed);
            assertTrue(printed.contains(keycloak.password("198609262015051001")), "the password that was set");
            assertTrue(printed.contains("https://capaian.example/samarinda/"), printed);
        }
        assertTrue(keycloak.user("198609262015051001").path("requiredActions").toString().contains("UPDATE_PASSWORD"));
        assertEquals(Invitations.Told.NOBODY, admin.makeAccounts("samarinda", letters(letters)).told(), "once");
    }

    private static FirstPasswords letters(Path folder) {
        return FirstPasswords.told(null, new Letters(folder, "https://capaian.example"));
    }

    private static UUID employee(String schema, String number) throws SQLException {
        return people.asks(schema, number, null);
    }

    private static void ask(String schema, UUID employee, String username) throws SQLException {
        people.ask(schema, employee, username, null);
    }
}
