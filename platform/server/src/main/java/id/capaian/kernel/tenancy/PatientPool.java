package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Asks one of the container's pools, one asker at a time: a moment, while the database speaks. When it is silent the
 * container has everybody wait until the driver gives up, one after the other; here only the first waits so long, those
 * behind it are told soon, and for a second after somebody waited in vain, or a connection of it was lost, nobody asks
 * again (ADR 009).
 */
final class PatientPool {

    private static final String NO_CONNECTION = "08001";
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

    private final DataSource pool;
    private final LongSupplier nanoTime;
    private final Semaphore asking = new Semaphore(1);
    /** When somebody asked in vain last, or a connection was lost. */
    private volatile long inVain;
    private volatile boolean silent;

    PatientPool(DataSource pool) {
        this(pool, System::nanoTime);
    }

    /** With a clock of one's own. */
    PatientPool(DataSource pool, LongSupplier nanoTime) {
        this.pool = pool;
        this.nanoTime = nanoTime;
    }

    /**
     * A connection of the pool.
     *
     * @param patience how long to wait for those who ask already
     * @throws SQLTransientConnectionException when the database is silent
     */
    Connection connection(Duration patience) throws SQLException {
        try {
            if (!asking.tryAcquire() && !asking.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SQLTransientConnectionException("The database gives nobody a connection", NO_CONNECTION);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted in waiting for a connection", NO_CONNECTION, e);
        }
        try {
            return ask();
        } finally {
            asking.release();
        }
    }

    /** One of its connections is gone: who waited for that one has waited long enough, and is not to ask for a new one. */
    void lost() {
        inVain = nanoTime.getAsLong();
        silent = true;
    }

    private Connection ask() throws SQLException {
        if (silent && nanoTime.getAsLong() - inVain < QUIET_NANOS) {
            throw new SQLTransientConnectionException("The database gave nobody a connection a moment ago",
                    NO_CONNECTION);
        }
        long began = nanoTime.getAsLong();
        try {
            Connection connection = pool.getConnection();
            silent = false;
            return connection;
        } catch (SQLException e) {
            inVain = nanoTime.getAsLong();
            // Who is refused at once, by a database that is down, keeps nobody waiting.
            silent = inVain - began >= QUIET_NANOS;
            throw e;
        }
    }
}
