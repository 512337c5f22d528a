package id.capaian.kernel.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainTest {

    private final Drain drain = new Drain();

    @Test
    void waitsForTheLastRequestAndNoLonger() throws InterruptedException {
        drain.enter();
        drain.enter();
        CompletableFuture<Void> both = CompletableFuture.runAsync(() -> {
            drain.leave();
            drain.leave();
        }, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
        assertTrue(drain.awaitIdle(Duration.ofMinutes(1)));
        both.join();
    }

    @Test
    void losesPatienceWithARequestThatDoesNotEnd() throws InterruptedException {
        drain.enter();
        assertFalse(drain.awaitIdle(Duration.ofMillis(50)));
        assertEquals(1, drain.running());
    }
}
