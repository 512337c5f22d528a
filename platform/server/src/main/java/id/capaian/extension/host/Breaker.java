package id.capaian.extension.host;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leaves a pack alone for a tenant for a while after it failed several times in a row, and for everybody as long as it
 * is hung.
 */
final class Breaker {

    private static final int PATIENCE = 3;
    private static final long REST_NANOS = 30_000_000_000L;

    private final Turns turns;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong failedLast = new AtomicLong();

    Breaker(Turns turns) {
        this.turns = turns;
    }

    Turns turns() {
        return turns;
    }

    /** Whether calls are refused now; after the rest one more failure refuses again. */
    boolean isOpen(long nanos) {
        return turns.isHung() || failures.get() >= PATIENCE && nanos - failedLast.get() < REST_NANOS;
    }

    void succeeded() {
        failures.set(0);
    }

    void failed(long nanos) {
        failedLast.set(nanos);
        failures.incrementAndGet();
    }
}
