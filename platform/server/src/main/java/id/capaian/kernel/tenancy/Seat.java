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
 * The right to use one connection. It is given back when the connection was closed and its transaction is over,
 * whichever comes last: until then the container counts the connection as used.
 */
final class Seat implements Synchronization {

    /** Longer than requests hold a connection: rather wait than have a second one learn the tenant's statements. */
    private static final long MOMENT = Duration.ofMillis(100).toNanos();
    private static final int NONE = -1;
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final int place;
    private final List<Semaphore> taken;
    private final AtomicInteger uses = new AtomicInteger(1);
    private Runnable atTheEnd = () -> { };

    private Seat(int place, List<Semaphore> taken) {
        this.place = place;
        this.taken = taken;
    }

    /**
     * Waits for room in a share, then for one of some places: a moment for the first, a moment for the next, and round
     * again.
     *
     * @param places one or more, the one preferred first
     * @throws SQLTransientConnectionException after that time, and when interrupted
     */
    static Seat take(Semaphore share, List<Semaphore> places, Duration patience) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        boolean shared = false;
        InterruptedException interrupt = null;
        try {
            shared = share.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            int place = shared ? place(places, end) : NONE;
            if (place != NONE) {
                return new Seat(place, List.of(places.get(place), share));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupt = e;
        }
        if (shared) {
            share.release();
        }
        throw new SQLTransientConnectionException(interrupt == null ? "No connection is free for the tenant"
                : "Interrupted in waiting for a connection", TOO_MANY_CONNECTIONS, interrupt);
    }

    private static int place(List<Semaphore> places, long end) throws InterruptedException {
        for (int turn = 0; turn == 0 || System.nanoTime() < end; turn++) {
            int place = turn % places.size();
            if (places.get(place).tryAcquire(Math.min(MOMENT, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return place;
            }
        }
        return NONE;
    }

    /** Which of the places it is, from 0. */
    int place() {
        return place;
    }

    /** What is done before it is given back. */
    void atTheEnd(Runnable act) {
        atTheEnd = act;
    }

    /** From now on it is kept until a transaction is over, too; to be heard of by {@link #afterCompletion}. */
    Seat untilTransactionEnds() {
        uses.incrementAndGet();
        return this;
    }

    /** One of those it was kept for is over. */
    void leave() {
        if (uses.decrementAndGet() == 0) {
            try {
                atTheEnd.run();
            } finally {
                taken.forEach(Semaphore::release);
            }
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
