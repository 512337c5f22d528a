package id.capaian.kernel.tenancy;

import jakarta.transaction.Synchronization;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The right to use one connection of a pool. It is given back when the connection was closed and its transaction is over,
 * whichever comes last: until then the container counts the connection as used.
 */
final class Seat implements Synchronization {

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final List<Semaphore> counters;
    private final AtomicInteger uses = new AtomicInteger(1);

    private Seat(List<Semaphore> counters) {
        this.counters = counters;
    }

    /**
     * Waits until each counter has room.
     *
     * @throws SQLTransientConnectionException after that time, and when interrupted
     */
    static Seat take(List<Semaphore> counters, Duration patience) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        int taken = 0;
        try {
            while (taken < counters.size() && take(counters.get(taken), end - System.nanoTime())) {
                taken++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            counters.subList(0, taken).forEach(Semaphore::release);
            throw new SQLTransientConnectionException("Interrupted in waiting for a connection", TOO_MANY_CONNECTIONS, e);
        }
        if (taken < counters.size()) {
            counters.subList(0, taken).forEach(Semaphore::release);
            throw new SQLTransientConnectionException("No connection is free for the tenant", TOO_MANY_CONNECTIONS);
        }
        return new Seat(counters);
    }

    private static boolean take(Semaphore counter, long nanos) throws InterruptedException {
        return counter.tryAcquire() || counter.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    /** From now on it is kept until a transaction is over, too; to be heard of by {@link #afterCompletion}. */
    Seat untilTransactionEnds() {
        uses.incrementAndGet();
        return this;
    }

    /** One of those it was kept for is over. */
    void leave() {
        if (uses.decrementAndGet() == 0) {
            counters.forEach(Semaphore::release);
        }
    }

    @Override
    public void beforeCompletion() {
        // Nothing is to be said to a transaction that ends.
    }

    @Override
    public void afterCompletion(int status) {
        leave();
    }
}
