package id.capaian.kernel.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A pool of the container's whose database is silent when told so. */
class PatientPoolTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch given = new CountDownLatch(1);
    private volatile boolean silent;
    private Duration waited = Duration.ofSeconds(2);
    private volatile boolean hangs;
    private final PatientPool pool = new PatientPool(container(), nanos::get);

    @Test
    void whoWaitedInVainKeepsOthersFromAskingForASecond() throws SQLException {
        silent = true;
        assertThrows(SQLException.class, () -> pool.connection(SHORT));
        silent = false;
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThrows(SQLTransientConnectionException.class, () -> pool.connection(SHORT));
        assertEquals(1, asked.get());
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        pool.connection(SHORT);
        pool.connection(SHORT);
        assertEquals(3, asked.get());
    }

    @Test
    void whoWaitedForAConnectionThatWasLostDoesNotWaitForANewOneToo() throws SQLException {
        pool.connection(SHORT);
        pool.lost();
        assertThrows(SQLTransientConnectionException.class, () -> pool.connection(SHORT));
        assertEquals(1, asked.get());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        pool.connection(SHORT);
        assertEquals(2, asked.get());
    }

    @Test
    void whoIsRefusedAtOnceKeepsNobodyFromAsking() throws SQLException {
        silent = true;
        waited = Duration.ofMillis(999);
        assertThrows(SQLException.class, () -> pool.connection(SHORT));
        silent = false;
        pool.connection(SHORT);
        assertEquals(2, asked.get());
    }

    @Test
    void thoseBehindOneWhoWaitsAreToldBeforeItIs() throws Exception {
        hangs = true;
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<Connection> first = threads.submit(() -> pool.connection(SHORT));
            while (asked.get() == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThrows(SQLTransientConnectionException.class, () -> pool.connection(SHORT));
            given.countDown();
            first.get(10, TimeUnit.SECONDS);
            pool.connection(SHORT);
            assertEquals(2, asked.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private DataSource container() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    if (hangs) {
                        given.await();
                    }
                    if (silent) {
                        nanos.addAndGet(waited.toNanos());
                        throw new SQLException("nothing heard");
                    }
                    return null;
                });
    }
}
