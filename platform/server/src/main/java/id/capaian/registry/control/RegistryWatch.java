package id.capaian.registry.control;

import id.capaian.kernel.jobs.Rhythm;
import id.capaian.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
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

    RegistryWatch() {
        this(null, null, null, null, null);
    }

    @Inject
    RegistryWatch(Rhythm rhythm, Registry registry, ReadRegistry readRegistry, ReportLife reportLife,
            KeepRecurringJobs keepRecurringJobs) {
        this.rhythm = rhythm;
        this.registry = registry;
        this.readRegistry = readRegistry;
        this.reportLife = reportLife;
        this.keepRecurringJobs = keepRecurringJobs;
    }

    void start(@Observes Startup event) {
        rhythm.every(READING, "registry", () -> registry.know(readRegistry.read()));
        rhythm.every(LIVING, "node", reportLife::report);
        rhythm.every(KEEPING, "recurring jobs", keepRecurringJobs::keep);
    }
}
