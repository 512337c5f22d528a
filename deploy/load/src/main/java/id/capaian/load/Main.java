package id.capaian.load;

import java.nio.file.Path;

/**
 * {@code deploy/load/measure [part …] [option …]}. Exit 0 when it was measured, whatever came out; 1 when it could
 * not be, or not all of it: what was measured until then is told.
 */
public final class Main {

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
        House house = new House(system, nation, Generator.periods(system.database(), nation), options.quick());
        Program.say("Starting the server");
        system.startServer();
        Report report = new Report(house);
        Path folder = system.state();
        try {
            for (Part part : Parts.all(new Bench(house), options.profile(), options.minutes())) {
                if (options.asks(part.name())) {
                    Program.say("Part: " + part.name());
                    report.add(part.measure(house));
                }
            }
        } finally {
            Program.say("Result");
            report.tell(folder);
        }
    }
}
