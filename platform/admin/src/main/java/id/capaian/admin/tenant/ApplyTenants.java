package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.Failure;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Migrations;
import id.capaian.admin.database.Sql;
import id.capaian.admin.doctor.Doctor;
import id.capaian.admin.tenant.StepWatch.Moment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Takes tenants from their files to service, two at a time; safe to repeat, safe to kill. */
public final class ApplyTenants {

    private static final int AT_ONCE = 2;

    private final Database database;
    private final Migrations migrations;
    private final Organizing organizing;
    private final Consumer<String> say;
    private final StepWatch watch;

    /**
     * @param organizing the steps in Keycloak
     * @param say takes what is planned and done, one line each
     * @param watch sees the steps that act
     */
    public ApplyTenants(Database database, Migrations migrations, Organizing organizing, Consumer<String> say,
                        StepWatch watch) {
        this.database = database;
        this.migrations = migrations;
        this.organizing = organizing;
        this.say = say;
        this.watch = watch;
    }

    /**
     * Applies all of them; one that fails does not hold up the others.
     *
     * @param dryRun true to say what would be done and do nothing
     * @return one outcome a tenant, in their order
     */
    public List<Outcome> apply(List<TenantConfig> tenants, boolean dryRun) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            tenants.forEach(tenant -> running.add(pool.submit(() -> one(tenant, dryRun))));
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("Interrupted; run the command again to finish.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Outcome one(TenantConfig tenant, boolean dryRun) {
        AtomicInteger ran = new AtomicInteger();
        try (Connection lock = database.owner()) {
            // Two runs for one tenant take turns; the lock goes with the connection, also after kill -9.
            Sql.holds(lock, "select pg_catalog.pg_advisory_lock(pg_catalog.hashtext(?)) is null",
                    "capaian/tenant/" + tenant.code());
            if (!Sql.holds(lock, "select pg_catalog.to_regclass('registry.tenant') is not null")) {
                throw new AdminException("the registry has no tables yet: run `migrate` first");
            }
            refuseNewerTables(lock, tenant.code());
            boolean changed = false;
            for (Step step : steps(ran)) {
                changed |= take(lock, step, tenant, dryRun);
            }
            Outcome.Result result = organizing.undone(tenant.code()) ? Outcome.Result.INCOMPLETE
                    : changed ? Outcome.Result.CHANGED : Outcome.Result.OK;
            return new Outcome(tenant.code(), result, ran.get(), null);
        } catch (SQLException | RuntimeException e) {
            recordFailure(tenant, dryRun);
            String told = Failure.told(e);
            say.accept(tenant.code() + ": FAILED: " + told);
            return new Outcome(tenant.code(), Outcome.Result.FAILED, ran.get(), told);
        }
    }

    /** The release before would write its own version down, and servers of this release would turn the tenant away. */
    private void refuseNewerTables(Connection reader, String code) throws SQLException {
        String newest = migrations.newestTenantVersion();
        String present = Sql.text(reader, "select schema_version from registry.tenant where code = ?", code).orElse("");
        if (present.compareTo(newest) > 0) {
            throw new AdminException("its tables are of version " + present + ", newer than " + newest
                    + ", the newest this program knows: run the admin of the newest release");
        }
    }

    private boolean take(Connection reader, Step step, TenantConfig tenant, boolean dryRun) throws SQLException {
        List<String> missing = step.missing(reader, tenant);
        for (String line : missing) {
            say.accept(tenant.code() + ": " + (dryRun ? "would " : "") + line);
        }
        if (missing.isEmpty() || dryRun) {
            return !missing.isEmpty();
        }
        watch.at(Moment.BEFORE, step.name(), tenant.code());
        database.transaction(connection -> {
            step.act(connection, tenant);
            watch.at(Moment.UNCOMMITTED, step.name(), tenant.code());
            return null;
        });
        watch.at(Moment.AFTER, step.name(), tenant.code());
        return true;
    }

    private List<Step> steps(AtomicInteger ran) {
        return List.of(new RoleStep(), new SchemaStep(), new RegistryStep(),
                new TablesStep(migrations, ran::addAndGet), new RightsStep(), new SeedStep(),
                organizing.organization(), organizing.firstAdmin(), new DoctorStep(new Doctor(database)),
                new StateStep());
    }

    /** Servers must not serve what is half made; a tenant that served before goes on as it was. */
    private void recordFailure(TenantConfig tenant, boolean dryRun) {
        if (dryRun) {
            return;
        }
        try (Connection connection = database.owner()) {
            Sql.update(connection, "update registry.tenant set observed_state = 'FAILED',"
                    + " changed_at = clock_timestamp() where code = ? and observed_state = 'CREATING'", tenant.code());
        } catch (SQLException e) {
            say.accept(tenant.code() + ": its failure could not be written down: " + e.getMessage());
        }
    }
}
