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
        People people = People.of(house.nation(), house.nation().all());
        Requests requests = new Requests(house);
        requests.prepare(people.all());
        Writes writes = new Writes(house, requests, people.all(), SEED);
        Mix mix = requests.evening(people, writes);
        Pace pace = Pace.of(house);
        try (OpenLoop loop = new OpenLoop(house.system().serverUrl())) {
            double best = new BestRate(loop, mix, pace, SEED).find();
            Program.say(String.format(Locale.ROOT, "A surge of %.0f a second between two whiles of %.0f",
                    SURGE * best, best));
            int part = pace.seconds(SECONDS);
            Stretch before = new Stretch(best, part);
            Stretch surge = new Stretch(SURGE * best, part);
            Stretch after = new Stretch(best, part + RECOVERY_SECONDS);
            Cpu cpu = house.system().cpu();
            long client = ownMillis();
            int end = before.seconds() + surge.seconds();
            CpuMarks marks = new CpuMarks(house, List.of(part / 3, part, end, end + RECOVERY_SECONDS,
                    end + after.seconds()));
            Goodput goodput;
            try (marks) {
                goodput = loop.run(List.of(before, surge, after), mix, SEED);
            }
            cpu = house.system().cpu().since(cpu);
            client = ownMillis() - client;
            int repeated = writes.repeat();
            List<Row> rows = new ArrayList<>(goodput(goodput, marks, before, surge, after));
            rows.add(Figures.writes(name(), writes.verdict(), repeated));
            Tally all = before.tally().and(surge.tally()).and(after.tally());
            rows.add(Figures.noneWrong(name(), "wrong answers of all three whiles; turned away is none", all));
            rows.add(Row.told(name(), "answers at the best rate", before.tally().percentiles()));
            rows.add(Row.told(name(), "right answers during the surge", surge.tally().percentiles() + "; "
                    + surge.tally().counts()));
            rows.add(Row.told(name(), "CPU of a right answer over all three whiles",
                    Figures.perRequest(cpu, Math.max(1, all.good())) + String.format(Locale.ROOT, ", client %.3g ms",
                            (double) client / Math.max(1, all.good()))));
            return rows;
        }
    }

    /** CPU this program itself has used. */
    private static long ownMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private List<Row> goodput(Goodput goodput, CpuMarks marks, Stretch before, Stretch surge, Stretch after) {
        int begin = before.seconds();
        int end = begin + surge.seconds();
        int recovered = end + RECOVERY_SECONDS;
        int last = end + after.seconds();
        double best = goodput.mean(begin / 3, begin);
        double during = goodput.mean(begin, end);
        double later = goodput.mean(recovered, last);
        double millisBest = marks.millisASecond(begin / 3, begin);
        double millisDuring = marks.millisASecond(begin, end);
        double millisLater = marks.millisASecond(recovered, last);
        String of = String.format(Locale.ROOT, "of %.0f right answers a second at a rate of %.0f", best,
                before.perSecond());
        return List.of(
                atLeast("goodput during a threefold surge, client beside it", LEAST_DURING, during / best,
                        String.format(Locale.ROOT, "%.0f %s", during, of)),
                byProcessor("the same for each second of processor it was left", during, millisDuring, best, millisBest),
                atLeast("goodput from 10 s after the surge on", ALL, later / best,
                        String.format(Locale.ROOT, "%.0f %s", later, of)),
                byProcessor("the same for each second of processor it was left", later, millisLater, best, millisBest));
    }

    /** Told only: at its best rate a server leaves some of the processors idle, and pays for it here. */
    private Row byProcessor(String what, double now, double millisNow, double best, double millisBest) {
        return Row.told(name(), what, String.format(Locale.ROOT,
                "%.3g x (processors of server and PostgreSQL %.2f, then %.2f)", now / millisNow / (best / millisBest),
                millisBest / MILLIS, millisNow / MILLIS));
    }

    private Row atLeast(String what, double least, double ratio, String madeOf) {
        return new Row(name(), what, "at least " + least + " x the best", String.format(Locale.ROOT, "%.3g x (%s)",
                ratio, madeOf), ratio >= least);
    }
}
