package id.capaian.load;

import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;

/** How long some answers took. */
public final class Times {

    private static final long LONGEST_MICROS = 120_000_000;
    private static final int DIGITS = 3;
    private static final double MICROS = 1_000;

    private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

    /** One more; longer than two minutes counts as two minutes. */
    public void add(long tookMicros) {
        micros.recordValue(Math.min(Math.max(tookMicros, 0), LONGEST_MICROS));
    }

    /** All of others. */
    public void add(Times others) {
        micros.add(others.micros);
    }

    /** Milliseconds within which this part of them was there. */
    public double millis(double percent) {
        return micros.getValueAtPercentile(percent) / MICROS;
    }

    /** "p50 3.1 ms, p95 …". */
    public String percentiles() {
        return String.format(Locale.ROOT, "p50 %.3g ms, p95 %.3g ms, p99 %.3g ms", millis(50), millis(95), millis(99));
    }
}
