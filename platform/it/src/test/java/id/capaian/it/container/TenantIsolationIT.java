package id.capaian.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.local.Artifacts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inside Payara Micro: fifty tenants on eight connections, a hundred thousand units of work, two in five rolled back,
 * statements cancelled and threads interrupted in between. No foreign row, nothing left behind, no connection lost.
 */
@ExtendWith(ArquillianExtension.class)
class TenantIsolationIT {

    private static final int UNITS = 100_000;
    private static final int WORKERS = 12;
    private static final int FAILING_OF_FIVE = 2;
    private static final List<String> TENANTS =
            IntStream.rangeClosed(1, 50).mapToObj(i -> "it%02d".formatted(i)).toList();

    @Inject
    private IsolationProbe probe;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicLong foreign = new AtomicLong();
    private final AtomicLong disturbed = new AtomicLong();
    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> rolledBack = ConcurrentHashMap.newKeySet();
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

    @Deployment
    static WebArchive realServer() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, Artifacts.here().war().toFile())
                .addClasses(TenantIsolationIT.class, IsolationProbe.class, IsolationProbe.Designed.class,
                        IsolationProbe.Traces.class);
    }

    @Test
    void keepsFiftyTenantsApartUnderCancelsAndInterrupts() throws Exception {
        for (String tenant : TENANTS) {
            as(tenant, () -> {
                probe.plant(UUID.randomUUID());
                return null;
            });
        }
        var over = new AtomicBoolean();
        Future<?> chaos = executor.submit(() -> disturb(over));
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            int worker = i;
            workers.add(executor.submit(() -> work(worker)));
        }
        await(workers);
        over.set(true);
        chaos.get(30, TimeUnit.SECONDS);

        assertEquals(0, foreign.get(), "foreign rows seen");
        assertTrue(disturbed.get() > 0, "the disturbance must have hit somebody, or this test proves nothing");
        assertEverythingIsWhereItBelongs();
        assertNoConnectionIsLost();
    }

    private void work(int worker) {
        var random = new Random(worker);
        busy.add(Thread.currentThread());
        for (int unit = 0; unit < UNITS / WORKERS; unit++) {
            UUID id = UUID.randomUUID();
            String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
            boolean fail = random.nextInt(5) < FAILING_OF_FIVE;
            try {
                foreign.addAndGet(as(tenant, () -> probe.work(id, fail)));
                committed.add(id);
            } catch (IsolationProbe.Designed e) {
                rolledBack.add(id);
            } catch (Exception e) {
                // Cancelled or interrupted: it may have been committed or not, but never half and never elsewhere.
                disturbed.incrementAndGet();
            }
            Thread.interrupted();
        }
        busy.remove(Thread.currentThread());
    }

    /** Cancels a statement every 40 ms and interrupts a worker every 200 ms. */
    private void disturb(AtomicBoolean over) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(config.getValue("capaian.db.url", String.class), "p_app",
                config.getValue("capaian.db.password", String.class)); Statement statement = connection.createStatement()) {
            for (int turn = 0; !over.get(); turn++) {
                statement.execute("""
                        select pg_cancel_backend(pid) from pg_stat_activity
                        where usename = 'p_app' and state = 'active' and pid <> pg_backend_pid() order by random() limit 1""");
                if (turn % 5 == 0) {
                    busy.stream().skip(turn / 5 % Math.max(1, busy.size())).findFirst().ifPresent(Thread::interrupt);
                }
                Thread.sleep(40);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException("the disturbance itself failed", e);
        }
    }

    private void assertEverythingIsWhereItBelongs() throws Exception {
        Set<UUID> found = ConcurrentHashMap.newKeySet();
        for (String tenant : TENANTS) {
            IsolationProbe.Traces traces = as(tenant, probe::traces);
            assertEquals(0, traces.foreign(), "rows of others in " + tenant);
            assertEquals(0, traces.wrongActor(), "audit rows with a wrong actor in " + tenant);
            found.addAll(traces.ids());
        }
        assertEquals(Set.of(), committed.stream().filter(id -> !found.contains(id)).collect(Collectors.toSet()),
                "acknowledged and lost");
        assertEquals(Set.of(), rolledBack.stream().filter(found::contains).collect(Collectors.toSet()),
                "rolled back and found");
    }

    /** As many units at once as there are workers still get through: every connection came back. */
    private void assertNoConnectionIsLost() throws Exception {
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            String tenant = TENANTS.get(i);
            workers.add(executor.submit(() -> {
                try {
                    return as(tenant, () -> probe.work(UUID.randomUUID(), false));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        await(workers);
        for (String tenant : TENANTS) {
            assertEquals(0, as(tenant, () -> probe.work(UUID.randomUUID(), false)));
        }
    }

    private static void await(List<Future<?>> futures) throws InterruptedException, ExecutionException, TimeoutException {
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
