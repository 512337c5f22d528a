package id.capaian.kernel.jobs;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The background threads: made by the container, so that they carry the application's context, and pooled here, because
 * the container's default executors have a single thread on Payara Micro (core size 0 before an unbounded queue).
 */
@ApplicationScoped
class Threads {

    /** How many rhythms may beat at the same moment. */
    private static final int BEATS = 4;
    private static final long PATIENCE_SECONDS = 5;

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    @ConfigProperty(name = "capaian.jobs.threads", defaultValue = "3")
    private int jobThreads;

    private ScheduledExecutorService timer;
    private ExecutorService jobs;
    private ExecutorService polling;
    private ScheduledExecutorService housekeeping;

    synchronized ScheduledExecutorService timer() {
        if (timer == null) {
            timer = Executors.newScheduledThreadPool(BEATS, factory);
        }
        return timer;
    }

    /** Runs jobs; at most {@link #jobThreads()} at once. */
    synchronized ExecutorService jobs() {
        if (jobs == null) {
            jobs = Executors.newFixedThreadPool(jobThreads, factory);
        }
        return jobs;
    }

    int jobThreads() {
        return jobThreads;
    }

    /** Looks for due jobs. */
    synchronized ExecutorService polling() {
        if (polling == null) {
            polling = Executors.newSingleThreadExecutor(factory);
        }
        return polling;
    }

    /** Sends heartbeats and looks for dead nodes' jobs. */
    synchronized ScheduledExecutorService housekeeping() {
        if (housekeeping == null) {
            housekeeping = Executors.newScheduledThreadPool(2, factory);
        }
        return housekeeping;
    }

    @PreDestroy
    synchronized void end() {
        for (ExecutorService pool : pools()) {
            pool.shutdownNow();
        }
        for (ExecutorService pool : pools()) {
            awaitEnd(pool);
        }
    }

    private List<ExecutorService> pools() {
        return Stream.<ExecutorService>of(timer, polling, housekeeping, jobs).filter(Objects::nonNull).toList();
    }

    private static void awaitEnd(ExecutorService pool) {
        try {
            pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
