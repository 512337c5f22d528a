package id.capaian.load;

import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What it takes from nothing to the first right answer, beside an empty application in the same container. */
final class Starts implements Part {

    /** Name of the instance that is started. */
    static final String START = "start";
    private static final int ROUNDS = 4;
    private static final double MOST = 1.3;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Bench bench;

    Starts(Bench bench) {
        this.bench = bench;
    }

    /** Seconds. */
    private record Start(double cpu, double wall) {
    }

    @Override
    public String name() {
        return "starts";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        LoadSystem system = house.system();
        PayaraOptions ours = system.another(START, system.war());
        PayaraOptions empty = system.another(START, EmptyWar.in(system.state()));
        Http http = new Http("http://127.0.0.1:" + ours.port());
        Get plan = bench.kinds().ownPlanOn(http);
        Get least = EmptyWar.request(http);
        List<Start> oursTook = new ArrayList<>();
        List<Start> emptyTook = new ArrayList<>();
        for (int round = 0; round < (house.quick() ? 1 : ROUNDS); round++) {
            Program.say("Starting the server and an empty application, " + (round + 1));
            if (round % 2 == 0) {
                oursTook.add(start(ours, plan));
                emptyTook.add(start(empty, least));
            } else {
                emptyTook.add(start(empty, least));
                oursTook.add(start(ours, plan));
            }
        }
        return List.of(row("CPU", oursTook.stream().map(Start::cpu).toList(),
                        emptyTook.stream().map(Start::cpu).toList()),
                row("wall clock", oursTook.stream().map(Start::wall).toList(),
                        emptyTook.stream().map(Start::wall).toList()));
    }

    private Start start(PayaraOptions options, Get first) throws IOException {
        long began = System.nanoTime();
        PayaraProcess server = PayaraProcess.start(options);
        try {
            first.send(new Person(1, 0), new SplittableRandom(), true);
            double wall = (System.nanoTime() - began) / NANOS;
            return new Start(Cpu.of(server.handle().pid()) / MILLIS, wall);
        } finally {
            server.stop();
        }
    }

    private Row row(String what, List<Double> ours, List<Double> empty) {
        double one = Median.of(ours);
        double other = Median.of(empty);
        return Row.atMost(name(), "start to the first right answer, " + what, MOST, "x an empty WAR", one / other,
                String.format(Locale.ROOT, "%.1f : %.1f s, medians of %d", one, other, ours.size()));
    }
}
