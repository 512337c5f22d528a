package id.capaian.registry.control;

import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.registry.RegistrySnapshot;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Reads what every request needs to know of the registry. */
@SystemUseCase
public class ReadRegistry {

    /** Longer than any session lasts. */
    static final Duration SESSION_MEMORY = Duration.ofDays(2);

    private final RegistrySql registry;
    private final Clock clock;

    ReadRegistry() {
        this(null, null);
    }

    @Inject
    ReadRegistry(RegistrySql registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    public RegistrySnapshot read() {
        return new RegistrySnapshot(registry.tenants(), registry.endedSessions(clock.instant().minus(SESSION_MEMORY)));
    }
}
