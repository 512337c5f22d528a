package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.admin.tenant.StepWatch.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What tenants leave that were dropped or taken back, undisturbed and when the reconciler, a process of its own, is
 * killed at every step. Beside them always lives another tenant.
 */
class EndedIT {

    private static final Set<StepName> OUTSIDE_THE_TRANSACTION = Set.of(StepName.ACCOUNTS, StepName.ORGANIZATION,
            StepName.FILES, StepName.TABLES, StepName.SCHEMA);

    private static TwoTenants two;
    private static KeycloakDouble keycloak;
    private static Operator operator;
    private static List<String> undisturbed;
    private List<String> before;

    @BeforeAll
    static void aPlatformWithAnotherTenant() throws SQLException, IOException {
        two = TwoTenants.migrated();
        keycloak = new KeycloakDouble();
        operator = new Operator(two, keycloak);
        operator.open("tetangga");
        operator.reconcile();
        undisturbed = TenantPicture.of(two, keycloak, "tetangga");
        fill("tetangga");
        two.as("registry_writer", connection -> Sql.holds(connection, "select national.refresh('2026-Q3') is null"));
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        two.close();
    }

    @BeforeEach
    void look() throws SQLException, IOException {
        before = picture();
    }

    static Stream<Arguments> everyMomentOfAnEnding() {
        return Stream.of(StepName.STATE, StepName.ACCOUNTS, StepName.ORGANIZATION, StepName.TRACES, StepName.FIGURES,
                StepName.FILES, StepName.TABLES, StepName.SCHEMA, StepName.ROLE, StepName.REGISTRY)
                .flatMap(step -> Stream.of(Moment.UNCOMMITTED, Moment.AFTER)
                        .filter(moment -> moment == Moment.AFTER || OUTSIDE_THE_TRANSACTION.contains(step))
                        .map(moment -> Arguments.of(step, moment)));
    }

    @ParameterizedTest
    @MethodSource("everyMomentOfAnEnding")
    void dropsToTheEndWhatAKilledReconcilerBegan(StepName step, Moment moment) throws Exception {
        String code = code("drop", step, moment);
        serve(code);
        operator.order(code, "SUSPEND", null);
        operator.reconcile();
        operator.order(code, "DROP", null);
        killed(step, moment);
        operator.reconcile();
        nothingIsLeftBut(code);
        assertEquals(List.of("OPEN DONE", "SUSPEND DONE", "DROP DONE"), operator.states(code));
    }

    @ParameterizedTest
    @MethodSource("everyMomentOfAnEnding")
    void takesBackToTheEndWhatAKilledReconcilerBegan(StepName step, Moment moment) throws Exception {
        String code = code("back", step, moment);
        serve(code);
        two.owner("update registry.tenant set observed_state = 'FAILED' where code = '" + code + "'");
        operator.order(code, "TAKE_BACK", null);
        killed(step, moment);
        operator.reconcile();
        assertEquals(String.join("\n", before), String.join("\n", picture()));
        assertEquals(List.of("OPEN DONE", "TAKE_BACK DONE"), operator.states(code));
    }

    @ParameterizedTest
    @EnumSource(value = StepName.class, mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCOUNTS", "TRACES", "FIGURES", "FILES", "ARCHIVE"})
    void leavesNothingOfAnOnboardingThatFailedAtAnyStep(StepName step) throws Exception {
        String code = code("roll", step, Moment.UNCOMMITTED);
        UUID order = operator.open(code);
        operator.reconcile(1, (moment, at, tenant) -> {
            if (at == step && moment == Moment.UNCOMMITTED) {
                throw new AdminException("injected");
            }
        });
        assertEquals(List.of("OPEN FAILED"), operator.states(code));
        operator.order(code, "TAKE_BACK", null);
        operator.reconcile();
        assertEquals(String.join("\n", before), String.join("\n", picture()));
        assertEquals(List.of("f"), two.ask("select jsonb_exists(wanted, 'firstAdmin') from registry.tenant_order"
                + " where tenant_order_id = '" + order + "'"));
        assertFalse(operator.retry(order), "what was taken back is ordered anew, not tried again");
    }

    @Test
    void leavesNothingOfAnOnboardingThatKeycloakBrokeOff() throws Exception {
        // After the organization was made, and after the account was: a member it is not yet.
        for (int writes = 1; writes <= 2; writes++) {
            String code = "broke" + writes;
            keycloak.afterWrite(writes, () -> keycloak.down(true));
            operator.open(code);
            operator.reconcile(1, StepWatch.NONE);
            keycloak.afterWrite(0, null);
            keycloak.down(false);
            operator.order(code, "TAKE_BACK", null);
            operator.reconcile();
            assertEquals(String.join("\n", before), String.join("\n", picture()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = StepName.class, mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCOUNTS", "TRACES", "FIGURES", "FILES", "ARCHIVE"})
    void opensToTheEndWhatAKilledReconcilerBegan(StepName step) throws Exception {
        String code = code("open", step, Moment.AFTER);
        operator.open(code);
        killed(step, Moment.AFTER);
        operator.reconcile();
        assertEquals(List.of("OPEN DONE"), operator.states(code));
        assertEquals(String.join("\n", undisturbed), String.join("\n", TenantPicture.of(two, keycloak, code)));
    }

    @Test
    void neitherDropsWhatServesNorTakesBackWhatHasServed() throws Exception {
        serve("melayani");
        operator.order("melayani", "DROP", null);
        operator.reconcile(1, StepWatch.NONE);
        assertEquals(List.of("OPEN DONE", "DROP FAILED"), operator.states("melayani"));
        assertTrue(operator.run(1, StepWatch.NONE, "tenant", "drop", "melayani", "--confirm", "melayani")
                .contains("only a suspended one is dropped"));
        assertTrue(operator.run(1, StepWatch.NONE, "tenant", "take-back", "melayani").contains("has served"));
        assertThrows(SQLException.class, () -> operator.order("melayani", "TAKE_BACK", null));
        assertEquals(List.of("ACTIVE"), two.ask("select observed_state from registry.tenant where code = 'melayani'"));
        assertEquals(List.of(), two.admin().examine("melayani"));

        operator.run(0, StepWatch.NONE, "tenant", "suspend", "melayani");
        operator.run(0, StepWatch.NONE, "tenant", "drop", "melayani", "--confirm", "melayani");
        nothingIsLeftBut("melayani");
        assertThrows(SQLException.class, () -> operator.open("melayani"), "the code is never used again");
        assertThrows(SQLException.class, () -> operator.order("melayani", "RESUME", null));
        assertTrue(operator.run(1, StepWatch.NONE, "tenant", "resume", "melayani").contains("not in service"));
        AdminException refused = assertThrows(AdminException.class,
                () -> two.admin().applyTenant(TwoTenants.TUBEI.replace("code: tubei", "code: melayani")));
        assertTrue(refused.getMessage().contains("its code is never used again"), refused::getMessage);
    }

    @Test
    void leavesTheAccountOfWhoBelongsToAnotherTenantTooOrIsAnOperator() throws Exception {
        operator.order("bersama", "OPEN", Operator.wanted("bersama", "operator"));
        operator.reconcile();
        keycloak.members.add("bersama admin.tetangga");
        operator.run(0, StepWatch.NONE, "tenant", "suspend", "bersama");
        operator.run(0, StepWatch.NONE, "tenant", "drop", "bersama", "--confirm", "bersama");
        assertEquals(1, keycloak.users.values().stream()
                .filter(user -> "operator".equals(user.get("username").asText())).count());
        assertTrue(keycloak.members.contains("tetangga admin.tetangga"));
        keycloak.users.values().removeIf(user -> "operator".equals(user.get("username").asText()));
    }

    /** In service, with a row in every shared table that names tenants, an account asked for, and a file. */
    private static void serve(String code) throws SQLException, IOException {
        operator.open(code);
        operator.reconcile();
        fill(code);
    }

    private static void fill(String code) throws SQLException, IOException {
        two.owner("insert into registry.account_request (tenant, employee_id, username, display_name, requested_at,"
                        + " problem) values ('" + code + "', uuidv7(), 'none', 'Siti', now(), 'waits')",
                "insert into registry.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('seal-audit', '" + code + "/recurring', now(), false, 1)",
                "insert into registry.ended_session (session_id, subject, ended_at) select 's-" + code
                        + "', subject, now() from t_" + code + ".account limit 1",
                "insert into national.summary (tenant, period_code, org_unit_id, org_unit_name, measure, category,"
                        + " person_count, published_at) values ('" + code + "', '2026-Q3', uuidv7(), 'Dinas', 'people',"
                        + " 'all', 12, now())");
        Path folder = Files.createDirectories(operator.store().resolve(code).resolve("ab"));
        Files.writeString(folder.resolve("ab".repeat(32)), code, StandardCharsets.UTF_8);
    }

    private static String code(String what, StepName step, Moment moment) {
        return (what + step + moment).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private void killed(StepName step, Moment moment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-cp",
                System.getProperty("java.class.path"), DyingMain.class.getName(), step.name(), moment.name(),
                "reconcile", "--once");
        builder.environment().putAll(two.environment(TwoTenants.CONFIG, keycloak));
        Process child = builder.redirectErrorStream(true).start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(DyingMain.KILLED, child.waitFor(), said);
        assertEquals(List.of("1"), two.ask("select count(*) from registry.tenant_order where state = 'RUNNING'"), said);
    }

    private void nothingIsLeftBut(String code) throws SQLException, IOException {
        List<String> now = picture();
        List<String> tombstone = now.stream().filter(line -> line.contains(code)).toList();
        assertEquals(1, tombstone.size(), tombstone::toString);
        assertTrue(tombstone.get(0).startsWith("registry.tenant (" + code + "," + code + ",64.71,\"Kota Balikpapan\","
                + "64,,Asia/Makassar,id,DROPPED,SUSPENDED,,,{},"), tombstone::toString);
        assertEquals(String.join("\n", before),
                String.join("\n", now.stream().filter(line -> !line.contains(code)).toList()));
    }

    private static List<String> picture() throws SQLException, IOException {
        return WorldPicture.of(two, keycloak, operator.store());
    }

    @Test
    void theOthersAreToldThatNobodyWaitsForATenantWithoutFiguresAnyMore() throws Exception {
        operator.open("kosong");
        operator.reconcile();
        two.owner("insert into national.closed_period values ('tetangga', '2026-Q1', now())");
        operator.run(0, StepWatch.NONE, "tenant", "suspend", "kosong");
        operator.run(0, StepWatch.NONE, "tenant", "drop", "kosong", "--confirm", "kosong");
        assertEquals(List.of("2026-Q1"), two.ask("select period_code from national.awaiting"));
        two.owner("delete from national.awaiting", "delete from national.closed_period where tenant = 'tetangga'");
    }

    /** Figures of a period the tenant has closed stay, unless configuration says otherwise. */
    @Test
    void keepsPublishedFiguresOfClosedPeriodsOnly() throws Exception {
        serve("arsip");
        serve("tetap");
        two.owner("insert into national.closed_period values ('arsip', '2026-Q3', now())",
                "insert into national.summary (tenant, period_code, org_unit_id, org_unit_name, measure, category,"
                        + " person_count, published_at) values ('arsip', '2026-Q4', uuidv7(), 'Dinas', 'people',"
                        + " 'all', 12, now())", "insert into national.closed_period values ('tetap', '2026-Q2', now())");
        operator.run(0, StepWatch.NONE, "tenant", "suspend", "arsip");
        operator.run(0, StepWatch.NONE, "tenant", "drop", "arsip", "--confirm", "arsip");
        assertEquals(List.of("2026-Q3"), two.ask("select period_code from national.summary where tenant = 'arsip'"));
        assertEquals(List.of("2026-Q3"), two.ask("select distinct period_code from national.cell"
                + " where period_code = '2026-Q4' union select period_code from national.closed_period"
                + " where tenant = 'arsip'"));
        assertEquals(List.of("2026-Q2"), two.ask("select distinct period_code from national.awaiting"
                + " where period_code = '2026-Q2'"), "the others have closed it");
        two.owner("delete from national.summary where tenant = 'arsip'",
                "delete from national.closed_period where tenant in ('arsip', 'tetap')",
                "delete from national.awaiting where period_code = '2026-Q2'");
        operator.run(0, StepWatch.NONE, "tenant", "suspend", "tetap");
        operator.run(0, StepWatch.NONE, "tenant", "drop", "tetap", "--confirm", "tetap");
    }
}
