package id.capaian.kernel.jobs;

import id.capaian.kernel.identity.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This running server among its equals. */
@ApplicationScoped
public class ThisNode {

    private final String id;
    private final Instant startedAt;

    ThisNode() {
        this.id = null;
        this.startedAt = null;
    }

    @Inject
    ThisNode(@ConfigProperty(name = "capaian.node.id") Optional<String> configured, Clock clock) {
        this.startedAt = clock.instant();
        // A node without a name is a new one at each start: what a dead one held must look like a dead one's.
        this.id = configured.orElseGet(() -> "node-" + Ids.next(startedAt.toEpochMilli()));
    }

    /** Unique among the running nodes. */
    public String id() {
        return id;
    }

    public Instant startedAt() {
        return startedAt;
    }
}
