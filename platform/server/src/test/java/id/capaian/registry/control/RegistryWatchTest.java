package id.capaian.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.jobs.NodeReady;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.registry.Registry;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryWatchTest {

    private final Registry registry = new Registry();
    private int fired;
    private int failures;

    @Test
    void readinessIsAnnouncedUntilEveryObserverTookItAndThenNoMore() {
        failures = 2;
        RegistryWatch watch = new RegistryWatch(null, registry, new Empty(), null, null, ready(), Slice.CLOCK, 8);
        assertThrows(IllegalStateException.class, watch::read);
        assertTrue(registry.isKnown());
        assertThrows(IllegalStateException.class, watch::read);
        watch.read();
        watch.read();
        assertEquals(3, fired);
    }

    @SuppressWarnings("unchecked")
    private Event<NodeReady> ready() {
        return (Event<NodeReady>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    fired++;
                    if (fired <= failures) {
                        throw new IllegalStateException("an observer fails");
                    }
                    return null;
                });
    }

    private static final class Empty extends ReadRegistry {

        @Override
        public News since(String mark) {
            return new News("0", Map.of(), Instant.EPOCH);
        }

        @Override
        public List<EndedSession> ended(EndedSession after) {
            return List.of();
        }
    }
}
