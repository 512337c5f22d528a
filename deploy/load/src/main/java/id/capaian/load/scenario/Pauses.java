package id.capaian.load.scenario;

import id.capaian.load.Proc;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collections of the server, in each of which nobody is answered.
 *
 * @param young   of what is new, with a part of the old: many and short
 * @param whole   of all of the heap: one holds everybody for as long as hundreds of requests take
 * @param marking stops of what looks beside the work for what still lives; none where the collector does not do that
 */
record Pauses(Collections young, Collections whole, Collections marking) {

    private static final Pattern COUNTERS = Pattern.compile(
            "(?m)^(sun\\.gc\\.collector\\.[012]\\.(?:invocations|time)|sun\\.os\\.hrt\\.frequency)=(\\d+)");
    private static final String COLLECTOR = "sun.gc.collector.";
    private static final double MILLIS = 1_000;

    /**
     * Those of one kind.
     *
     * @param count  how many
     * @param millis how long they took, together
     */
    record Collections(long count, double millis) {

        private static final Collections NONE = new Collections(0, 0);

        private Collections since(Collections before) {
            return new Collections(count - before.count, millis - before.millis);
        }

        private String text() {
            return String.format(Locale.ROOT, "%d of %.1f ms each", count, millis / count);
        }
    }

    /** Since the server's start. */
    static Pauses of(long pid) throws IOException, InterruptedException {
        return parse(Proc.jcmd(pid, "PerfCounter.print"));
    }

    static Pauses parse(String told) {
        Map<String, Long> counters = new HashMap<>();
        Matcher matcher = COUNTERS.matcher(told);
        while (matcher.find()) {
            counters.put(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
        return new Pauses(collections(counters, 0), collections(counters, 1),
                counters.containsKey(COLLECTOR + 2 + ".time") ? collections(counters, 2) : Collections.NONE);
    }

    private static Collections collections(Map<String, Long> counters, int collector) {
        Long count = counters.get(COLLECTOR + collector + ".invocations");
        Long ticks = counters.get(COLLECTOR + collector + ".time");
        Long frequency = counters.get("sun.os.hrt.frequency");
        if (count == null || ticks == null || frequency == null || frequency == 0) {
            throw new IllegalStateException("the server does not tell of its collections");
        }
        return new Collections(count, MILLIS * ticks / frequency);
    }

    Pauses since(Pauses before) {
        return new Pauses(young.since(before.young), whole.since(before.whole), marking.since(before.marking));
    }

    /** "61 of 14.2 ms each", and where there were any ", of the whole heap 1 of 410.0 ms each". */
    String text() {
        return (young.count() == 0 ? "none" : young.text()) + further(", of the whole heap ", whole)
                + further(", in marking ", marking);
    }

    private static String further(String what, Collections some) {
        return some.count() == 0 ? "" : what + some.text();
    }
}
