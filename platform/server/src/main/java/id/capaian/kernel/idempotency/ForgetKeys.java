package id.capaian.kernel.idempotency;

import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Takes away keys whose write nobody will send again, with the answers kept under them. Repeating it changes nothing.
 */
@TenantUseCase
public class ForgetKeys {

    /** Long enough for a phone that was off the network for a weekend. The description of the API names it. */
    static final Duration KEPT = Duration.ofDays(7);
    /** At a time, so that transactions stay short. */
    static final int MOST = 5_000;

    private final OnceSql keys;
    private final Clock clock;

    ForgetKeys() {
        this(null, null);
    }

    @Inject
    ForgetKeys(OnceSql keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @return whether there may be more */
    public boolean forget() {
        return keys.forget(clock.instant().minus(KEPT), MOST) == MOST;
    }
}
