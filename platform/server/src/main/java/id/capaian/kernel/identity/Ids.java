package id.capaian.kernel.identity;

import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids: UUIDv7 (RFC 9562), so that they sort by the time they were made. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {
    }

    /**
     * A new id.
     *
     * @param millis time of making in milliseconds since 1970, from {@code kernel.time}'s clock
     */
    public static UUID next(long millis) {
        return next(millis, RANDOM);
    }

    /**
     * The same for what only needs a name, as a request does: it may be guessed, and nobody waits for the source of all
     * secrets, which gives to one thread at a time.
     */
    public static UUID guessable(long millis) {
        return next(millis, ThreadLocalRandom.current());
    }

    private static UUID next(long millis, Random random) {
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
