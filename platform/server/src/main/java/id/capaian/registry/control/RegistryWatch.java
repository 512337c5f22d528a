package id.capaian.registry.control;

import id.capaian.kernel.jobs.NodeReady;
import id.capaian.kernel.jobs.Rhythm;
import id.capaian.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps the snapshot fresh, the node known and the recurring jobs of every tenant in the job table. */
@ApplicationScoped
class RegistryWatch {

    private static final Duration READING = Duration.ofSeconds(2);
    private static final Duration LIVING = Duration.ofSeconds(10);
    private static final Duration KEEPING = Duration.ofMinutes(1);

    private final Rhythm rhythm;
    private final Registry registry;
    private final ReadRegistry readRegistry;
    private final ReportLife reportLife;
    private final KeepRecurringJobs keepRecurringJobs;
    private final Event<NodeReady> ready;

    RegistryWatch() {
        this(null, null, null, null, null, null);
    }

    @Inject
    RegistryWatch(Rhythm rhythm, Registry registry, ReadRegistry readRegistry, ReportLife reportLife,
            KeepRecurringJobs keepRecurringJobs, Event<NodeReady> ready) {
        this.rhythm = rhythm;
        this.registry = registry;
        this.readRegistry = readRegistry;
        this.reportLife = reportLife;
        this.keepRecurringJobs = keepRecurringJobs;
        this.ready = ready;
    }

    void start(@Observes Startup event) {
        rhythm.every(READING, "registry", this::read);
        rhythm.every(LIVING, "node", reportLife::report);
        rhythm.every(KEEPING, "recurring jobs", keepRecurringJobs::keep);
    }

    private void read() {
        boolean first = !registry.isKnown();
        registry.know(readRegistry.read());
        if (first) {
            ready.fire(new NodeReady());
        }
    }
}
