package id.capaian.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** What a person's requests cost, as a multiple of what PostgreSQL alone needs for the same statements. */
final class Requests implements Part {

    private static final int COUNT = 20_000;
    /** Fewer are lost beside what connecting and planning costs. */
    private static final int LEAST_FLOOR = 5_000;
    private static final double BY_MACHINE = 1.8;
    private static final double BY_BROWSER = 2.2;
    private static final double WRITE = 2.2;
    private static final double TEAM = 1.5;
    private static final double NANOS = 1e9;
    /** Who sends the request whose statements become the floor: a rater who has a rater. */
    private static final Person CAPTURED = new Person(1, 1);

    private final Bench bench;

    Requests(Bench bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        List<Row> rows = new ArrayList<>();
        Kinds kinds = bench.kinds();
        Map<Request, Double> targets = new LinkedHashMap<>();
        targets.put(kinds.ownPlan(), BY_MACHINE);
        targets.put(kinds.ownPage(), BY_BROWSER);
        targets.put(kinds.saveProgress(), WRITE);
        targets.put(kinds.teamPlans(), TEAM);
        targets.put(kinds.teamEvaluations(), TEAM);
        try (OpenEvaluations made = bench.openEvaluations()) {
            for (Map.Entry<Request, Double> one : targets.entrySet()) {
                rows.addAll(measured(one.getKey()).rows(name(), one.getValue()));
            }
            for (Request request : targets.keySet()) {
                house.profile(request.name(), () -> bench.send(request, bench.crowd(), bench.count(COUNT)));
            }
        }
        return rows;
    }

    /** The floor is measured half before and half after the server: a machine that gets slower slows both. */
    private Measured measured(Request request) throws IOException, InterruptedException, SQLException {
        int count = bench.count(COUNT);
        FloorScript script = writes(request) ? savingScript() : readingScript(request);
        double before = floorOf(request, script, Floor.NO_PAUSE);
        long began = System.nanoTime();
        Cpu cpu = bench.cpuOf(request, bench.crowd(), count);
        String times = bench.percentiles();
        double perSecond = (bench.settle() + count) / ((System.nanoTime() - began) / NANOS);
        double after = floorOf(request, script, Floor.NO_PAUSE);
        double beside;
        try (Bustle bustle = new Bustle(bench.house().http(), Bench.CLIENTS)) {
            beside = floorOf(request, script, perSecond);
        }
        double floor = (before + after) / 2;
        bench.house().floors().put(request.name(), floor);
        return new Measured(request.name(), bench.mixed(), count, cpu, times, floor, beside, script.statements());
    }

    private double floorOf(Request request, FloorScript script, double perSecond)
            throws IOException, InterruptedException, SQLException {
        int count = Math.max(LEAST_FLOOR, bench.count(COUNT) / 2);
        Program.say("Floor of " + request.name() + ": " + count + " transactions");
        return bench.floor().millisEach(script, bench.house().nation().mixed(), count, writes(request),
                perSecond);
    }

    private FloorScript readingScript(Request request) throws IOException, InterruptedException, SQLException {
        // Twice: the first may also have to read the caller's roles.
        request.send(CAPTURED, new SplittableRandom(), true);
        return script(() -> request.send(CAPTURED, new SplittableRandom(), true), 0, null);
    }

    private boolean writes(Request request) {
        return request == bench.kinds().saveProgress();
    }

    private FloorScript savingScript() throws IOException, InterruptedException, SQLException {
        SaveProgress saveProgress = bench.kinds().saveProgress();
        UUID entry = CAPTURED.entry(Floor.ENTRY);
        saveProgress.save(CAPTURED, entry, UUID.randomUUID().toString(), 1, true);
        String key = UUID.randomUUID().toString();
        return script(() -> saveProgress.save(CAPTURED, entry, key, 2, true), saveProgress.versionOf(entry), key);
    }

    private FloorScript script(StatementLog.Sending request, long version, String key)
            throws SQLException, IOException, InterruptedException {
        LoadSystem system = bench.house().system();
        List<List<StatementLog.Sent>> sent = new StatementLog(system.database(), system.postgresLog())
                .of("t_" + CAPTURED.code(), request);
        return new FloorScript(sent, CAPTURED, Floor.ENTRY, bench.house().periods().get(CAPTURED.tenant()), version,
                key);
    }
}
