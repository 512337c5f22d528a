package id.capaian.extension.fuel;

import java.time.Duration;

/**
 * What a call of a pack's code may use.
 *
 * @param deadline after which it is told to end
 * @param steps    entries into methods, rounds of loops, characters looked at by a pattern; Java packs only
 * @param bytes    of memory taken, given back or not; Java packs only
 */
public record Budget(Duration deadline, long steps, long bytes) {

    /** Of one calculation: thousands of times what a formula needs. */
    public static final Budget CALCULATION = new Budget(Duration.ofSeconds(2), 20_000_000, 64L << 20);

    /** Of reading a pack and calculating all its own examples. */
    public static final Budget LOADING = new Budget(Duration.ofSeconds(20), 500_000_000, 256L << 20);
}
