package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Catalogue;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Patience;
import id.capaian.admin.database.Sql;
import id.capaian.admin.database.TenantLock;
import id.capaian.admin.database.TenantSchema;
import id.capaian.keycloak.admin.KeycloakAdmin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes a tenant away. Dropping leaves a row in the registry, so that the code is never used again, and what the law
 * keeps of its figures; taking back leaves nothing, and is for a tenant that never served. Safe to repeat, safe to
 * kill: run again, it ends the same.
 */
public final class EndTenant {

    private static final List<StepName> STEPS = List.of(StepName.STATE, StepName.ACCOUNTS, StepName.ORGANIZATION,
            StepName.TRACES, StepName.FIGURES, StepName.FILES, StepName.TABLES, StepName.SCHEMA, StepName.ROLE,
            StepName.REGISTRY);

    private final Database database;
    private final EndAccounts accounts;
    private final Path files;
    private final boolean keepClosedFigures;
    private final Consumer<String> say;
    private final StepWatch watch;

    /**
     * @param keycloak null when it is not configured: organization and accounts stay
     * @param files the server's file store
     * @param keepClosedFigures whether a dropped tenant's figures of periods it has closed stay in the statistics
     */
    public EndTenant(Database database, KeycloakAdmin keycloak, Path files, boolean keepClosedFigures,
                     Consumer<String> say, StepWatch watch) {
        this.database = database;
        this.accounts = new EndAccounts(database, keycloak);
        this.files = files;
        this.keepClosedFigures = keepClosedFigures;
        this.say = say;
        this.watch = watch;
    }

    private record Ending(String code, boolean leavesTombstone, boolean keepsClosed) {

        String schema() {
            return TenantSchema.of(code);
        }
    }

    /**
     * Drops a suspended tenant.
     *
     * @param lock a connection that holds the tenant's lock
     * @throws AdminException when it is not suspended, or there is none
     */
    public void drop(Connection lock, String code, StepReport report) throws SQLException {
        if (!Sql.holds(lock, "select observed_state = 'SUSPENDED' and desired_state in ('SUSPENDED', 'DROPPED')"
                + " from registry.tenant where code = ?", code)) {
            throw new AdminException("Tenant " + code + " is not suspended: only a suspended one is dropped. Run"
                    + " `tenant suspend " + code + "` and `tenant export " + code + " --to DIR` first.");
        }
        end(lock, new Ending(code, true, keepClosedFigures), report);
    }

    /**
     * Takes back a tenant that never served, however far it came.
     *
     * @param lock a connection that holds the tenant's lock
     * @throws AdminException when it has served
     */
    public void takeBack(Connection lock, String code, StepReport report) throws SQLException {
        if (Sql.holds(lock, "select observed_state in ('ACTIVE', 'SUSPENDED') from registry.tenant where code = ?",
                code)) {
            throw new AdminException("Tenant " + code + " has served and cannot be taken back: suspend, export and drop"
                    + " it instead.");
        }
        end(lock, new Ending(code, false, false), report);
    }

    private void end(Connection lock, Ending ending, StepReport report) throws SQLException {
        TenantLock.takeAccounts(lock, ending.code());
        report.planned(STEPS);
        StepRunner runner = new StepRunner(say, watch, report);
        for (StepName step : STEPS) {
            runner.take(lock, ending.code(), step, false, reader -> missing(reader, step, ending),
                    connection -> act(connection, step, ending));
        }
    }

    private List<String> missing(Connection reader, StepName step, Ending ending) throws SQLException {
        String code = ending.code();
        return switch (step) {
            case STATE -> when(Sql.holds(reader,
                    "select desired_state <> 'DROPPED' from registry.tenant where code = ?", code),
                    "close " + code + " for good");
            case ACCOUNTS -> {
                int many = accounts.exclusive(reader, code).size();
                yield when(many > 0, "delete accounts of no other tenant: " + many);
            }
            case ORGANIZATION -> when(accounts.organization(code).isPresent(), "delete organization " + code);
            case TRACES -> when(EndTraces.exist(reader, code), "delete jobs, requests and packs of " + code);
            case FIGURES -> when(!EndFigures.periods(reader, code, ending.keepsClosed()).isEmpty()
                    || EndFigures.closedRemain(reader, code, ending.keepsClosed()),
                    "delete figures from the national statistics");
            case FILES -> when(TenantFolder.exists(files, code), "delete the files of " + code);
            case TABLES -> when(!tables(reader, ending.schema()).isEmpty(), "drop the tables of " + ending.schema());
            case SCHEMA -> when(Sql.holds(reader, "select true from pg_catalog.pg_namespace where nspname = ?",
                    ending.schema()), "drop schema " + ending.schema());
            case ROLE -> when(Sql.holds(reader, "select true from pg_catalog.pg_roles where rolname = ?",
                    ending.schema()), "drop role " + ending.schema());
            case REGISTRY -> when(EndTraces.isKnown(reader, code, ending.leavesTombstone()),
                    ending.leavesTombstone() ? "leave nothing but the code in the registry"
                            : "take " + code + " out of the registry");
            default -> throw new IllegalStateException("no step of an ending: " + step);
        };
    }

    private static List<String> when(boolean so, String line) {
        return so ? List.of(line) : List.of();
    }

    private void act(Connection connection, StepName step, Ending ending) throws SQLException {
        String code = ending.code();
        switch (step) {
            case STATE -> Sql.update(connection, "update registry.tenant set desired_state = 'DROPPED',"
                    + " changed_at = clock_timestamp() where code = ?", code);
            case ACCOUNTS -> accounts.delete(accounts.exclusive(connection, code));
            case ORGANIZATION -> accounts.deleteOrganization(code);
            case TRACES -> EndTraces.delete(connection, code);
            case FIGURES -> EndFigures.delete(connection, code, ending.keepsClosed());
            case FILES -> TenantFolder.delete(files, code);
            case TABLES -> dropTables(connection, ending.schema());
            case SCHEMA -> dropSchema(ending.schema());
            case ROLE -> Sql.run(connection, "drop role " + ending.schema());
            case REGISTRY -> {
                EndTraces.leave(connection, code, ending.leavesTombstone());
                EndFigures.tellWhoWaited(connection, code);
            }
            default -> throw new IllegalStateException("no step of an ending: " + step);
        }
    }

    /** One by one: all at once would want more locks than PostgreSQL keeps room for. */
    private void dropTables(Connection reader, String schema) throws SQLException {
        try (Connection own = database.owner()) {
            for (String table : tables(reader, schema)) {
                Patience.with(() -> briefly(own, "drop table if exists " + table + " cascade"));
            }
        }
    }

    private int dropSchema(String schema) throws SQLException {
        try (Connection own = database.owner()) {
            return Patience.with(() -> briefly(own, "drop schema " + schema + " cascade"));
        }
    }

    /** In a transaction of its own, beside the one of the step: what was dropped stays so when the step breaks off. */
    private static int briefly(Connection own, String statement) {
        return Database.transactionOn(own, connection -> {
            Sql.run(connection, Patience.BRIEFLY, statement);
            return 1;
        });
    }

    private static List<String> tables(Connection reader, String schema) throws SQLException {
        return Sql.rows(reader, """
                select pg_catalog.format('%I.%I', c.nspname, c.relname) from
                """ + Catalogue.RELATIONS + """
                 c where c.relkind in ('r', 'p') order by c.relname""",
                row -> row.getString(1), schema);
    }
}
