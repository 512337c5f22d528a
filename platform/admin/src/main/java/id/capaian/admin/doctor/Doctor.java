package id.capaian.admin.doctor;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.admin.database.TenantSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Examines the walls around one tenant: tries them as the server would meet them, and reads from the catalogue every
 * right anybody else has inside. Everything tried is rolled back.
 */
public final class Doctor {

    private static final String REFUSED = "42501";
    /** So many others are tried for real; for all of them the catalogue answers in one statement. */
    private static final int TRIED = 5;

    private final Database database;

    public Doctor(Database database) {
        this.database = database;
    }

    /** Tries something and says what is wrong with the answer. */
    @FunctionalInterface
    private interface Trial {
        void in(Connection connection) throws SQLException;
    }

    /**
     * All of it.
     *
     * @return findings for a person, one line each; empty when the walls stand
     */
    public List<String> examine(String code) {
        String schema = TenantSchema.of(code);
        try (Connection owner = database.owner()) {
            if (!Sql.holds(owner, "select pg_catalog.to_regclass(?) is not null", schema + ".setting")) {
                return List.of(schema + " has no tables: run `tenant apply " + code + "`");
            }
            List<String> findings = new ArrayList<>();
            try (Connection server = database.knowsApp() ? database.app() : database.owner()) {
                findings.addAll(tried(server, schema, someOthers(owner, schema)));
            }
            findings.addAll(CatalogueSql.findings(owner, schema));
            return findings;
        } catch (SQLException e) {
            throw new AdminException("Cannot examine " + code + ": " + e.getMessage(), e);
        }
    }

    /** As the server: {@code p_app} takes the role for one transaction; else {@code p_owner} does. */
    private List<String> tried(Connection server, String schema, List<String> others) throws SQLException {
        List<String> findings = new ArrayList<>();
        server.setAutoCommit(false);
        try {
            if (!database.knowsApp()) {
                // p_owner made the role and may give it to itself; the rollback takes it back.
                Sql.run(server, "grant " + schema + " to current_user with inherit false, set true");
            }
            worksInside(server, schema).ifPresent(findings::add);
            for (String other : others) {
                refused(server, schema, other + ".setting", schema + " reads " + other).ifPresent(findings::add);
            }
            for (String table : List.of("registry.tenant", "registry.account_request", "national.summary")) {
                refused(server, schema, table, schema + " reads " + table).ifPresent(findings::add);
            }
            if (database.knowsApp()) {
                refused(server, null, schema + ".setting", "p_app without a role reads " + schema)
                        .ifPresent(findings::add);
            }
        } finally {
            server.rollback();
        }
        return findings;
    }

    /** Always the same ones for a tenant, other ones for the next tenant. */
    private static List<String> someOthers(Connection owner, String schema) throws SQLException {
        return Sql.rows(owner, """
                select 't_' || code from registry.tenant
                 where 't_' || code <> ? and pg_catalog.to_regclass('t_' || code || '.setting') is not null
                 order by pg_catalog.md5(code || ?) limit ?""", row -> row.getString(1), schema, schema, TRIED);
    }

    private static Optional<String> worksInside(Connection server, String schema) throws SQLException {
        try {
            tryAs(server, schema, connection -> {
                Sql.holds(connection, "select pg_catalog.set_config('app.actor', 'doctor', true) = ''"
                        + " or pg_catalog.set_config('app.request', 'doctor', true) = ''");
                Sql.update(connection, "insert into " + schema + ".setting (setting_id, name, value, valid_from,"
                        + " version) values (uuidv7(), 'doctor', 'doctor', '2020-01-01', 1)");
                if (!Sql.holds(connection, "select true from " + schema + ".audit_entry where actor = 'doctor'"
                        + " and request_id = 'doctor' and table_name = 'setting' limit 1")) {
                    throw new SQLException("a change of a setting left no audit entry");
                }
            });
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(schema + " cannot work in its own schema: " + e.getMessage());
        }
    }

    private static Optional<String> refused(Connection server, String role, String table, String finding)
            throws SQLException {
        try {
            tryAs(server, role, connection -> Sql.text(connection, "select count(*) from " + table));
            return Optional.of(finding);
        } catch (SQLException e) {
            return REFUSED.equals(e.getSQLState()) ? Optional.empty() : Optional.of(finding + "? " + e.getMessage());
        }
    }

    /** Going back to the savepoint takes back what was tried, the role and the failure. */
    private static void tryAs(Connection server, String role, Trial trial) throws SQLException {
        Savepoint before = server.setSavepoint();
        try {
            if (role != null) {
                Sql.run(server, "set local role " + role);
            }
            trial.in(server);
        } finally {
            server.rollback(before);
        }
    }
}
