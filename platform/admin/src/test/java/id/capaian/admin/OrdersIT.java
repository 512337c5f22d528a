package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.tenant.StepName;
import id.capaian.admin.tenant.StepWatch;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what an operator orders to what is there, with the reconciler as it runs. */
class OrdersIT {

    private TwoTenants two;
    private KeycloakDouble keycloak;
    private Operator operator;

    @BeforeEach
    void aPlatform() {
        two = TwoTenants.migrated();
        keycloak = new KeycloakDouble();
        operator = new Operator(two, keycloak);
    }

    @AfterEach
    void stop() {
        keycloak.close();
        two.close();
    }

    @Test
    void opensWhatIsOrderedAndForgetsTheFirstAdmin() throws SQLException {
        UUID bahari = operator.order("bahari", "OPEN", Operator.wanted("bahari", Operator.NUMBER));
        operator.open("lestari");
        String said = operator.reconcile();
        assertEquals(List.of("OPEN DONE"), operator.states("bahari"));
        assertEquals(List.of("OPEN DONE"), operator.states("lestari"));
        assertEquals(List.of("bahari ACTIVE", "lestari ACTIVE"),
                two.ask("select code || ' ' || observed_state from registry.tenant order by code"));
        assertEquals(StepName.ofOpening().stream().map(step -> step.name() + " DONE").toList(), two.ask(
                "select step || ' ' || state from registry.tenant_order_step where tenant_order_id = '" + bahari
                        + "' and ended_at is not null order by position"));
        assertEquals(List.of("make role t_bahari and let p_app take it"), two.ask(
                "select said from registry.tenant_order_step where position = 1 and tenant_order_id = '" + bahari
                        + "'"));
        assertEquals(List.of("f", "f"),
                two.ask("select jsonb_exists(wanted, 'firstAdmin') from registry.tenant_order"));
        assertTrue(keycloak.members.contains("bahari " + Operator.NUMBER));
        assertFalse(said.contains(Operator.NUMBER), said);
        assertEquals(List.of("0"), two.ask("select count(*) from registry.tenant_order_step where said like '%"
                + Operator.NUMBER + "%'"));
        assertEquals(List.of(), two.admin().examine("bahari"));
        assertEquals("", operator.reconcile(), "nothing is left to do");
    }

    @Test
    void saysWhatWentWrongAndWhatToDoAndGoesOnWithTheOthers() throws SQLException {
        UUID wrong = operator.order("salah", "OPEN",
                Operator.wanted("salah", Operator.NUMBER).replace("\"64\"", "\"99\""));
        operator.order("cacat", "OPEN", Operator.wanted("cacat", "19860926"));
        operator.open("bahari");
        String said = operator.reconcile(1, StepWatch.NONE);
        assertEquals(List.of("OPEN DONE"), operator.states("bahari"));
        assertEquals(List.of("OPEN FAILED"), operator.states("salah"));
        assertEquals(List.of("t"), two.ask("select failure like '%government.province is ''99''%'"
                + " and remedy like 'Perbaiki % / Put right %' from registry.tenant_order where tenant = 'salah'"));
        assertEquals(List.of("t"), two.ask("select failure like '%firstAdmin.username%'"
                + " from registry.tenant_order where tenant = 'cacat'"), said);
        assertEquals(List.of("ROLE DONE", "SCHEMA DONE", "REGISTRY FAILED", "TABLES WAITING"), two.ask(
                "select step || ' ' || state from registry.tenant_order_step where tenant_order_id = '" + wrong
                        + "' order by position limit 4"));
        assertFalse(said.contains(Operator.NUMBER), said);
    }

    @Test
    void triesAgainWhatKeycloakDidNotLetItDo() throws SQLException {
        keycloak.down(true);
        UUID order = operator.open("bahari");
        operator.reconcile(1, StepWatch.NONE);
        assertEquals(List.of("FAILED ORGANIZATION"), two.ask("select t.observed_state || ' ' || s.step"
                + " from registry.tenant t, registry.tenant_order_step s where s.state = 'FAILED'"));
        assertEquals(List.of("t"), two.ask("select failure like 'Keycloak tidak dapat dihubungi.%'"
                + " from registry.tenant_order"));
        keycloak.down(false);
        assertTrue(operator.retry(order));
        operator.reconcile();
        assertEquals(List.of("OPEN DONE"), operator.states("bahari"));
        assertEquals(List.of("make role t_bahari and let p_app take it"), two.ask(
                "select said from registry.tenant_order_step where position = 1"), "what was said before stays");
    }

    @Test
    void suspendsAndResumes() throws SQLException {
        operator.open("bahari");
        operator.open("lestari");
        operator.reconcile();
        operator.order("bahari", "SUSPEND", null);
        assertThrows(SQLException.class, () -> operator.order("bahari", "DROP", null), "one order at a time");
        operator.reconcile();
        assertEquals(List.of("bahari SUSPENDED", "lestari ACTIVE"),
                two.ask("select code || ' ' || observed_state from registry.tenant order by code"));
        operator.order("bahari", "RESUME", null);
        operator.reconcile();
        assertEquals(List.of("ACTIVE", "ACTIVE"), two.ask("select observed_state from registry.tenant"));
        assertEquals(List.of("OPEN DONE", "SUSPEND DONE", "RESUME DONE"), operator.states("bahari"));
    }

    @Test
    void makesAccountsThatAreAskedForAndLeavesThoseWithAProblemForLater() throws SQLException {
        operator.open("bahari");
        operator.open("lestari");
        operator.reconcile();
        ask("t_bahari", "199001012020012002");
        ask("t_bahari", "no-number");
        String said = operator.reconcile(1, StepWatch.NONE);
        assertTrue(said.contains("bahari: accounts made: 1, problems: 1"), said);
        assertTrue(keycloak.members.contains("bahari 199001012020012002"));
        assertEquals("", operator.reconcile(), "the one with a problem rests");
        ask("t_lestari", "199001012020012003");
        operator.reconcile();
        assertTrue(keycloak.members.contains("lestari 199001012020012003"));
    }

    @Test
    void goesOnUntilItIsToldToEnd() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-cp",
                System.getProperty("java.class.path"), DyingMain.class.getName(), DyingMain.NEVER, DyingMain.NEVER,
                "reconcile");
        builder.environment().putAll(two.environment(TwoTenants.CONFIG, keycloak));
        Process reconciler = builder.redirectErrorStream(true).start();
        try (BufferedReader out = reconciler.inputReader()) {
            assertEquals("waiting for orders", out.readLine());
            operator.order("cacat", "OPEN", Operator.wanted("cacat", "19860926"));
            operator.open("bahari");
            StringBuilder said = new StringBuilder();
            while (!said.toString().contains(": FAILED") || !said.toString().contains(": done")) {
                said.append(out.readLine()).append('\n');
            }
            operator.open("lestari");
            while (!out.readLine().contains("lestari: make role t_lestari")) {
                Thread.onSpinWait();
            }
            // The process's own way would close what it still has to say.
            reconciler.toHandle().destroy();
            out.lines().forEach(line -> said.append(line).append('\n'));
            assertEquals(143, reconciler.waitFor(), said::toString);
        } finally {
            reconciler.destroyForcibly();
        }
        assertEquals(List.of("OPEN DONE"), operator.states("bahari"));
        assertEquals(List.of("OPEN FAILED"), operator.states("cacat"));
        assertEquals(List.of("OPEN DONE"), operator.states("lestari"), "what is under way is brought to its end");
    }

    private void ask(String schema, String username) throws SQLException {
        AskingPeople people = new AskingPeople(two);
        String number = username.matches("\\d+") ? username : "199001012020012009";
        people.ask(schema, people.add(schema, number), username, null);
    }
}
