package id.capaian.kernel.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.persistence.PersistenceException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs on the real job table, asked for by two tenants. */
class JobsSliceTest {

    private static final String TASK = "seal-audit";

    private final Slice slice = Slice.ofTwoTenants();
    private final Table table = new Table();
    private final Trace trace = new Trace();
    private volatile String outOfService = "";
    private JobRunner runner;

    @AfterEach
    void stop() {
        if (runner != null) {
            runner.stop();
        }
    }

    @Test
    void runsAJobAsTheTenantThatAskedForIt() {
        String key = key();
        start();
        assertTrue(ask("samarinda", key));
        assertTrue(ask("tubei", key));
        await(() -> trace.runs.size() == 2);
        assertEquals(List.of("samarinda/" + key, "tubei/" + key), trace.runs.stream().sorted().toList());
        await(() -> count("task_instance like '%" + key + "'") == 0);
    }

    @Test
    void aJobThatWaitsIsNotDoubled() {
        String key = key();
        ask("samarinda", key);
        ask("samarinda", key);
        assertEquals(1, count("task_instance = 'samarinda/" + key + "'"));
        start();
        await(() -> count("task_instance = 'samarinda/" + key + "'") == 0);
        assertEquals(1, trace.runs.size());
    }

    @Test
    void aJobOfAnAbandonedUseCaseDoesNotExist() {
        String key = key();
        assertThrows(IllegalStateException.class, () -> slice.inTenant("samarinda", "anna", unit -> {
            new Jobs(new JobsSql(unit.entityManager())).ask(TASK, key);
            throw new IllegalStateException("the use case fails");
        }));
        assertEquals(0, count("task_instance = 'samarinda/" + key + "'"));
    }

    @Test
    void refusesATaskNobodyKnows() {
        assertThrows(PersistenceException.class, () -> slice.inTenant("samarinda", "anna",
                unit -> new Jobs(new JobsSql(unit.entityManager())).ask("format-disks", "x")));
    }

    @Test
    void aJobThatFailsWaitsForItsNextTry() {
        String key = key();
        trace.failures.set(1);
        start();
        ask("samarinda", key);
        await(() -> count("task_instance = 'samarinda/" + key + "' and consecutive_failures = 1 and not picked"
                + " and execution_time > now()") == 1);
        await(() -> trace.runs.size() == 1);
    }

    @Test
    void aJobOfATenantOutOfServiceWaitsWithoutFailing() {
        String key = key();
        outOfService = "tubei";
        start();
        ask("tubei", key);
        ask("samarinda", key);
        await(() -> trace.runs.contains("samarinda/" + key));
        await(() -> count("task_instance = 'tubei/" + key + "' and consecutive_failures = 0 and not picked"
                + " and execution_time > now() + interval '2 min'") == 1);
        assertFalse(trace.runs.contains("tubei/" + key));
    }

    @Test
    void aRecurringJobComesAgainWhenItsTimetableSays() throws SQLException {
        try (Connection owner = slice.connect("p_owner"); var insert = owner.createStatement()) {
            insert.execute("insert into registry.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " values ('" + TASK + "', 'tubei/recurring', now(), false, 1)");
        }
        String key = key();
        start(new Again(trace));
        await(() -> trace.runs.size() == 2);
        ask("tubei", key);
        await(() -> trace.runs.contains("tubei/" + key));
        await(() -> count("task_instance = 'tubei/" + key + "'") == 0);
        assertEquals(1, count("task_instance = 'tubei/recurring' and execution_time > now() + interval '50 min'"));
        runner.stop();
        try (Connection owner = slice.connect("p_owner"); var delete = owner.createStatement()) {
            delete.execute("delete from registry.scheduled_tasks where task_instance = 'tubei/recurring'");
        }
    }

    /** Comes again at once, and then in an hour. */
    private record Again(Trace trace) implements RecurringJob {

        @Override
        public String task() {
            return trace.task();
        }

        @Override
        public void run(String key) {
            trace.run(key);
        }

        @Override
        public Instant next(TenantCode tenant, Instant done) {
            assertEquals("tubei", tenant.value());
            return trace.runs.size() < 2 ? done : done.plus(Duration.ofHours(1));
        }
    }

    @Test
    void takesOverTheJobOfADeadNode() throws SQLException {
        String key = key();
        try (Connection owner = slice.connect("p_owner"); var insert = owner.createStatement()) {
            insert.execute("insert into registry.scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " picked_by, last_heartbeat, version) values ('" + TASK + "', 'tubei/" + key
                    + "', now() - interval '5 min', true, 'dead-node', now() - interval '5 min', 2)");
        }
        start();
        await(() -> trace.runs.contains("tubei/" + key));
    }

    @Test
    void aNodeThatStopsHandsBackWhatDoesNotEndInTime() {
        String key = key();
        trace.holding = true;
        start();
        ask("tubei", key);
        await(() -> count("task_instance = 'tubei/" + key + "' and picked") == 1);
        runner.stop();
        runner = null;
        assertEquals(1, count("task_instance = 'tubei/" + key + "' and not picked and picked_by is null"));
        trace.holding = false;
        start();
        await(() -> trace.runs.contains("tubei/" + key));
    }

    @Test
    void goesOnAfterAnOutageOfTheDatabase() throws InterruptedException {
        String key = key();
        start();
        table.away = true;
        Thread.sleep(2_500);
        ask("samarinda", key);
        table.away = false;
        await(() -> trace.runs.contains("samarinda/" + key));
    }

    private void start() {
        start(trace);
    }

    private void start(JobHandler handler) {
        // One job at a time: without a container there is one Caller, not one for each request.
        var threads = new JobRunner.JobThreads(1, Executors.newFixedThreadPool(1), Executors.newSingleThreadExecutor(),
                Executors.newScheduledThreadPool(2));
        runner = new JobRunner(table, List.of(handler), new InRequest(trace.caller),
                tenant -> !tenant.value().equals(outOfService), threads, "node-" + UUID.randomUUID());
        runner.start();
    }

    private boolean ask(String tenant, String key) {
        return slice.inTenant(tenant, "anna", unit -> new Jobs(new JobsSql(unit.entityManager())).ask(TASK, key));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private long count(String where) {
        try (Connection owner = slice.connect("p_owner"); var query = owner.createStatement();
                var rows = query.executeQuery("select count(*) from registry.scheduled_tasks where " + where)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertFalse(System.nanoTime() > end, "waited in vain");
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A handler that writes down for whom it ran. */
    private static final class Trace implements JobHandler {

        private final List<String> runs = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger failures = new AtomicInteger();
        private final Caller caller = new Caller();
        private volatile boolean holding;

        @Override
        public String task() {
            return TASK;
        }

        @Override
        public void run(String key) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("as the test wishes");
            }
            hold();
            runs.add(caller.tenant() + "/" + key);
        }

        private void hold() {
            while (holding) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("interrupted in the middle", e);
                }
            }
        }
    }

    /** The job table as the scheduler's own login sees it; it can be away. */
    private final class Table implements DataSource {

        private volatile boolean away;

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("The database is away", "08001");
            }
            return slice.connect("p_jobs");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // nothing is logged
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // connections are local
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing inside");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
