package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: nobody has asked the node to end. */
@Readiness
@ApplicationScoped
public class NotLeaving implements HealthCheck {

    private final Drain drain;

    NotLeaving() {
        this(null);
    }

    @Inject
    NotLeaving(Drain drain) {
        this.drain = drain;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("staying").status(!drain.hasBegun()).build();
    }
}
