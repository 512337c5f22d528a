package id.capaian.load.scenario;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** Right answers in each second of a run. */
final class Goodput {

    private static final long NANOS = 1_000_000_000;

    private final AtomicIntegerArray bySecond;

    /** @param seconds of the run; what comes later counts for nothing */
    Goodput(int seconds) {
        bySecond = new AtomicIntegerArray(seconds);
    }

    /** A right answer so long after the beginning. */
    void good(long nanos) {
        int second = (int) (nanos / NANOS);
        if (second < bySecond.length()) {
            bySecond.incrementAndGet(second);
        }
    }

    /** Right answers a second from one second on to before another. */
    double mean(int from, int to) {
        long sum = 0;
        for (int second = from; second < to; second++) {
            sum += bySecond.get(second);
        }
        return (double) sum / (to - from);
    }
}
