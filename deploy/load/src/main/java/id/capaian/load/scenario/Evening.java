package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.House;
import id.capaian.load.Part;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The evening before a deadline: finds how much the server can answer, asks three times as much for a while, and then
 * again what it can. The client shares the processor with the server, so all is relative to the best of the same run, and
 * told for each second of processor that is left to the server as well.
 */
final class Evening implements Part {

    private static final long SEED = 20_261_231;
    private static final double LEAST_DURING = 0.8;
    /** "All of it", within the chance of arrivals. */
    private static final double ALL = 0.95;
    private static final int SURGE = 3;
    private static final int SECONDS = 40;
    private static final int RECOVERY_SECONDS = 10;
    private static final double MILLIS = 1_000;

    @Override
    public String name() {
        return "evening";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        People people = People.byStaff(house.nation());
        Requests requests = new Requests(house);
        requests.prepare(people.all());
        Writes writes = Writes.of(house, requests, people.all(), SEED);
        Mix mix = requests.evening(people, writes);
        Pace pace = Pace.of(house);
        try (OpenLoop loop = new OpenLoop(house.system().serverUrl())) {
            double best = new BestRate(loop, mix, pace, SEED).find();
            Program.say(String.format(Locale.ROOT, "A surge of %.0f a second between two whiles of %.0f",
                    SURGE * best, best));
            Whiles whiles = Whiles.of(best, pace.seconds(SECONDS));
            Largest largest = new Largest(house.nation());
            Cpu cpu = house.system().cpu();
            long client = Used.client();
            CpuMarks marks = new CpuMarks(house, whiles.marks());
            Goodput goodput;
            try (marks) {
                goodput = loop.run(List.of(whiles.before(), whiles.surge(), whiles.after()),
                        largest.counted(mix), SEED);
            }
            cpu = house.system().cpu().since(cpu);
            client = Used.client() - client;
            long repeated = writes.repeat();
            List<Row> rows = new ArrayList<>(goodput(whiles, goodput, marks));
            rows.add(Figures.writes(name(), writes.verdict(), repeated));
            rows.addAll(answers(whiles, cpu, client));
            rows.add(Row.told(name(), "of the requests of all three whiles", largest.text()));
            rows.addAll(toFloor(house, marks.millisASecond(whiles.settled(), whiles.begin())
                    / goodput.mean(whiles.settled(), whiles.begin())));
            return rows;
        }
    }

    /** The three whiles, one after the other without a pause. */
    private record Whiles(Stretch before, Stretch surge, Stretch after) {

        static Whiles of(double best, int seconds) {
            return new Whiles(new Stretch(best, seconds), new Stretch(SURGE * best, seconds),
                    new Stretch(best, seconds + RECOVERY_SECONDS));
        }

        /** Where looking begins: the first third is left out, in which the server still gets used to it. */
        int settled() {
            return before.seconds() / 3;
        }

        int begin() {
            return before.seconds();
        }

        int end() {
            return begin() + surge.seconds();
        }

        int recovered() {
            return end() + RECOVERY_SECONDS;
        }

        int last() {
            return end() + after.seconds();
        }

        List<Integer> marks() {
            return List.of(settled(), begin(), end(), recovered(), last());
        }

        Tally all() {
            return before.tally().and(surge.tally()).and(after.tally());
        }
    }

    /** The best is the more of what the best step answered and what the first while did: what it once could, counts. */
    private List<Row> goodput(Whiles whiles, Goodput goodput, CpuMarks marks) {
        double first = goodput.mean(whiles.settled(), whiles.begin());
        double best = Math.max(first, whiles.before().perSecond());
        double during = goodput.mean(whiles.begin(), whiles.end());
        double later = goodput.mean(whiles.recovered(), whiles.last());
        double millisFirst = marks.millisASecond(whiles.settled(), whiles.begin());
        double millisDuring = marks.millisASecond(whiles.begin(), whiles.end());
        double millisLater = marks.millisASecond(whiles.recovered(), whiles.last());
        String of = String.format(Locale.ROOT, "of %.0f right answers a second, the best there were", best);
        return List.of(
                atLeast("goodput during a threefold surge, client beside it", LEAST_DURING, during / best,
                        String.format(Locale.ROOT, "%.0f %s; %.0f of the while before", during, of, first)),
                Row.told(name(), "saves acknowledged a second: while before, surge, from 10 s after it on",
                        String.format(Locale.ROOT, "%.0f, %.0f, %.0f",
                                goodput.writes(whiles.settled(), whiles.begin()),
                                goodput.writes(whiles.begin(), whiles.end()),
                                goodput.writes(whiles.recovered(), whiles.last()))),
                atLeast("goodput from 10 s after the surge on", ALL, later / best,
                        String.format(Locale.ROOT, "%.0f %s", later, of)),
                Row.told(name(), "CPU of a right answer in the while before, server and PostgreSQL",
                        String.format(Locale.ROOT, "%.3g ms", millisFirst / first)),
                byProcessor("right answers for each second of processor it was left, surge : while before", during,
                        millisDuring, first, millisFirst),
                byProcessor("the same, afterwards : while before", later, millisLater, first, millisFirst));
    }

    /** Where the run has measured what PostgreSQL alone needs for the kinds of request of the mix. */
    private List<Row> toFloor(House house, double millis) {
        Double floor = Requests.eveningFloor(house.floors());
        return floor == null ? List.of() : List.of(Row.told(name(),
                "CPU of a right answer in the while before : floor of the same mix on 50 tenants",
                String.format(Locale.ROOT, "%.3g x floor (floor %.3g ms)", millis / floor, floor)));
    }

    /** Told only: at its best rate a server leaves some of the processors idle, and pays for it here. */
    private Row byProcessor(String what, double now, double millisNow, double first, double millisFirst) {
        return Row.told(name(), what, String.format(Locale.ROOT,
                "%.3g x (processors of server and PostgreSQL %.2f, before %.2f)",
                now / millisNow / (first / millisFirst), millisNow / MILLIS, millisFirst / MILLIS));
    }

    private Row atLeast(String what, double least, double ratio, String madeOf) {
        return new Row(name(), what, "at least " + least + " x the best", String.format(Locale.ROOT, "%.3g x (%s)",
                ratio, madeOf), ratio >= least);
    }

    private List<Row> answers(Whiles whiles, Cpu cpu, long client) {
        Tally all = whiles.all();
        long good = Math.max(1, all.good());
        return List.of(Figures.noneWrong(name(), "wrong answers of all three whiles; turned away is none", all),
                Row.told(name(), "answers at the best rate", whiles.before().tally().percentiles()),
                Row.told(name(), "right answers during the surge", whiles.surge().tally().percentiles() + "; "
                        + whiles.surge().tally().counts()),
                Row.told(name(), "CPU of a right answer over all three whiles, refusing the others included",
                        Figures.perRequest(cpu, good)
                                + String.format(Locale.ROOT, ", client %.3g ms", (double) client / good)));
    }
}
