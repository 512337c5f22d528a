package id.capaian.load.scenario;

import id.capaian.load.Proc;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collections of the server's young generation, in each of which nobody is answered.
 *
 * @param count  how many
 * @param millis how long they took, together
 */
record Pauses(long count, double millis) {

    private static final Pattern COUNTERS = Pattern.compile(
            "(?m)^(sun\\.gc\\.collector\\.0\\.(?:invocations|time)|sun\\.os\\.hrt\\.frequency)=(\\d+)");
    private static final double MILLIS = 1_000;

    /** Since the server's start. */
    static Pauses of(long pid) throws IOException, InterruptedException {
        return parse(Proc.jcmd(pid, "PerfCounter.print"));
    }

    static Pauses parse(String counters) {
        long count = -1;
        long ticks = -1;
        long frequency = -1;
        Matcher matcher = COUNTERS.matcher(counters);
        while (matcher.find()) {
            long value = Long.parseLong(matcher.group(2));
            switch (matcher.group(1)) {
                case "sun.gc.collector.0.invocations" -> count = value;
                case "sun.gc.collector.0.time" -> ticks = value;
                default -> frequency = value;
            }
        }
        if (count < 0 || ticks < 0 || frequency <= 0) {
            throw new IllegalStateException("the server does not tell of its collections");
        }
        return new Pauses(count, MILLIS * ticks / frequency);
    }

    Pauses since(Pauses before) {
        return new Pauses(count - before.count, millis - before.millis);
    }

    /** "61 of 14.2 ms each". */
    String text() {
        return count == 0 ? "none" : String.format(Locale.ROOT, "%d of %.1f ms each", count, millis / count);
    }
}
