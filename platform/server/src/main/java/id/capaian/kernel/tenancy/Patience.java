package id.capaian.kernel.tenancy;

import java.util.concurrent.TimeUnit;

/**
 * How long a request has waited for the database, all of its units of work together: many statements that are each quick
 * enough keep a person waiting as long as one that is not (ADR 009). Of one thread at a time.
 */
public final class Patience {

    private long waitedNanos;

    /** It waited once more. */
    void waited(long nanos) {
        waitedNanos += nanos;
    }

    /** All of it, in milliseconds, rounded down. */
    long waitedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(waitedNanos);
    }
}
