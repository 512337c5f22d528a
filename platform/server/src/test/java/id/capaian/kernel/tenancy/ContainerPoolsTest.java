package id.capaian.kernel.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.transaction.Status;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two tenants on one small group of connections of a real database. */
class ContainerPoolsTest {

    private static final int SIZE = 3;
    private static final WorkLimit LIMIT = WorkLimit.ofRequest(60_000);
    private static final long LOCK = 20261127185L;
    private static final Work SAMARINDA = work("samarinda");
    private static final Work TUBEI = work("tubei");

    private final Slice slice = Slice.ofTwoTenants();
    private final Semaphore free = new Semaphore(SIZE);
    /** Seats of a transaction that is not over yet. */
    private final Queue<Seat> inTransaction = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private volatile boolean transactional;
    /** The container's pools that connections were drawn from, one after the other. */
    private final Queue<String> drawn = new ConcurrentLinkedQueue<>();
    private final ContainerPools pools = pools(SIZE);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ContainerPools pools(int groupSize) {
        return new ContainerPools(new ContainerPools.Sizes(1, groupSize, SIZE, SIZE), LIMIT, this::pool, seat -> {
            if (transactional) {
                inTransaction.add(seat.untilTransactionEnds());
            }
        });
    }

    @AfterEach
    void end() throws SQLException {
        threads.shutdownNow();
        for (Connection one : opened) {
            one.close();
        }
    }

    @Test
    void blockedStatementsOfOneTenantLeaveAConnectionForItsNeighbour() throws Exception {
        try (Connection owner = slice.connect("p_owner"); var lock = owner.createStatement()) {
            lock.execute("select pg_advisory_lock(" + LOCK + ")");
            Future<?> first = threads.submit(() -> waitForLock());
            Future<?> second = threads.submit(() -> waitForLock());
            await(() -> free.availablePermits() == SIZE - 2);
            var refused = assertThrows(DatabaseException.class, () -> connect(SAMARINDA));
            assertInstanceOf(SQLTransientConnectionException.class, refused.getCause());
            assertEquals("t_tubei", threads.submit(() -> roleOf(TUBEI)).get(1, TimeUnit.SECONDS));
            lock.execute("select pg_advisory_unlock(" + LOCK + ")");
            first.get(5, TimeUnit.SECONDS);
            second.get(5, TimeUnit.SECONDS);
        }
        assertEquals("t_samarinda", roleOf(SAMARINDA));
        assertEquals(SIZE, free.availablePermits());
    }

    @Test
    void whoWaitsShortlyGetsAConnection() throws Exception {
        Connection one = connect(SAMARINDA);
        Connection two = connect(SAMARINDA);
        Future<String> third = threads.submit(() -> roleOf(SAMARINDA));
        Thread.sleep(200);
        one.rollback();
        one.close();
        one.close();
        assertEquals("t_samarinda", third.get(1, TimeUnit.SECONDS));
        two.rollback();
        two.close();
        assertEquals(SIZE, free.availablePermits());
    }

    @Test
    void whatCannotBeOpenedGivesItsShareBack() {
        for (int i = 0; i < SIZE + 1; i++) {
            var refused = assertThrows(DatabaseException.class, () -> connect(work("nirwana")));
            assertTrue(refused.getMessage().contains("t_nirwana"), "else it found no share: " + refused.getMessage());
        }
    }

    @Test
    void anEmptyPoolCostsNoShare() throws Exception {
        free.acquire(SIZE);
        for (int i = 0; i < SIZE; i++) {
            var refused = assertThrows(DatabaseException.class, () -> connect(SAMARINDA));
            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
        }
        free.release(SIZE);
        assertEquals("t_samarinda", roleOf(SAMARINDA));
    }

    @Test
    void whoFindsThePoolFullWaitsBeforeItIsAsked() throws Exception {
        Connection one = connect(SAMARINDA);
        Connection two = connect(SAMARINDA);
        Connection three = connect(TUBEI);
        Future<String> fourth = threads.submit(() -> roleOf(TUBEI));
        Thread.sleep(200);
        assertFalse(fourth.isDone(), "else the pool would have said that all are in use");
        one.rollback();
        one.close();
        assertEquals("t_tubei", fourth.get(1, TimeUnit.SECONDS));
        for (Connection connection : new Connection[] {two, three}) {
            connection.rollback();
            connection.close();
        }
    }

    @Test
    void aClosedConnectionIsCountedUntilItsTransactionIsOver() throws Exception {
        transactional = true;
        roleOf(SAMARINDA);
        roleOf(SAMARINDA);
        transactional = false;
        Future<String> third = threads.submit(() -> roleOf(SAMARINDA));
        Thread.sleep(200);
        assertFalse(third.isDone(), "the container still counts both as used");
        inTransaction.remove().afterCompletion(Status.STATUS_COMMITTED);
        assertEquals("t_samarinda", third.get(1, TimeUnit.SECONDS));
    }

    @Test
    void aTenantKeepsToItsConnectionWhileThatIsFree() throws Exception {
        for (int i = 0; i < SIZE; i++) {
            roleOf(SAMARINDA);
            roleOf(TUBEI);
        }
        List<String> pools = List.copyOf(drawn);
        assertEquals(2, Set.copyOf(pools).size(), "of two tenants of three connections: " + pools);
        for (int i = 2; i < pools.size(); i++) {
            assertEquals(pools.get(i - 2), pools.get(i));
        }
    }

    @Test
    void whoseConnectionIsBusyGetsAnotherOfTheGroup() throws Exception {
        Connection one = connect(SAMARINDA);
        Connection two = connect(SAMARINDA);
        assertEquals(2, Set.copyOf(drawn).size(), "each is another pool: " + drawn);
        String first = drawn.element();
        one.rollback();
        one.close();
        drawn.clear();
        roleOf(SAMARINDA);
        assertEquals(List.of(first), List.copyOf(drawn), "and back to its own");
        two.rollback();
        two.close();
    }

    @Test
    void whatTakesLongLeavesItsTenantAndItsGroupAConnection() throws Exception {
        Connection own = connect(SAMARINDA);
        String usual = drawn.remove();
        Connection one = connect(SAMARINDA.takingLong());
        assertNotEquals(usual, drawn.remove());
        own.rollback();
        own.close();
        Connection two = connect(TUBEI.takingLong());
        assertEquals("t_samarinda", roleOf(SAMARINDA));
        assertEquals("t_tubei", roleOf(TUBEI));
        for (Connection connection : new Connection[] {one, two}) {
            connection.rollback();
            connection.close();
        }
        assertEquals("t_samarinda", roleOf(SAMARINDA.takingLong()));
        assertEquals(SIZE, free.availablePermits());
    }

    /** The same import sent again waits for the first one, at no connection of its own. */
    @Test
    void whatTakesLongWaitsForItsTurnAndNotOnTheGroupsLastConnection() throws Exception {
        ContainerPools two = pools(2);
        Connection one = connect(two, SAMARINDA.takingLong());
        Future<Connection> again = threads.submit(() -> connect(two, SAMARINDA.takingLong()));
        Thread.sleep(1_500);
        assertFalse(again.isDone(), "longer than usual work would wait");
        Connection neighbour = connect(two, TUBEI);
        neighbour.rollback();
        neighbour.close();
        one.rollback();
        one.close();
        Connection later = again.get(10, TimeUnit.SECONDS);
        later.rollback();
        later.close();
        assertEquals(SIZE, free.availablePermits());
    }

    @Test
    void whoFindsNoConnectionForTheRegistryWaitsBeforeThePoolIsAsked() throws Exception {
        Work system = new Work(Work.Door.SYSTEM, null, "system", "pools-test", false);
        List<Connection> all = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            all.add(connect(system));
        }
        Future<Connection> next = threads.submit(() -> connect(system));
        Thread.sleep(200);
        assertFalse(next.isDone(), "else the pool would have said that all are in use");
        for (Connection connection : all) {
            connection.rollback();
            connection.close();
        }
        next.get(5, TimeUnit.SECONDS).close();
        assertEquals(SIZE, free.availablePermits());
    }

    @Test
    void jobsAreCountedOnTheirOwnPool() throws Exception {
        Work job = new Work(Work.Door.TENANT, new TenantCode("samarinda"), "job:x", "x:1", true);
        Connection one = connect(job);
        Connection two = connect(job);
        Connection three = connect(job);
        for (Connection connection : new Connection[] {one, two, three}) {
            connection.rollback();
            connection.close();
        }
        assertEquals(SIZE, free.availablePermits());
    }

    private Void waitForLock() throws SQLException {
        Connection connection = connect(SAMARINDA);
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
        } finally {
            connection.rollback();
            connection.close();
        }
        return null;
    }

    private String roleOf(Work work) throws SQLException {
        Connection connection = connect(work);
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("select current_role")) {
            rows.next();
            return rows.getString(1);
        } finally {
            connection.rollback();
            connection.close();
        }
    }

    private Connection connect(Work work) {
        return connect(pools, work);
    }

    private static Connection connect(ContainerPools pools, Work work) {
        return new TenantConnector(pools, () -> Optional.of(work)).connect(null, null);
    }

    private static Work work(String tenant) {
        return Work.ofTenant(new TenantCode(tenant), "anna", "pools-test");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.sleep(10);
        }
    }

    /** Real connections, at most so many at once. */
    private DataSource pool(String name) {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    drawn.add(name);
                    if (!free.tryAcquire()) {
                        throw new SQLException("All connections are in use");
                    }
                    return counted(Slice.connection());
                });
    }

    /** As the container has it: what is closed is the wrapper, and the connection goes back. */
    private Connection counted(Connection raw) {
        opened.add(raw);
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (closed.compareAndSet(false, true)) {
                            raw.rollback();
                            free.release();
                        }
                        return null;
                    }
                    try {
                        return method.getName().equals("isClosed") ? closed.get() : method.invoke(raw, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
