package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens between SIGTERM and the end of the process: not ready, jobs stop and hand back their claims, some seconds
 * for the balancer to notice, closed to new requests, running ones get their answers, end. Operations: section
 * "Stopping a node".
 */
@ApplicationScoped
class Departure {

    private static final Logger LOG = Logger.getLogger(Departure.class.getName());
    /** What the shell says of a process that SIGTERM ended. */
    private static final int ENDED_BY_TERM = 128 + 15;

    private final Drain drain;
    private final Event<NodeLeaves> leaving;
    private final Duration notice;
    private final Duration patience;
    private final AtomicBoolean asked = new AtomicBoolean();
    private TermSignal signal;
    private ClassLoader loader;

    Departure() {
        this(null, null, 0, 0);
    }

    @Inject
    Departure(Drain drain, Event<NodeLeaves> leaving,
            @ConfigProperty(name = "capaian.drain.notice-seconds", defaultValue = "5") int notice,
            @ConfigProperty(name = "capaian.drain.patience-seconds", defaultValue = "20") int patience) {
        this.drain = drain;
        this.leaving = leaving;
        this.notice = Duration.ofSeconds(notice);
        this.patience = Duration.ofSeconds(patience);
    }

    void start(@Observes Startup event) {
        loader = Thread.currentThread().getContextClassLoader();
        try {
            signal = new TermSignal();
            signal.call(this::leave);
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "SIGTERM cannot be heard; this node will end without waiting for requests", e);
        }
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) throws ReflectiveOperationException {
        if (signal != null) {
            signal.restore();
        }
    }

    private void leave() {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        Thread.currentThread().setContextClassLoader(loader);
        try {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.exit(ENDED_BY_TERM);
        }
    }

    private void drain() throws InterruptedException {
        long end = System.nanoTime() + notice.toNanos();
        drain.begin();
        LOG.log(Level.INFO, "Asked to end: not ready from now on, closed in {0} s", notice.toSeconds());
        leaving.fire(new NodeLeaves());
        TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
        drain.close();
        if (drain.awaitIdle(patience)) {
            LOG.log(Level.INFO, "Every request has its answer; ending");
        } else {
            LOG.log(Level.WARNING, "Ending although {0} requests still run", drain.running());
        }
    }
}
