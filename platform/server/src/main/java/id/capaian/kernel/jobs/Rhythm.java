package id.capaian.kernel.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What this node does again and again, as long as it runs: looking at the registry, saying that it lives. */
@ApplicationScoped
public class Rhythm {

    private static final Logger LOG = Logger.getLogger(Rhythm.class.getName());

    private final Threads threads;
    private final InRequest inRequest;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Rhythm() {
        this(null, null);
    }

    @Inject
    Rhythm(Threads threads, InRequest inRequest) {
        this.threads = threads;
        this.inRequest = inRequest;
    }

    /**
     * Does something at once and then again and again until the application ends. A beat that fails is followed by the
     * next one.
     *
     * @param pause from the end of one beat to the beginning of the next
     * @param name  for the log, e.g. {@code registry}
     */
    public void every(Duration pause, String name, Runnable beat) {
        threads.timer().scheduleWithFixedDelay(() -> beat(name, beat), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    // An error that escapes would silently end the rhythm.
    private void beat(String name, Runnable beat) {
        try {
            inRequest.asServer("beat:" + name, beat);
            if (failing.remove(name)) {
                LOG.log(Level.INFO, "{0} goes on", name);
            }
        } catch (Throwable e) {
            // Once per outage: two lines a second would bury what matters.
            if (failing.add(name)) {
                LOG.log(Level.WARNING, "{0} fails and will be tried again: {1}", new Object[] {name, Causes.of(e)});
            }
        }
    }
}
