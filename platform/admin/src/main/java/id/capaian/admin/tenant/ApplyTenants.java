package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.Failure;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Migrations;
import id.capaian.admin.database.Sql;
import id.capaian.admin.database.TenantLock;
import id.capaian.admin.doctor.Doctor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes tenants from their files to service: two at a time, or, while servers run, one after the other with rests, so that
 * who works meanwhile hardly notices. Safe to repeat, safe to kill.
 */
public final class ApplyTenants {

    private static final int AT_ONCE = 2;
    /** A node says every few seconds that it lives. */
    private static final String SERVED = """
            select exists (select from registry.node where seen_at > clock_timestamp() - interval '30 seconds')""";
    private static final String NEWCOMER = """
            select not exists (select from pg_catalog.pg_namespace where nspname = ?)
               and not exists (select from registry.tenant where code = ?)""";
    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(5);

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
        boolean served = isServed();
        if (served && !dryRun) {
            makeSchemas(tenants);
        }
        ExecutorService pool = Executors.newFixedThreadPool(served ? 1 : AT_ONCE);
        try {
            List<Future<Outcome>> running = new ArrayList<>();
            for (TenantConfig tenant : tenants) {
                boolean rests = served && running.size() < tenants.size() - 1;
                running.add(pool.submit(() -> rests ? gently(tenant, dryRun) : one(tenant, dryRun)));
            }
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

    /**
     * Applies one of them, examines its walls, and applies the others only when both went well.
     *
     * @param canary code of the one, or null for the first
     * @return one outcome a tenant, in their order
     * @throws AdminException when none of them has this code
     */
    public List<Outcome> applyAfterCanary(List<TenantConfig> tenants, String canary) {
        List<TenantConfig> first = tenants.stream()
                .filter(tenant -> canary == null || tenant.code().equals(canary)).limit(1).toList();
        if (first.isEmpty()) {
            if (canary == null) {
                return List.of();
            }
            throw new AdminException("The canary " + canary + " is none of the tenants: correct its code.");
        }
        Outcome sang = examined(apply(first, false).get(0));
        List<TenantConfig> others = tenants.stream().filter(tenant -> tenant != first.get(0)).toList();
        boolean lives = sang.result() != Outcome.Result.FAILED;
        Map<String, Outcome> outcomes = new HashMap<>(Map.of(sang.code(), sang));
        (lives ? apply(others, false) : others.stream().map(ApplyTenants::held).toList())
                .forEach(outcome -> outcomes.put(outcome.code(), outcome));
        return tenants.stream().map(tenant -> outcomes.get(tenant.code())).toList();
    }

    private static Outcome held(TenantConfig tenant) {
        return new Outcome(tenant.code(), Outcome.Result.HELD, 0, "the canary did not come through");
    }

    /** A tenant that serves already is not examined by its steps. */
    private Outcome examined(Outcome canary) {
        if (canary.result() == Outcome.Result.FAILED) {
            return canary;
        }
        List<String> findings = new Doctor(database).examine(canary.code());
        if (findings.isEmpty()) {
            return canary;
        }
        String told = "the walls of the canary do not stand: " + String.join("; ", findings);
        say.accept(canary.code() + ": FAILED: " + told);
        return new Outcome(canary.code(), Outcome.Result.FAILED, canary.migrations(), told);
    }

    private boolean isServed() {
        try (Connection connection = database.owner()) {
            return Sql.holds(connection, "select pg_catalog.to_regclass('registry.node') is not null")
                    && Sql.holds(connection, SERVED);
        } catch (SQLException e) {
            // What the database has against it, each tenant's outcome tells.
            return false;
        }
    }

    /**
     * Whenever a schema is made, PostgreSQL holds everything that servers keep ready for outdated, so all newcomers' are
     * made at once. What stands in the way is told in the turn of the tenant that it concerns.
     */
    private void makeSchemas(List<TenantConfig> tenants) {
        try {
            List<String> made = database.transaction(connection -> {
                List<String> lines = new ArrayList<>();
                for (TenantConfig tenant : tenants) {
                    // Whom somebody else works at has its turn later; the locks go with the connection.
                    if (TenantLock.tryTake(connection, tenant.code())
                            && Sql.holds(connection, NEWCOMER, tenant.schema(), tenant.code())) {
                        new RoleStep().act(connection, tenant);
                        new SchemaStep().act(connection, tenant);
                        lines.add(tenant.code() + ": make role and schema " + tenant.schema());
                    }
                }
                return lines;
            });
            made.forEach(say);
        } catch (AdminException e) {
            say.accept("Schemas are made one by one: " + Failure.told(e));
        }
    }

    /** Half of the time is theirs who work meanwhile. */
    private Outcome gently(TenantConfig tenant, boolean dryRun) throws InterruptedException {
        long began = System.nanoTime();
        Outcome outcome = one(tenant, dryRun);
        TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST_REST, System.nanoTime() - began));
        return outcome;
    }

    private Outcome one(TenantConfig tenant, boolean dryRun) {
        AtomicInteger ran = new AtomicInteger();
        try (Connection lock = database.owner()) {
            TenantLock.take(lock, tenant.code());
            if (!Sql.holds(lock, "select pg_catalog.to_regclass('registry.tenant') is not null")) {
                throw new AdminException("the registry has no tables yet: run `migrate` first");
            }
            boolean changed = take(lock, tenant, new StepRunner(say, watch, StepReport.NONE), dryRun, ran);
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

    /**
     * Takes one tenant to service as an operator has ordered. Unlike with files, Keycloak's part must succeed: what was
     * never served can be taken back.
     *
     * @param lock a connection that holds the {@link TenantLock}
     * @param report hears of each step
     * @throws RuntimeException what the step that failed threw
     */
    public void open(Connection lock, TenantConfig tenant, StepReport report) throws SQLException {
        try {
            report.planned(steps(new AtomicInteger()).stream().map(Step::name).toList());
            take(lock, tenant, new StepRunner(say, watch, report), false, new AtomicInteger());
        } catch (SQLException | RuntimeException e) {
            recordFailure(tenant, false);
            throw e;
        }
    }

    private boolean take(Connection lock, TenantConfig tenant, StepRunner runner, boolean dryRun, AtomicInteger ran)
            throws SQLException {
        refuseDropped(lock, tenant.code());
        refuseNewerTables(lock, tenant.code());
        boolean changed = false;
        for (Step step : steps(ran)) {
            changed |= runner.take(lock, tenant.code(), step.name(), dryRun, reader -> {
                List<String> missing = step.missing(reader, tenant);
                requireKeycloak(runner, tenant);
                return missing;
            }, connection -> {
                step.act(connection, tenant);
                requireKeycloak(runner, tenant);
            });
        }
        return changed;
    }

    private void requireKeycloak(StepRunner runner, TenantConfig tenant) {
        if (runner.reports()) {
            organizing.requireDone(tenant.code());
        }
    }

    private static void refuseDropped(Connection reader, String code) throws SQLException {
        if (Sql.holds(reader, "select desired_state = 'DROPPED' from registry.tenant where code = ?", code)) {
            throw new AdminException("this tenant was dropped, or is being taken away, and its code is never used"
                    + " again: delete its file, and give another government another code");
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
