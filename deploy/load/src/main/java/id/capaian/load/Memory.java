package id.capaian.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How much memory the server's connections hold in PostgreSQL when they have served every tenant. */
final class Memory implements Part {

    private static final int SWEEPS = 12;
    /** More at once than there are connections free to whom they belong: tenants come to know a second one. */
    private static final int CROWDED = 16;
    private static final double MOST_GB = 1;

    private final Bench bench;

    Memory(Bench bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        try (OpenEvaluations made = new OpenEvaluations(house, house.nation().all(), 1)) {
            Row sweep = Row.atMost(name(), "all of the server's connections after a sweep over "
                    + house.nation().tenants() + " tenants", MOST_GB, "GB", sweep(house, Bench.CLIENTS), told(house));
            double crowded = sweep(house, CROWDED);
            return List.of(sweep, Row.told(name(), "the same when " + CROWDED + " asked at once",
                    String.format(Locale.ROOT, "%.2f GB (%s)", crowded, told(house))));
        }
    }

    /** Every kind of request there is for staff, every tenant, several times; gigabytes of all connections together. */
    private double sweep(House house, int clients) throws Exception {
        ClosedLoop loop = new ClosedLoop(clients);
        Crowd everywhere = Crowd.first(house.nation().all(), 1);
        Kinds kinds = bench.kinds();
        for (Request request : List.of(kinds.ownPlan(), kinds.ownPage(), kinds.teamPlans(), kinds.teamEvaluations(),
                kinds.reviews(), kinds.saveProgress())) {
            Program.say("Sweeping over all tenants, " + clients + " at once: " + request.name());
            loop.run(request, everywhere, SWEEPS * everywhere.people().size());
        }
        return held(house.system()).stream().mapToLong(Long::longValue).sum() / 1e9;
    }

    private static String told(House house) throws SQLException, IOException {
        List<Long> held = held(house.system());
        return String.format(Locale.ROOT, "%d connections, the largest %.1f MB, %s", held.size(),
                held.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6, house.system().pools());
    }

    /**
     * Bytes of anonymous memory of each backend that serves the server, pages it shares with others in equal parts; shared
     * buffers are no part of it.
     */
    private static List<Long> held(LoadSystem system) throws SQLException, IOException {
        List<Long> held = new ArrayList<>();
        try (Connection connection = system.database().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pid from pg_stat_activity"
                        + " where backend_type = 'client backend' and usename in ('p_app', 'p_jobs')")) {
            while (rows.next()) {
                held.add(Proc.bytes(rows.getLong(1), "smaps_rollup", "Pss_Anon"));
            }
        }
        return held;
    }
}
