package id.capaian.admin.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.TwoTenants;
import id.capaian.admin.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is append-only by rule is so by right: the role the server works under can change nothing of it. */
class AppendOnlyIT {

    private static TwoTenants two;

    @BeforeAll
    static void start() {
        two = TwoTenants.applied();
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void knowsWhatTheDesignCallsAppendOnly() {
        assertTrue(RightsStep.appendOnly().containsAll(Set.of("indicator_value", "suggestion", "final_result",
                "rater_score", "progress_judgement", "audit_entry", "audit_seal", "access_log")));
    }

    @Test
    void refusesToChangeOrRemoveARow() throws SQLException {
        for (String schema : List.of("t_samarinda", "t_tubei")) {
            for (String table : RightsStep.appendOnly()) {
                String name = schema + "." + table;
                String column = two.as(schema, connection -> TwoTenants.rows(connection, "select attname"
                        + " from pg_catalog.pg_attribute where attrelid = ?::regclass and attnum = 2", name)).get(0);
                refused(schema, "update " + name + " set " + column + " = " + column);
                refused(schema, "delete from " + name);
                refused(schema, "truncate " + name);
                assertEquals(List.of("t"), two.as(schema, connection -> TwoTenants.rows(connection,
                        "select pg_catalog.has_table_privilege(?, 'INSERT')", name)), name);
            }
        }
    }

    private static void refused(String role, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> two.as(role, connection -> {
            Sql.run(connection, sql);
            return null;
        }), sql);
        assertEquals("42501", refused.getSQLState(), sql);
    }
}
