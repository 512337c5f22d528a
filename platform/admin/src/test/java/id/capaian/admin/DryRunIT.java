package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Migrations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --dry-run} says what would be done, all of it, and does nothing, in the database or in Keycloak. */
class DryRunIT {

    @TempDir
    private Path config;

    @Test
    void saysWhatItWouldDoForANewTenantAndDoesNothing() throws SQLException {
        try (TwoTenants two = TwoTenants.migrated(); KeycloakDouble keycloak = new KeycloakDouble()) {
            List<String> before = everything(two);
            String newest = new Migrations(new Database(two.config())).newestTenantVersion();
            assertEquals(List.of(
                    "tubei: would make role t_tubei and let p_app take it",
                    "tubei: would make schema t_tubei",
                    "tubei: would write tubei into the registry",
                    "tubei: would offer packs [region-tubei]",
                    "tubei: would migrate t_tubei from none to " + newest,
                    "tubei: would set rights of t_tubei on its tables",
                    "tubei: would make period 2026-Q1",
                    "tubei: would make period 2026-Q2",
                    "tubei: would make period 2026-Q3",
                    "tubei: would make period 2026-Q4",
                    "tubei: would make period 2026",
                    "tubei: would set calendar.holidays to 2026-01-01,2026-01-16,2026-02-17,2026-03-19,2026-03-21,"
                            + "2026-03-22,2026-04-03,2026-04-05,2026-05-01,2026-05-14,2026-05-27,2026-05-31,2026-06-01,"
                            + "2026-06-16,2026-08-17,2026-08-25,2026-12-25,2027-01-01",
                    "tubei: would set evaluation.answer-days to 14",
                    "tubei: would set evaluation.day-kind to CALENDAR",
                    "tubei: would set evaluation.decision-days to 14",
                    "tubei: would set evaluation.distribution-minimum-people to 10",
                    "tubei: would set evaluation.explanation-days to 7",
                    "tubei: would make or mend organization tubei",
                    "tubei: would make the first regional admin",
                    "tubei: would prove that tubei is walled off",
                    "tubei: would set state of tubei to ACTIVE",
                    "tubei: would change",
                    "migrations: 0"), run(two, keycloak, TwoTenants.CONFIG, "tenant", "apply", "tubei", "--dry-run"));
            assertEquals(before, everything(two));
            assertEquals(List.of(), keycloak.writes);
        }
    }

    @Test
    void saysWhatItWouldChangeAndDoesNot() throws SQLException, IOException {
        Files.createDirectories(config.resolve("tenants"));
        Files.writeString(config.resolve("tenants/tubei.yaml"), TwoTenants.TUBEI
                .replace("answerDays: 14", "answerDays: 21").replace("state: active", "state: suspended"));
        try (TwoTenants two = TwoTenants.applied(); KeycloakDouble keycloak = new KeycloakDouble()) {
            run(two, keycloak, TwoTenants.CONFIG, "tenant", "apply", "--all");
            keycloak.writes.clear();
            List<String> before = everything(two);
            assertEquals(List.of("mulyorejo: ok", "pariaman: ok", "samarinda: ok", "tangsel: ok", "tubei: ok",
                    "migrations: 0"),
                    run(two, keycloak, TwoTenants.CONFIG, "tenant", "apply", "--all", "--dry-run"));
            assertEquals(List.of("tubei: would set evaluation.answer-days to 21",
                    "tubei: would make or mend organization tubei",
                    "tubei: would set state of tubei to SUSPENDED", "tubei: would change", "migrations: 0"),
                    run(two, keycloak, config, "tenant", "apply", "tubei", "--dry-run"));
            assertEquals(before, everything(two));
            assertEquals(List.of(), keycloak.writes);
        }
    }

    @Test
    void saysWhichMigrationsWouldRunAndRunsNone() throws SQLException {
        try (TwoTenants two = TwoTenants.empty(); KeycloakDouble keycloak = new KeycloakDouble()) {
            List<String> before = two.ask("select nspname from pg_namespace union all select rolname from pg_roles");
            List<String> said = run(two, keycloak, TwoTenants.CONFIG, "migrate", "--dry-run");
            assertEquals("would make role registry_function_owner", said.get(0));
            assertEquals("migrations: 0", said.get(said.size() - 1));
            assertEquals(List.of(), said.stream().filter(line -> !line.startsWith("would "))
                    .filter(line -> !line.equals("migrations: 0")).toList());
            assertEquals(before, two.ask("select nspname from pg_namespace union all select rolname from pg_roles"));
        }
    }

    /** Names of all there is, and every row of the registry and of the tenants' own settings. */
    private static List<String> everything(TwoTenants two) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String sql : List.of("select rolname from pg_roles order by 1", "select nspname from pg_namespace order by 1",
                "select oid::text || relacl::text from pg_class where relkind = 'r' and relacl is not null order by oid",
                "select t::text from registry.tenant t order by code",
                "select o::text from registry.pack_offer o order by 1",
                "select t::text from ref.threshold t order by 1")) {
            lines.addAll(two.ask(sql));
        }
        if (!two.ask("select code from registry.tenant").isEmpty()) {
            lines.addAll(two.ask("select s::text from t_tubei.setting s order by 1"));
            lines.addAll(two.ask("select p::text from t_tubei.assessment_period p order by 1"));
            lines.addAll(two.ask("select count(*)::text from t_tubei.audit_entry"));
        }
        return lines;
    }

    private static List<String> run(TwoTenants two, KeycloakDouble keycloak, Path config, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Main.run(words, two.environment(config, keycloak),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        List<String> said = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, exit, said::toString);
        return said;
    }
}
