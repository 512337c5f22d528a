package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: a unit of work can begin and end. Not part of liveness, since restarting the node mends no database. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private final PingDatabase ping;

    DatabaseReady() {
        this(null);
    }

    @Inject
    DatabaseReady(PingDatabase ping) {
        this.ping = ping;
    }

    @Override
    @ActivateRequestContext
    public HealthCheckResponse call() {
        try {
            ping.ping();
            return HealthCheckResponse.up("database");
        } catch (RuntimeException e) {
            return HealthCheckResponse.down("database");
        }
    }
}
