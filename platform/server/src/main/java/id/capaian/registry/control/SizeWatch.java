package id.capaian.registry.control;

import id.capaian.kernel.jobs.Rhythm;
import id.capaian.registry.TenantSizes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps known how many people each tenant has; it changes slowly. */
@ApplicationScoped
class SizeWatch {

    private static final Duration READING = Duration.ofMinutes(10);

    private final Rhythm rhythm;
    private final ReadRegistry readRegistry;
    private final TenantSizes sizes;

    SizeWatch() {
        this(null, null, null);
    }

    @Inject
    SizeWatch(Rhythm rhythm, ReadRegistry readRegistry, TenantSizes sizes) {
        this.rhythm = rhythm;
        this.readRegistry = readRegistry;
        this.sizes = sizes;
    }

    void start(@Observes Startup event) {
        rhythm.every(READING, "sizes of tenants", () -> sizes.know(readRegistry.staff()));
    }
}
