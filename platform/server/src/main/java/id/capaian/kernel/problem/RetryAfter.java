package id.capaian.kernel.problem;

import java.util.concurrent.ThreadLocalRandom;

/**
 * When to come again after an answer of which nothing was done; it differs from one to the next, so that not all return
 * together.
 */
public final class RetryAfter {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    /** A place is free again soon. */
    private static final int SOON = 2;
    private static final int SOON_ENOUGH = 8;
    /** What is away needs longer. */
    private static final int LATER = 20;
    private static final int LATEST = 40;

    private RetryAfter() {
    }

    /** Whether the same request may succeed later. */
    public static boolean isFor(Problem problem) {
        return problem.status() == TOO_MANY || problem.status() == UNAVAILABLE;
    }

    /** Seconds, for a problem that {@link #isFor} is true of. */
    public static int seconds(Problem problem) {
        return problem.status() == TOO_MANY ? between(SOON, SOON_ENOUGH) : between(LATER, LATEST);
    }

    private static int between(int least, int most) {
        return ThreadLocalRandom.current().nextInt(least, most + 1);
    }
}
