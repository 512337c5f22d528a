package id.capaian.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** That PostgreSQL does not need more for a request the more tenants there are, and the larger a tenant is. */
final class Scale implements Part {

    private static final int COUNT = 12_000;
    /** People who send requests, of either crowd; of more tenants as many as there are tenants. */
    private static final int PEOPLE = 400;
    private static final int FEW = 10;
    private static final double MANY = 1.2;
    private static final double ALL = 1.1;
    private static final double LARGE = 1.3;

    private final Bench bench;

    Scale(Bench bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        Nation nation = house.nation();
        List<Integer> mixed = nation.mixed();
        Get page = bench.kinds().ownPage();
        Crowd one = across(mixed.subList(0, 1), PEOPLE);
        List<Row> rows = new ArrayList<>();
        for (Request request : List.of(page, bench.kinds().saveProgress())) {
            rows.add(row(request, mixed.size() + " tenants : 1 tenant", MANY, across(mixed, PEOPLE), one));
        }
        List<Integer> few = nation.sample(FEW);
        int people = Math.max(PEOPLE, nation.tenants());
        rows.add(row(page, nation.tenants() + " tenants : " + few.size(), ALL, across(nation.all(), people),
                across(few, people)));
        rows.add(row(page, "tenant of " + nation.staffOf(nation.largest()) + " staff : " + nation.staffOf(1), LARGE,
                across(List.of(nation.largest()), PEOPLE), one));
        return rows;
    }

    private Crowd across(List<Integer> tenants, int people) {
        return Crowd.across(bench.house().nation(), tenants, Math.max(1, people / tenants.size()));
    }

    private Row row(Request request, String what, double target, Crowd large, Crowd small) throws InterruptedException {
        double[] millis = bench.inTurns(request, List.of(large, small), bench.count(COUNT), Cpu::postgres);
        return Row.atMost(name(), request.name() + ", PostgreSQL, " + what, target, "", millis[0] / millis[1],
                String.format(Locale.ROOT, "%.3f : %.3f ms, %d : %d people", millis[0], millis[1],
                        large.people().size(), small.people().size()));
    }
}
