package id.capaian.registry.control;

import id.capaian.kernel.jobs.ThisNode;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says that this node lives, and forgets those that have not said so for long. */
@SystemUseCase
public class ReportLife {

    private static final Duration NODE_MEMORY = Duration.ofMinutes(2);

    private final RegistrySql registry;
    private final ThisNode node;
    private final Clock clock;
    private final String release;
    private final Duration sessions;

    ReportLife() {
        this(null, null, null, null, 0);
    }

    @Inject
    ReportLife(RegistrySql registry, ThisNode node, Clock clock,
            @ConfigProperty(name = "capaian.release", defaultValue = "development") String release,
            @ConfigProperty(name = "capaian.session.outage-hours", defaultValue = "8") int outageHours) {
        this.registry = registry;
        this.node = node;
        this.clock = clock;
        this.release = release;
        this.sessions = RegistryMemory.ofSessions(outageHours);
    }

    public void report() {
        Instant now = clock.instant();
        registry.nodeLives(node.id(), node.startedAt(), release, now);
        registry.forgetNodes(now.minus(NODE_MEMORY));
        registry.forgetSessions(now.minus(sessions));
    }
}
