package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How far this node is on its way out: first it is not ready but serves everybody, because balancers notice late; then
 * it is closed to new requests and waits for those that run.
 */
@ApplicationScoped
class Drain {

    private static final long LOOKING_MILLIS = 20;

    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean begun;
    private volatile boolean closed;

    void enter() {
        running.incrementAndGet();
    }

    void leave() {
        running.decrementAndGet();
    }

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    int running() {
        return running.get();
    }

    /**
     * Waits for the running requests.
     *
     * @return false when some still ran at the end of the patience
     */
    boolean awaitIdle(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (running.get() > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOKING_MILLIS);
        }
        return running.get() == 0;
    }
}
