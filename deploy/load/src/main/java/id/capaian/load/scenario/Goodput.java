package id.capaian.load.scenario;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Right answers in each second of a run, and how many of them were to writes. */
final class Goodput {

    private static final long NANOS = 1_000_000_000;

    private final AtomicIntegerArray bySecond;
    private final AtomicIntegerArray writes;

    /** @param seconds of the run; what comes later counts for nothing */
    Goodput(int seconds) {
        bySecond = new AtomicIntegerArray(seconds);
        writes = new AtomicIntegerArray(seconds);
    }

    /** A right answer so long after the beginning. */
    void good(long nanos, boolean toWrite) {
        int second = (int) (nanos / NANOS);
        if (second < bySecond.length()) {
            bySecond.incrementAndGet(second);
            if (toWrite) {
                writes.incrementAndGet(second);
            }
        }
    }

    /** Right answers a second from one second on to before another. */
    double mean(int from, int to) {
        return mean(bySecond, from, to);
    }

    /** Writes acknowledged a second, the same. */
    double writes(int from, int to) {
        return mean(writes, from, to);
    }

    private static double mean(AtomicIntegerArray bySecond, int from, int to) {
        long sum = 0;
        for (int second = from; second < to; second++) {
            sum += bySecond.get(second);
        }
        return (double) sum / (to - from);
    }
}
