package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code deploy/load/measure}. Exit 0 when it was measured, whatever came out; 1 when it could not be. */
public final class Main {

    private static final double READ_TOGETHER = 2.5;
    private static final double WRITE_TOGETHER = 3.0;
    private static final int IDLE_SECONDS = 10;
    /** On one tenant only PostgreSQL's part is asked for, for which fewer requests do. */
    private static final int PART_ON_ONE = 4;
    /** Who sends the request whose statements become the floor. */
    private static final Person CAPTURED = new Person(1, 0);

    private final Options options;
    private final LoadSystem system;
    private final Map<Integer, UUID> periods;
    private final Floor floor;
    private final Http http;
    private final ClosedLoop loop;
    private final OwnPlan ownPlan;
    private final SaveProgress saveProgress;

    private Main(Options options, LoadSystem system) throws SQLException, IOException, JOSEException {
        this.options = options;
        this.system = system;
        Program.say("Making " + options.mostTenants() + " tenants with " + options.staff() + " employees each");
        this.periods = new Generator(system.database(), options.staff(), "[]").make(options.mostTenants());
        this.floor = new Floor(options, system, periods);
        Program.say("Starting the server");
        system.startServer();
        Callers callers = new Callers(options, system.issuer());
        this.http = new Http(system.serverUrl());
        this.loop = new ClosedLoop(options, callers);
        this.ownPlan = new OwnPlan(http, callers);
        this.saveProgress = new SaveProgress(http, callers);
    }

    /** Runs it; arguments as the README says. */
    public static void main(String[] arguments) {
        Program.run(() -> {
            Options options = Options.of(arguments);
            LoadSystem system = new LoadSystem(options.firstPort(), options.clients());
            Program.closeAtEnd(system);
            new Main(options, system).measure();
        });
    }

    private void measure() throws IOException, InterruptedException, SQLException {
        Report report = new Report(System.out);
        List<Measured> lines = new ArrayList<>();
        report.environment(system, databaseBytes());
        for (Request request : asked()) {
            Program.say("Getting warm: " + request.name() + ", " + options.warmUp() + " requests");
            loop.run(request, options.tenants().get(0), options.warmUp());
            double onOneTenant = onOneTenant(request);
            for (int tenants : options.tenants()) {
                lines.add(measured(request, tenants, onOneTenant));
                report.table(lines.subList(lines.size() - 1, lines.size()));
            }
        }
        Program.say("Result, milliseconds of CPU for one request");
        report.environment(system, databaseBytes());
        report.table(lines);
        report.manyTenants(lines);
        report.idle(idle(), IDLE_SECONDS);
        if (options.profile()) {
            profile();
        }
    }

    private List<Request> asked() {
        return Stream.<Request>of(ownPlan, saveProgress).filter(request -> countOf(request) > 0).toList();
    }

    private int countOf(Request request) {
        return request == saveProgress ? options.writes() : options.reads();
    }

    /** What server and PostgreSQL use when nobody asks for anything. */
    private Cpu idle() throws InterruptedException {
        Cpu before = system.cpu();
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        return system.cpu().since(before);
    }

    /** What PostgreSQL needs for a request when there is one tenant only, in milliseconds: nothing but its part counts. */
    private double onOneTenant(Request request) throws InterruptedException {
        int count = countOf(request) / PART_ON_ONE;
        return (double) cpuOf(request, 1, count).postgres() / count;
    }

    /** The floor is measured half before and half after the server: a machine that gets slower slows both. */
    private Measured measured(Request request, int tenants, double onOneTenant)
            throws IOException, InterruptedException, SQLException {
        boolean writes = request == saveProgress;
        int half = countOf(request) / 2;
        FloorScript script = writes ? savingScript() : readingScript();
        long floorMillis = floorOf(request, script, tenants, half);
        Cpu cpu = cpuOf(request, tenants, 2 * half);
        floorMillis += floorOf(request, script, tenants, half);
        return new Measured(request.name(), tenants, 2 * half, cpu, floorMillis,
                2 * besideOf(request, script, tenants, half), script.statements(), writes ? WRITE_TOGETHER : READ_TOGETHER, onOneTenant);
    }

    private long floorOf(Request request, FloorScript script, int tenants, int count)
            throws IOException, InterruptedException, SQLException {
        Program.say("Floor of " + request.name());
        return floor.millis(script, tenants, count, request == saveProgress);
    }

    private long besideOf(Request request, FloorScript script, int tenants, int count)
            throws IOException, InterruptedException, SQLException {
        try (Bustle bustle = new Bustle(http, options.clients())) {
            return floorOf(request, script, tenants, count);
        }
    }

    private Cpu cpuOf(Request request, int tenants, int count) throws InterruptedException {
        Program.say(request.name() + " on " + tenants + " tenants, " + count + " requests");
        loop.run(request, tenants, options.settle());
        Cpu before = system.cpu();
        loop.run(request, tenants, count);
        return system.cpu().since(before);
    }

    private FloorScript readingScript() throws IOException, InterruptedException, SQLException {
        // Twice: the first may also have to read the caller's roles.
        ownPlan.send(CAPTURED, new SplittableRandom(), true);
        return script(() -> ownPlan.send(CAPTURED, new SplittableRandom(), true), 0, null);
    }

    private FloorScript savingScript() throws IOException, InterruptedException, SQLException {
        UUID entry = CAPTURED.entry(Floor.ENTRY);
        saveProgress.save(CAPTURED, entry, UUID.randomUUID().toString(), 1, true);
        String key = UUID.randomUUID().toString();
        return script(() -> saveProgress.save(CAPTURED, entry, key, 2, true), saveProgress.versionOf(entry), key);
    }

    private FloorScript script(StatementLog.Sending request, long version, String key)
            throws SQLException, IOException, InterruptedException {
        List<StatementLog.Sent> sent = new StatementLog(system.database(), system.postgresLog())
                .of("t_" + CAPTURED.code(), request);
        return new FloorScript(sent, CAPTURED, Floor.ENTRY, periods.get(CAPTURED.tenant()), version, key);
    }

    private long databaseBytes() throws SQLException {
        try (Connection connection = system.database().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_database_size('capaian')")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void profile() throws IOException, InterruptedException {
        Profile profile = new Profile(system.serverPid(), system.state());
        for (Request request : asked()) {
            profile.of(request.name(), () -> loop.run(request, options.mostTenants(), options.settle()), System.out);
        }
    }
}
