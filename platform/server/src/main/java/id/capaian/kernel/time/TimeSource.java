package id.capaian.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server's clock. It stands still for nobody, but tests may move it when {@code capaian.time.movable} says so. */
@ApplicationScoped
public class TimeSource {

    @Inject
    @ConfigProperty(name = "capaian.time.movable", defaultValue = "false")
    private boolean movable;

    private volatile Duration offset = Duration.ZERO;

    /** The clock in UTC; dates need the tenant's zone: {@code LocalDate.ofInstant(clock.instant(), zone)}. */
    @Produces
    public Clock clock() {
        return new MovableClock(ZoneOffset.UTC);
    }

    /**
     * Moves the clock, for tests.
     *
     * @throws IllegalStateException in production, where time is not movable
     */
    public void moveBy(Duration offset) {
        if (!movable) {
            throw new IllegalStateException("Time is not movable here (capaian.time.movable)");
        }
        this.offset = offset;
    }

    private final class MovableClock extends Clock {

        private final ZoneId zone;

        MovableClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new MovableClock(other);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(offset);
        }
    }
}
