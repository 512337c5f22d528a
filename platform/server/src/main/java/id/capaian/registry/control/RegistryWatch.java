package id.capaian.registry.control;

import id.capaian.kernel.jobs.NodeReady;
import id.capaian.kernel.jobs.Rhythm;
import id.capaian.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    private final Clock clock;
    private final RegistryMemory memory;
    private boolean announced;

    RegistryWatch() {
        this(null, null, null, null, null, null, null, 0);
    }

    @Inject
    RegistryWatch(Rhythm rhythm, Registry registry, ReadRegistry readRegistry, ReportLife reportLife,
            KeepRecurringJobs keepRecurringJobs, Event<NodeReady> ready, Clock clock,
            @ConfigProperty(name = "capaian.session.outage-hours", defaultValue = "8") int outageHours) {
        this.rhythm = rhythm;
        this.registry = registry;
        this.readRegistry = readRegistry;
        this.reportLife = reportLife;
        this.keepRecurringJobs = keepRecurringJobs;
        this.ready = ready;
        this.clock = clock;
        this.memory = new RegistryMemory(RegistryMemory.ofSessions(outageHours));
    }

    void start(@Observes Startup event) {
        rhythm.every(READING, "registry", this::read);
        rhythm.every(LIVING, "node", reportLife::report);
        rhythm.every(KEEPING, "recurring jobs", keepRecurringJobs::keep);
    }

    /** One beat; beats follow one another. */
    void read() {
        registry.know(memory.refreshed(readRegistry, clock.instant()));
        if (!announced) {
            // An observer that fails is told again at the next beat: a node without jobs must not stay one.
            ready.fire(new NodeReady());
            announced = true;
        }
    }
}
