package id.capaian.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the national summary costs, and that it does not cost more the more tenants have published. */
final class NationalSummary implements Part {

    private static final int COUNT = 2_000;
    private static final int WARM_UP = 3_000;
    private static final double MOST_MILLIS = 0.5;
    private static final double SAME = 1.1;

    private final Bench bench;

    NationalSummary(Bench bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return "national";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        bench.warmUp();
        Nation nation = house.nation();
        int all = nation.tenants();
        int few = nation.sample(NationalFigures.FEW).size();
        Get ofAll = bench.kinds().national(NationalFigures.OF_ALL, areas -> areas > all);
        Get ofFew = bench.kinds().national(NationalFigures.OF_TEN, areas -> areas > few && areas <= 2 * few + 1);
        int count = bench.count(COUNT);
        for (Get request : List.of(ofAll, ofFew)) {
            Program.say("Getting warm: " + request.name());
            bench.send(request, bench.crowd(), bench.count(WARM_UP));
        }
        double[] millis = new double[2];
        for (int i : new int[] {0, 1, 1, 0}) {
            Cpu cpu = bench.cpuOf(i == 0 ? ofAll : ofFew, bench.crowd(), count / 2);
            millis[i] += (double) (cpu.server() + cpu.postgres()) / count;
        }
        int bytes = ofAll.send(bench.crowd().people().get(0)).body().length;
        List<Row> rows = new ArrayList<>();
        rows.add(Row.atMost(name(), "national summary as JSON of " + all + " tenants, server and PostgreSQL",
                MOST_MILLIS, "ms CPU", millis[0], bytes / 1_000 + " kB"));
        rows.add(Row.atMost(name(), "the same of " + few + " tenants", MOST_MILLIS, "ms CPU", millis[1], ""));
        rows.add(Row.atMost(name(), all + " tenants : " + few, SAME, "", millis[0] / millis[1],
                String.format(Locale.ROOT, "%.3f : %.3f ms", millis[0], millis[1])));
        return rows;
    }
}
