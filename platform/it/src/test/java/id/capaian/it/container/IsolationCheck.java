package id.capaian.it.container;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The isolation check: many units of work of fifty tenants at once on few connections, and then a look at everything
 * they left. It reports what it finds instead of failing, so that it can be shown to notice walls that do not stand.
 */
@Dependent
public class IsolationCheck {

    private static final List<String> TENANTS =
            IntStream.rangeClosed(1, 50).mapToObj(i -> "it%02d".formatted(i)).toList();
    private static final int WORKERS = 12;
    private static final int FAILING_OF_FIVE = 2;
    private static final String CANCELLED = "57014";

    private final UUID run = UUID.randomUUID();
    private final Findings findings = new Findings();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong interrupted = new AtomicLong();
    private final AtomicLong mostConnections = new AtomicLong();
    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> rolledBack = ConcurrentHashMap.newKeySet();
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

    @Inject
    private IsolationProbe probe;

    @Inject
    private ReleasedConnections released;

    @Resource
    private ManagedExecutorService executor;

    /** Gives each tenant something of its own to see; the walls must stand meanwhile. */
    public void plant() throws Exception {
        for (String tenant : TENANTS) {
            as(tenant, () -> {
                probe.plant();
                return null;
            });
        }
    }

    /** Runs so many units of work undisturbed and tells what was found. */
    public Findings run(int units) throws Exception {
        work(units, false);
        lookBack();
        return findings;
    }

    /** The same while statements are cancelled and threads interrupted. */
    public Findings runDisturbed(int units) throws Exception {
        var over = new AtomicBoolean();
        Future<?> chaos = executor.submit(() -> disturb(over));
        try {
            work(units, true);
        } finally {
            over.set(true);
        }
        chaos.get(30, TimeUnit.SECONDS);
        lookBack();
        return findings;
    }

    /**
     * How far what was asked for was done, so that a check which did nothing is not taken for one that found nothing.
     *
     * @param committed       units of work that ended well
     * @param rolledBack      those that were made to fail
     * @param cancelled       those whose statement was cancelled
     * @param interrupted     those whose thread was interrupted
     * @param mostConnections connections the server was seen with at once; 0 when nobody disturbed it and looked
     */
    public record Tally(long committed, long rolledBack, long cancelled, long interrupted, long mostConnections) {

        long units() {
            return committed + rolledBack + cancelled + interrupted;
        }

        /** Of those nobody disturbed, the part that was rolled back. */
        double shareRolledBack() {
            return (double) rolledBack / (committed + rolledBack);
        }
    }

    /** What was done. */
    public Tally tally() {
        return new Tally(committed.size(), rolledBack.size(), cancelled.get(), interrupted.get(), mostConnections.get());
    }

    private void work(int units, boolean disturbing) throws Exception {
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            int worker = i;
            // What does not divide evenly is done by the first ones.
            int share = units / WORKERS + (worker < units % WORKERS ? 1 : 0);
            workers.add(executor.submit(() -> work(worker, share, disturbing)));
        }
        await(workers);
    }

    private void work(int worker, int units, boolean disturbing) {
        var random = new Random(worker);
        busy.add(Thread.currentThread());
        int unit = 0;
        int turnedAway = 0;
        while (unit < units && turnedAway <= units) {
            if (does(random, disturbing)) {
                unit++;
            } else {
                turnedAway++;
            }
            Thread.interrupted();
        }
        busy.remove(Thread.currentThread());
    }

    /** One unit of work; false when it never began, since its tenant had its share of connections in use already. */
    private boolean does(Random random, boolean disturbing) {
        UUID id = UUID.randomUUID();
        String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
        boolean fail = random.nextInt(5) < FAILING_OF_FIVE;
        try {
            saw(tenant, as(tenant, () -> probe.work(run, id, fail)));
            committed.add(id);
        } catch (IsolationProbe.Designed | IsolationProbe.DesignedError e) {
            rolledBack.add(id);
        } catch (Exception e) {
            if (has(e, SQLTransientConnectionException.class::isInstance)
                    && !has(e, InterruptedException.class::isInstance)) {
                return false;
            }
            failed(tenant, e, disturbing);
        }
        return true;
    }

    private void saw(String tenant, int foreign) {
        findings.add(Finding.FOREIGN_ROW, foreign, "seen by " + tenant);
    }

    /** What was cancelled or interrupted may have been committed or not, but never half and never elsewhere. */
    private void failed(String tenant, Exception e, boolean disturbing) {
        if (disturbing && has(e, IsolationCheck::isCancellation)) {
            cancelled.incrementAndGet();
        } else if (disturbing && has(e, IsolationCheck::isInterruption)) {
            interrupted.incrementAndGet();
        } else {
            findings.add(Finding.REFUSAL, tenant + ": " + rootOf(e));
        }
    }

    /**
     * The container's pools tell in words only what happened to the statement they look at a connection with, and of a
     * connection just opened not even the cause. Connections nobody cancelled are looked at when all is over.
     */
    private static boolean isCancellation(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())
                || message.contains("canceling statement") || message.contains("Custom validation detected invalid");
    }

    /** As they tell that somebody who waited for one was interrupted. */
    private static boolean isInterruption(Throwable cause) {
        return cause instanceof InterruptedException || String.valueOf(cause.getMessage()).contains("nterrupted");
    }

    /** No right, no such table, no such schema or role: nothing a cancelled statement says. */
    private static boolean isRefusal(Throwable e) {
        return has(e, cause -> cause instanceof SQLException sql && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("42") || Set.of("3F000", "22023").contains(sql.getSQLState())));
    }

    private static boolean has(Throwable e, Predicate<Throwable> what) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(what);
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Cancels a statement every 40 ms, interrupts a worker and looks at all connections every 200 ms. */
    private void disturb(AtomicBoolean over) {
        Config config = ConfigProvider.getConfig();
        String url = config.getValue("capaian.db.url", String.class);
        String password = config.getValue("capaian.db.password", String.class);
        try (Connection connection = DriverManager.getConnection(url, "p_app", password);
                Statement statement = connection.createStatement()) {
            for (int turn = 0; !over.get(); turn++) {
                statement.execute("""
                        select pg_cancel_backend(pid) from pg_stat_activity
                        where usename = 'p_app' and state = 'active' and pid <> pg_backend_pid()
                        and application_name = current_setting('application_name')
                        order by random() limit 1""");
                if (turn % 5 == 0) {
                    busy.stream().skip(turn / 5 % Math.max(1, busy.size())).findFirst().ifPresent(Thread::interrupt);
                    // In this thread, which also cancels: nobody cancels the look itself.
                    released.look(turn / 5, findings);
                    mostConnections.accumulateAndGet(connections(statement), Math::max);
                }
                Thread.sleep(40);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("the disturbance itself failed", e);
        }
    }

    /** Of this server, whose name all its connections carry; without the one that asks. */
    private static long connections(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select count(*) from pg_stat_activity where pid <> pg_backend_pid()
                and application_name = current_setting('application_name')""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void lookBack() throws Exception {
        compareTraces();
        everyConnectionServes();
        released.lookAtAll(findings);
    }

    private void compareTraces() {
        Set<UUID> found = ConcurrentHashMap.newKeySet();
        for (String tenant : TENANTS) {
            reported(tenant, Finding.REFUSAL, () -> {
                IsolationProbe.Traces traces = as(tenant, () -> probe.traces(run));
                findings.add(Finding.MISPLACED_ROW, traces.foreign(), "with " + tenant);
                findings.add(Finding.WRONG_ACTOR, traces.wrongActor(), "with " + tenant);
                return found.addAll(traces.ids());
            });
        }
        committed.stream().filter(id -> !found.contains(id))
                .forEach(id -> findings.add(Finding.LOST_WRITE, id.toString()));
        rolledBack.stream().filter(found::contains).forEach(id -> findings.add(Finding.UNDONE_WRITE, id.toString()));
    }

    /** As many units at once as there are workers still get through: every connection came back and serves. */
    private void everyConnectionServes() throws Exception {
        List<Future<?>> workers = new ArrayList<>();
        for (String tenant : TENANTS) {
            workers.add(executor.submit(() -> reported(tenant, Finding.LOST_CONNECTION, () -> {
                saw(tenant, as(tenant, () -> probe.work(run, UUID.randomUUID(), false)));
                return null;
            })));
        }
        await(workers);
    }

    private void reported(String tenant, Finding unlessRefused, Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            findings.add(isRefusal(e) ? Finding.REFUSAL : unlessRefused, tenant + ": " + rootOf(e));
        }
    }

    private static void await(List<Future<?>> futures)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (Future<?> future : futures) {
            future.get(15, TimeUnit.MINUTES);
        }
    }

    private static <T> T as(String tenant, Callable<T> work) throws Exception {
        RequestContextController request = CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            Caller caller = CDI.current().select(Caller.class).get();
            caller.inRequest("isolation");
            caller.signedOn(new TenantCode(tenant), "actor-of-" + tenant, "probe", null, Set.of());
            return work.call();
        } finally {
            request.deactivate();
        }
    }
}
