package id.capaian.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code deploy/load/measure [part …] [option …]}. Exit 0 when it was measured, whatever came out; 1 when it could
 * not be, or not all of it: what was measured until then is told.
 */
public final class Main {

    private static final double MEGA = 1_000_000;

    private Main() {
    }

    /** Runs it; arguments as the README says. */
    public static void main(String[] arguments) {
        Program.run(() -> measure(Options.of(Parts.names(), arguments)));
    }

    private static void measure(Options options) throws Exception {
        Nation nation = options.nation();
        LoadSystem system = LoadSystem.with(nation, options.firstPort(), options.pools(),
                Options.CONNECTIONS, options.fresh());
        Program.closeAtEnd(system);
        House house = new House(system, nation, Generator.periods(system.database(), nation), options.quick(),
                options.profile());
        Program.say("Starting the server");
        system.startServer();
        Bench bench = new Bench(house);
        List<Part> parts = Parts.all(bench, options.minutes()).stream()
                .filter(part -> options.asks(part.name())).toList();
        Report report = new Report(house, parts.stream().map(Part::name).toList());
        bench.warmUp();
        for (Part part : parts) {
            Program.say("Part: " + part.name());
            report.add(part.name(), rows(part, house));
        }
        Program.say("Result");
        report.tell();
        if (!report.isWhole()) {
            throw new IllegalStateException("not everything could be measured");
        }
    }

    /** One that cannot be measured says so in its row, and leaves the others theirs: a run takes hours. */
    private static List<Row> rows(Part part, House house) throws InterruptedException {
        try {
            List<Row> rows = new ArrayList<>(part.measure(house));
            rows.add(memory(part, house.system()));
            return rows;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(Row.failed(part.name(), e));
        }
    }

    private static Row memory(Part part, LoadSystem system) throws IOException {
        return Row.told(part.name(), "resident memory of the server afterwards", String.format(Locale.ROOT,
                "%.0f MB, at most %.0f MB since its start", Proc.bytes(system.serverPid(), "status", "VmRSS") / MEGA,
                Proc.bytes(system.serverPid(), "status", "VmHWM") / MEGA));
    }
}
