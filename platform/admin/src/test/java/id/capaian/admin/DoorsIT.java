package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** What a tenant can do outside its schema, and what nobody can. */
class DoorsIT {

    private static TwoTenants two;

    @BeforeAll
    static void twoTenantsAndThreePacks() throws SQLException {
        two = TwoTenants.applied();
        two.owner("insert into registry.trusted_key values ('k', '\\x00', now())");
        for (String pack : List.of("region-samarinda 1.0.0", "region-samarinda 1.1.0", "region-samarinda 2.0.0",
                "region-samarinda 0.9.0", "region-tubei 1.0.0")) {
            String[] part = pack.split(" ");
            two.owner("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id,"
                    + " signature, bytes, staged_at) values ('" + part[0] + "', '" + part[1] + "', '" + pack
                    + "', 'DATA', '>=1', '{}', 'k', '\\x00', '\\x00', now())");
        }
        two.owner("update registry.pack_artifact set retired_at = now()"
                + " where pack_id = 'region-samarinda' and version = '1.1.0'");
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void enablesAPackOnOfferAndNoOther() throws SQLException {
        String binding = enable("t_samarinda", "region-samarinda", "1.0.0");
        assertEquals(binding, enable("t_samarinda", "region-samarinda", "1.0.0"), "asking again changes nothing");
        refused("ck_pack_binding_offered", "region-tubei", "1.0.0");
        refused("ck_pack_binding_known", "region-samarinda", "1.0.7");
        refused("ck_pack_binding_not_retired", "region-samarinda", "1.1.0");
        refused("ck_pack_binding_version_offered", "region-samarinda", "2.0.0");
        refused("ck_pack_binding_version_offered", "region-samarinda", "0.9.0");
        assertEquals(List.of("1.0.0"), two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select version from registry.offered_packs()")));
        assertEquals(List.of("tester"), two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select distinct requested_by from registry.own_bindings()")));
        assertEquals(List.of(), two.as("t_tubei", connection -> TwoTenants.rows(connection,
                "select pack_id from registry.own_bindings()")));
    }

    @Test
    void letsNoTenantDisableAnothersPack() throws SQLException {
        String binding = enable("t_samarinda", "region-samarinda", "1.0.0");
        PSQLException refused = assertThrows(PSQLException.class, () -> two.as("t_tubei",
                connection -> disable(connection, binding)));
        assertEquals("ck_pack_binding_own", refused.getServerErrorMessage().getConstraint());
        two.as("t_samarinda", connection -> disable(connection, binding));
        assertEquals(List.of("DISABLED"), two.ask(
                "select desired_state from registry.pack_binding where pack_binding_id = '" + binding + "'"));
    }

    @Test
    void replacesWhatWasEnabledForTheSameDate() throws SQLException {
        String first = enable("t_tubei", "region-tubei", "1.0.0");
        String second = two.as("t_tubei", connection -> Sql.text(connection, "select registry.enable_pack("
                + "'region-tubei', '1.0.0', '{\"a\":1}', '2026-10-01', null)").orElseThrow());
        assertEquals(List.of(first + " DISABLED", second + " ENABLED"), two.ask("select pack_binding_id || ' ' ||"
                + " desired_state from registry.pack_binding where tenant = 'tubei' order by requested_at"));
    }

    @Test
    void asksForJobsInItsOwnNameOnly() throws SQLException {
        assertTrue(ask("t_tubei", "publish-summary", "2026-Q4/unit"));
        assertTrue(ask("t_tubei", "publish-summary", "2026-Q4/unit"), "one that waits is left waiting");
        assertEquals(List.of("tubei/2026-Q4/unit"), two.ask("select task_instance from registry.scheduled_tasks"));
        two.login("p_jobs", "update registry.scheduled_tasks set picked = true");
        assertFalse(ask("t_tubei", "publish-summary", "2026-Q4/unit"), "one that runs takes no more wishes");
        PSQLException refused = assertThrows(PSQLException.class, () -> ask("t_tubei", "delete-everything", "x"));
        assertEquals("ck_scheduled_tasks_allowed", refused.getServerErrorMessage().getConstraint());
    }

    @Test
    void asksForAnAccountAndSeesItsOwnRequests() throws SQLException {
        UUID employee = UUID.randomUUID();
        for (String name : List.of("Sti Aminah", "Siti Aminah")) {
            two.as("t_samarinda", connection -> Sql.text(connection, "select registry.ask_account(?, ?, ?, null)::text",
                    employee, "198609262015051001", name));
        }
        assertEquals(List.of("Siti Aminah"), two.ask("select display_name from registry.account_request"));
        assertEquals(List.of(employee.toString()), two.as("t_samarinda", connection -> TwoTenants.rows(connection,
                "select employee_id from registry.own_account_requests()")));
        assertEquals(List.of(), two.as("t_tubei", connection -> TwoTenants.rows(connection,
                "select employee_id from registry.own_account_requests()")));
    }

    @Test
    void opensNoDoorToTablesOrToOthers() {
        for (String sql : List.of("select * from registry.tenant", "select * from registry.account_request",
                "select * from registry.pack_artifact", "select * from registry.scheduled_tasks",
                "select * from national.summary", "select * from national.cube", "select * from t_samarinda.employee",
                "select national.refresh('2026-Q4')", "select national.refresh_due()",
                "select registry.acting_tenant()", "select national.gather('2026-Q4')",
                "create table t_tubei.mine (id int)", "delete from t_tubei.audit_entry", "select * from t_tubei.flyway_schema_history",
                "set role p_owner", "update ref.threshold set value = 1")) {
            SQLException refused = assertThrows(SQLException.class, () -> two.as("t_tubei", connection -> {
                Sql.run(connection, sql);
                return null;
            }), sql);
            assertEquals("42501", refused.getSQLState(), sql);
        }
        SQLException refused = assertThrows(SQLException.class,
                () -> enable("registry_writer", "region-tubei", "1.0.0"));
        assertEquals("42501", refused.getSQLState());
        assertThrows(SQLException.class, () -> two.login("p_app", "set role tenant_member"));
        assertThrows(SQLException.class, () -> two.login("p_app", "set role registry_function_owner"));
        assertThrows(SQLException.class, () -> two.login("p_app", "select * from t_tubei.employee"));
        assertThrows(SQLException.class, () -> two.login("p_jobs", "select * from registry.tenant"));
    }

    @Test
    void givesTheSystemDoorNodesAndSessions() throws SQLException {
        two.as("registry_writer", connection -> {
            Sql.run(connection, "insert into registry.node values ('n1', now(), now(), '1')",
                    "insert into registry.node_pack values ('n1', 'region-tubei', '1.0.0', 'ACTIVE', null, now())",
                    "insert into registry.ended_session values ('s', 'u', now())",
                    "delete from registry.ended_session", "select bytes from registry.pack_artifact");
            return null;
        });
        assertEquals(List.of("n1"), two.as("t_tubei", connection -> TwoTenants.rows(connection,
                "select nodes -> 0 ->> 'node_id' from registry.offered_packs()")));
        for (String sql : List.of("select * from registry.account_request", "update registry.tenant set name = 'x'",
                "select * from national.summary", "select * from t_tubei.employee")) {
            SQLException refused = assertThrows(SQLException.class, () -> two.as("registry_writer", connection -> {
                Sql.run(connection, sql);
                return null;
            }), sql);
            assertEquals("42501", refused.getSQLState(), sql);
        }
    }

    private static String enable(String role, String pack, String version) throws SQLException {
        return two.as(role, connection -> Sql.text(connection,
                "select registry.enable_pack(?, ?, '{}', '2026-10-01', null)", pack, version).orElseThrow());
    }

    private static void refused(String constraint, String pack, String version) {
        PSQLException refused = assertThrows(PSQLException.class, () -> enable("t_samarinda", pack, version));
        assertEquals(constraint, refused.getServerErrorMessage().getConstraint());
    }

    private static Object disable(Connection connection, String binding) throws SQLException {
        return Sql.text(connection, "select registry.disable_pack(?::uuid)::text", binding);
    }

    private static boolean ask(String role, String task, String key) throws SQLException {
        return two.as(role, connection -> Sql.holds(connection,
                "select registry.ask_job(?, ?, now())", task, key));
    }
}
