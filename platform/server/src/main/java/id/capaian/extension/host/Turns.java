package id.capaian.extension.host;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls of one pack's code run at once on this node, however often it is loaded, so that one pack never takes the
 * threads of the others. A call that would not end keeps its turn, and while there is such a call the pack is hung.
 */
final class Turns {

    private static final int AT_ONCE = 2;

    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final AtomicInteger stuck = new AtomicInteger();

    /** Waits for a turn; false when none became free in time. */
    boolean take(Duration wait) throws InterruptedException {
        return free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack() {
        free.release();
    }

    /** A call was told to end and did not. */
    void stuck() {
        stuck.incrementAndGet();
    }

    /** It ended after all. */
    void freed() {
        stuck.decrementAndGet();
    }

    boolean isHung() {
        return stuck.get() > 0;
    }
}
