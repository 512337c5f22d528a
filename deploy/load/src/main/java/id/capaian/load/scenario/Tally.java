package id.capaian.load.scenario;

import id.capaian.load.Times;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What became of some requests. Times are counted from the moment a request was due, not from when it was sent. */
final class Tally {

    private static final double MICROS = 1_000;

    private final Times times = new Times();
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final LongAdder good = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder askedTwice = new LongAdder();
    private final Map<String, LongAdder> wrong = new ConcurrentHashMap<>();
    private final Map<String, String> examples = new ConcurrentHashMap<>();

    /** A right answer. */
    void good(long tookMicros) {
        good.increment();
        took(tookMicros);
    }

    private void took(long tookMicros) {
        longest.accumulate(tookMicros);
        times.add(tookMicros);
    }

    /** Told to come again; in no percentile, but in {@link #longestMillis}. */
    void turnedAway(long tookMicros) {
        turnedAway.increment();
        longest.accumulate(tookMicros);
    }

    /** Was asked anew, since its connection was closed before an answer came; counted by what then came, too. */
    void askedTwice() {
        askedTwice.increment();
    }

    /**
     * An error. What was waited for in vain counts in percentiles as long as it was waited for.
     *
     * @param kind    few words, the same for all of its kind
     * @param example what is told of the first one
     */
    void wrong(String kind, String example, long tookMicros) {
        took(tookMicros);
        wrong.computeIfAbsent(kind, any -> new LongAdder()).increment();
        if (examples.putIfAbsent(kind, example) == null) {
            System.out.println("    first answer of kind \"" + kind + "\": " + example);
        }
    }

    /** Requests answered rightly. */
    long good() {
        return good.sum();
    }

    long turnedAwayCount() {
        return turnedAway.sum();
    }

    /** Requests answered wrongly or not at all. */
    long wrong() {
        return wrong.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** All requests. */
    long all() {
        return good() + turnedAwayCount() + wrong();
    }

    /** Milliseconds within which this part of all that were not turned away was answered or given up. */
    double millis(double percent) {
        return times.millis(percent);
    }

    /** Milliseconds until the last of them was answered, turned away or given up. */
    double longestMillis() {
        return longest.get() / MICROS;
    }

    /** Both together. */
    Tally and(Tally other) {
        Tally sum = new Tally();
        for (Tally one : new Tally[] {this, other}) {
            sum.times.add(one.times);
            sum.longest.accumulate(one.longest.get());
            sum.good.add(one.good());
            sum.turnedAway.add(one.turnedAwayCount());
            sum.askedTwice.add(one.askedTwice.sum());
            one.wrong.forEach((kind, count) ->
                    sum.wrong.computeIfAbsent(kind, any -> new LongAdder()).add(count.sum()));
            sum.examples.putAll(one.examples);
        }
        return sum;
    }

    /** "p50 3.1 ms, p95 …". */
    String percentiles() {
        return times.percentiles();
    }

    /** "1200 right, 0 turned away, 2 wrong: 404 2". */
    String counts() {
        String kinds = wrong.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", "));
        return good() + " right, " + turnedAwayCount() + " turned away, " + wrong() + " wrong"
                + (kinds.isEmpty() ? "" : ": " + kinds)
                + (askedTwice.sum() == 0 ? "" : "; " + askedTwice + " asked twice, their connection was closed");
    }
}
