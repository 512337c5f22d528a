package id.capaian.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the national summary costs, and that it does not cost more the more tenants have published. */
final class NationalSummary implements Part {

    private static final int COUNT = 20_000;
    private static final int WARM_UP = 30_000;
    private static final int ROUNDS = 10;
    /** The server remembers an answer for five. */
    private static final int FORGOTTEN_SECONDS = 6;
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
        Nation nation = house.nation();
        List<Integer> all = nation.all();
        List<Integer> few = nation.sample(NationalFigures.FEW);
        String province = Generator.province(1);
        int governments = (int) all.stream().filter(tenant -> Generator.province(tenant).equals(province)).count();
        List<Get> requests = List.of(bench.kinds().national(NationalFigures.OF_ALL, all.size(), provinces(all)),
                bench.kinds().national(NationalFigures.OF_TEN, few.size(), provinces(few)),
                bench.kinds().province(NationalFigures.OF_ALL, province, governments));
        int count = bench.count(COUNT);
        for (Get request : requests) {
            Program.say("Getting warm: " + request.name());
            bench.send(request, bench.crowd(), bench.count(WARM_UP));
        }
        double[] millis = new double[requests.size()];
        for (int i : new int[] {0, 1, 2, 2, 1, 0}) {
            Cpu cpu = bench.cpuOf(requests.get(i), bench.crowd(), count / 2);
            millis[i] += (double) (cpu.server() + cpu.postgres()) / count;
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row("national summary as JSON of " + all.size() + " tenants, server and PostgreSQL, remembered",
                millis[0], size(requests.get(0))));
        rows.add(row("the same of " + few.size() + " tenants", millis[1], size(requests.get(1))));
        rows.add(row("of one province's " + governments + " tenants", millis[2], size(requests.get(2))));
        rows.add(Row.atMost(name(), all.size() + " tenants : " + few.size(), SAME, "", millis[0] / millis[1],
                String.format(Locale.ROOT, "%.3f : %.3f ms", millis[0], millis[1])));
        List<Get> provinces = new ArrayList<>(List.of(requests.get(0)));
        for (String code : all.stream().map(Generator::province).distinct().toList()) {
            provinces.add(bench.kinds().province(NationalFigures.OF_ALL, code,
                    (int) all.stream().filter(tenant -> Generator.province(tenant).equals(code)).count()));
        }
        rows.add(Row.told(name(), "nation and provinces of " + all.size() + " tenants, each asked for anew",
                String.format(Locale.ROOT, "%.3g ms CPU", anew(house, provinces))));
        return rows;
    }

    /** What one costs whose answer the server has forgotten, milliseconds. */
    private double anew(House house, List<Get> requests) throws Exception {
        Program.say("Asking for " + requests.size() + " of them anew");
        int rounds = bench.count(ROUNDS);
        long millis = 0;
        for (int round = 0; round < rounds; round++) {
            TimeUnit.SECONDS.sleep(FORGOTTEN_SECONDS);
            Cpu before = house.system().cpu();
            for (Get request : requests) {
                request.send(bench.crowd().people().get(0));
            }
            Cpu used = house.system().cpu().since(before);
            millis += used.server() + used.postgres();
        }
        return (double) millis / rounds / requests.size();
    }

    private Row row(String what, double millis, String note) {
        return Row.atMost(name(), what, MOST_MILLIS, "ms CPU", millis, note);
    }

    private String size(Get request) throws IOException {
        return request.send(bench.crowd().people().get(0)).body().length / 1_000 + " kB";
    }

    private static int provinces(List<Integer> tenants) {
        return (int) tenants.stream().map(Generator::province).distinct().count();
    }
}
