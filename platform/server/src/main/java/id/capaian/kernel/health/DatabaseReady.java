package id.capaian.kernel.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready: a unit of work can begin and end. Not part of liveness, since restarting the node mends no database. Anybody may
 * ask, so the answer is kept for a second.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final long KEPT_MILLIS = 1000;

    private final PingDatabase ping;
    private final Clock clock;
    private volatile Found last = new Found(false, Long.MIN_VALUE);

    private record Found(boolean answers, long millis) {
    }

    DatabaseReady() {
        this(null, null);
    }

    @Inject
    DatabaseReady(PingDatabase ping, Clock clock) {
        this.ping = ping;
        this.clock = clock;
    }

    @Override
    @ActivateRequestContext
    public HealthCheckResponse call() {
        long now = clock.millis();
        Found found = last;
        if (found.millis() == Long.MIN_VALUE || now - found.millis() > KEPT_MILLIS) {
            found = new Found(answers(), now);
            last = found;
        }
        return HealthCheckResponse.named("database").status(found.answers()).build();
    }

    private boolean answers() {
        try {
            ping.ping();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
