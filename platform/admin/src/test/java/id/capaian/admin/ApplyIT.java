package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.admin.tenant.TenantConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyIT {

    private static final List<TenantConfig> BOTH = List.of(TenantFiles.parse("s", TwoTenants.SAMARINDA),
            TenantFiles.parse("t", TwoTenants.TUBEI));

    @Test
    void makesTwoTenantsThatServe() throws SQLException {
        try (TwoTenants two = TwoTenants.empty()) {
            Admin admin = two.admin();
            assertTrue(admin.planMigration().size() > 5);
            assertTrue(admin.migrate() >= 5);
            assertEquals(List.of(), admin.planMigration());
            List<Outcome> outcomes = admin.applyTenants(BOTH, FirstPasswords.none(), false);
            assertEquals(List.of(Outcome.Result.CHANGED, Outcome.Result.CHANGED),
                    outcomes.stream().map(Outcome::result).toList());
            assertEquals(List.of("samarinda ACTIVE", "tubei ACTIVE"),
                    two.ask("select code || ' ' || observed_state from registry.tenant order by code"));
            assertEquals(List.of("2026-Q4"),
                    two.ask("select code from t_tubei.assessment_period where status = 'OPEN'"));
            assertEquals(List.of("14"),
                    two.ask("select value from t_samarinda.setting where name = 'evaluation.answer-days'"));
            assertEquals(List.of(), admin.examine("samarinda"));
            assertEquals(List.of(), new Admin(two.configWithoutApp()).examine("tubei"));
        }
    }

    @Test
    void doesNothingTheSecondTime() throws SQLException {
        try (TwoTenants two = TwoTenants.applied()) {
            List<String> said = Collections.synchronizedList(new ArrayList<>());
            Admin admin = two.admin(said::add, StepWatch.NONE);
            assertEquals(0, admin.migrate());
            for (Outcome outcome : admin.applyTenants(BOTH, FirstPasswords.none(), false)) {
                assertEquals(Outcome.Result.OK, outcome.result());
                assertEquals(0, outcome.migrations());
            }
            assertEquals(1, said.size(), said::toString);
        }
    }

    @Test
    void takesOneAfterTheOtherWhileServersRun() throws SQLException {
        try (TwoTenants two = TwoTenants.migrated()) {
            two.owner("insert into registry.node (node_id, started_at, seen_at, release)"
                    + " values ('a', clock_timestamp(), clock_timestamp() + interval '1 hour', 'test')");
            List<String> acting = Collections.synchronizedList(new ArrayList<>());
            Admin admin = two.admin(line -> { }, (moment, step, tenant) -> acting.add(tenant));
            admin.applyTenants(BOTH, FirstPasswords.none(), false);
            int samarinda = Collections.frequency(acting, "samarinda");
            assertEquals(Set.of("samarinda"), Set.copyOf(acting.subList(0, samarinda)), "the first is done first");
            assertEquals(Set.of("tubei"), Set.copyOf(acting.subList(samarinda, acting.size())));
            assertEquals(List.of("1"), two.ask("select count(distinct xmin::text) from pg_namespace"
                    + " where nspname in ('t_samarinda', 't_tubei')"), "schemas are made at once");
        }
    }

    @Test
    void resumesAfterAFailureAtAnyStep() throws SQLException {
        try (TwoTenants two = TwoTenants.migrated()) {
            Set<StepName> failed = new TreeSet<>();
            Admin brittle = two.admin(line -> { }, (moment, step, tenant) -> {
                if ("tubei".equals(tenant) && moment == StepWatch.Moment.BEFORE && failed.add(step)) {
                    throw new IllegalStateException("injected before " + step);
                }
            });
            List<Outcome> outcomes = brittle.applyTenants(BOTH, FirstPasswords.none(), false);
            assertEquals(Outcome.Result.CHANGED, outcomes.get(0).result(), "one that fails holds up no other");
            int runs = 1;
            while (brittle.applyTenants(BOTH, FirstPasswords.none(), false).get(1).result() == Outcome.Result.FAILED) {
                runs++;
            }
            assertEquals(failed.size(), runs);
            assertTrue(failed.containsAll(Set.of(StepName.ROLE, StepName.SCHEMA, StepName.REGISTRY, StepName.TABLES,
                    StepName.RIGHTS, StepName.SEED, StepName.DOCTOR, StepName.STATE)), failed::toString);
            assertEquals(List.of("ACTIVE"), two.ask("select observed_state from registry.tenant where code = 'tubei'"));
            assertEquals(List.of(), two.admin().examine("tubei"));
        }
    }

    @Test
    void endsWithOneAndNamesTheTenantThatFailed() {
        try (TwoTenants two = TwoTenants.migrated(); KeycloakDouble keycloak = new KeycloakDouble()) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            StepWatch broken = (moment, step, tenant) -> {
                if ("tubei".equals(tenant) && step == StepName.SEED) {
                    throw new IllegalStateException("injected\nsecond line");
                }
            };
            int exit = Main.run(new String[] {"tenant", "apply", "--all"}, two.environment(TwoTenants.CONFIG, keycloak),
                    new PrintStream(said, true, StandardCharsets.UTF_8), broken);
            List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
            assertEquals(1, exit);
            assertTrue(lines.containsAll(List.of("samarinda: changed", "tubei: failed")), lines::toString);
            assertTrue(lines.contains("tubei: FAILED: Unforeseen: IllegalStateException: injected. Run the command again"
                    + " with --trace and report what it prints."), lines::toString);
        }
    }

    @Test
    void passesOverTheFileOfATenantThatWasDroppedAndSaysSo(@TempDir Path config) throws SQLException, IOException {
        try (TwoTenants two = TwoTenants.migrated(); KeycloakDouble keycloak = new KeycloakDouble()) {
            Files.createDirectories(config.resolve("tenants"));
            Files.copy(TwoTenants.CONFIG.resolve("platform.yaml"), config.resolve("platform.yaml"));
            Files.writeString(config.resolve("tenants/samarinda.yaml"), TwoTenants.SAMARINDA);
            Files.writeString(config.resolve("tenants/tubei.yaml"), TwoTenants.TUBEI);
            run(0, two, config, keycloak, "tenant", "apply", "--all");
            run(0, two, config, keycloak, "tenant", "suspend", "samarinda");
            run(0, two, config, keycloak, "tenant", "drop", "samarinda", "--confirm", "samarinda");
            // It would be the canary, too.
            for (String[] words : new String[][] {{"tenant", "apply", "--all"},
                    {"tenant", "apply", "--all", "--dry-run"}}) {
                String said = run(0, two, config, keycloak, words);
                assertTrue(said.contains("samarinda: was dropped"), said);
                assertTrue(said.contains("delete tenants-config/tenants/samarinda.yaml"), said);
                assertTrue(said.lines().toList().contains("samarinda: dropped"), said);
                assertFalse(said.contains("tubei: held"), said);
            }
            String asked = run(1, two, config, keycloak, "tenant", "apply", "samarinda");
            assertTrue(asked.contains("this tenant was dropped"), asked);
            assertEquals(List.of("DROPPED"),
                    two.ask("select desired_state from registry.tenant where code = 'samarinda'"));
            assertEquals(List.of(), two.admin().examine("tubei"));
        }
    }

    private static String run(int exit, TwoTenants two, Path config, KeycloakDouble keycloak, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int ended = Main.run(words, two.environment(config, keycloak),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertEquals(exit, ended, said.toString(StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void followsTheFileUntilTheTenantChangesASetting() throws SQLException {
        try (TwoTenants two = TwoTenants.applied()) {
            String longer = TwoTenants.TUBEI.replace("answerDays: 14", "answerDays: 21");
            assertEquals(Outcome.Result.CHANGED, two.admin().applyTenant(longer).result());
            assertEquals(List.of("21"), setting(two, "evaluation.answer-days"));
            assertEquals(Outcome.Result.OK, two.admin().applyTenant(longer).result());
            two.as("t_tubei", connection -> Sql.update(connection, "update t_tubei.setting set value = '10',"
                    + " version = version + 1 where name = 'evaluation.answer-days'"));
            assertEquals(Outcome.Result.OK, two.admin().applyTenant(longer).result(), "the tenant has decided");
            assertEquals(List.of("10"), setting(two, "evaluation.answer-days"));
            String next = longer.replace("year: 2026", "year: 2027").replace("2026-12-25,", "");
            assertEquals(Outcome.Result.CHANGED, two.admin().applyTenant(next).result());
            assertEquals(2, setting(two, "calendar.holidays").size(), "each year's holidays from its first day on");
        }
    }

    @Test
    void renamesTheSettingsOfTenantsThatAreThere() throws SQLException, IOException {
        try (TwoTenants two = TwoTenants.applied()) {
            two.as("t_tubei", connection -> {
                Sql.run(connection, "delete from t_tubei.setting");
                for (String row : List.of("objection-days 21", "objection-explain-days 7", "day-kind WORKING",
                        "distribution-minimum-people 12", "grace-days 10", "evaluation.explanation-days 3")) {
                    String[] part = row.split(" ");
                    Sql.update(connection, "insert into t_tubei.setting (setting_id, name, value, valid_from, version)"
                            + " values (uuidv7(), ?, ?, '2020-01-01', 1)", part[0], part[1]);
                }
                return null;
            });
            two.owner("begin", "set local search_path = t_tubei",
                    Files.readString(Path.of("src/main/resources/db/tenant/V202611271840__setting_names.sql")), "commit");
            assertEquals(List.of("evaluation.answer-days 21", "evaluation.day-kind WORKING",
                    "evaluation.distribution-minimum-people 12", "evaluation.explanation-days 3"),
                    two.ask("select name || ' ' || value from t_tubei.setting order by name"));
        }
    }

    @Test
    void saysWhatToDoBeforeMigrate() {
        try (TwoTenants two = TwoTenants.empty()) {
            AdminException refused = assertThrows(AdminException.class,
                    () -> two.admin().applyTenant(TwoTenants.TUBEI));
            assertTrue(refused.getMessage().contains("run `migrate` first"), refused.getMessage());
        }
    }

    @Test
    void refusesAProvinceThatIsNone() {
        try (TwoTenants two = TwoTenants.migrated()) {
            String yaml = TwoTenants.TUBEI.replace("province: \"17\"", "province: \"99\"");
            AdminException refused = assertThrows(AdminException.class, () -> two.admin().applyTenant(yaml));
            assertTrue(refused.getMessage().contains("government.province is '99'"), refused.getMessage());
        }
    }

    @Test
    void leavesATenantAloneWhoseTablesAreNewerThanItKnows() throws SQLException {
        try (TwoTenants two = TwoTenants.applied()) {
            two.owner("update registry.tenant set schema_version = '999912310000' where code = 'tubei'",
                    "create table t_tubei.newcomer (id int)", "grant delete on t_tubei.newcomer to t_tubei");
            String rights = "select relacl from pg_class where relname = 'newcomer'";
            List<String> before = two.ask(rights);
            List<Outcome> outcomes = two.admin().applyTenants(BOTH, FirstPasswords.none(), false);
            assertEquals(List.of(Outcome.Result.OK, Outcome.Result.FAILED),
                    outcomes.stream().map(Outcome::result).toList());
            assertTrue(outcomes.get(1).failure().contains("run the admin of the newest release"), outcomes.get(1).failure());
            assertEquals(List.of("ACTIVE 999912310000"), two.ask(
                    "select observed_state || ' ' || schema_version from registry.tenant where code = 'tubei'"));
            assertEquals(before, two.ask(rights));
        }
    }

    @Test
    void aTableNobodyDeclaredMayBeReadAndAddedToOnly() throws SQLException {
        try (TwoTenants two = TwoTenants.applied()) {
            two.owner("create table t_tubei.newcomer (id int)", "grant update, delete on t_tubei.newcomer to t_tubei");
            assertEquals(Outcome.Result.CHANGED, two.admin().applyTenant(TwoTenants.TUBEI).result());
            two.as("t_tubei", connection -> Sql.update(connection, "insert into t_tubei.newcomer values (1)"));
            SQLException refused = assertThrows(SQLException.class, () -> two.as("t_tubei",
                    connection -> Sql.update(connection, "update t_tubei.newcomer set id = 2")));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void givesBackRightsThatWereChangedByHand() throws SQLException {
        try (TwoTenants two = TwoTenants.applied()) {
            two.owner("grant update on t_tubei.audit_entry to t_tubei", "revoke all on t_tubei.skp from t_tubei");
            assertEquals(Outcome.Result.CHANGED, two.admin().applyTenant(TwoTenants.TUBEI).result());
            two.as("t_tubei", connection -> TwoTenants.rows(connection, "select skp_id from t_tubei.skp"));
            SQLException refused = assertThrows(SQLException.class, () -> two.as("t_tubei",
                    connection -> Sql.update(connection, "update t_tubei.audit_entry set actor = ''")));
            assertEquals("42501", refused.getSQLState());
        }
    }

    private static List<String> setting(TwoTenants two, String name) throws SQLException {
        return two.ask("select value from t_tubei.setting where name = '" + name + "'");
    }
}
