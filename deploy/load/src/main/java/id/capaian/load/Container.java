package id.capaian.load;

import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import java.util.List;
import java.util.Locale;

/**
 * What a request costs before it does anything: the page that asks whether the audit trail shall be checked, for an
 * admin with a sealed cookie, which reads nothing. Beside it an answer of 4 KB of an empty application in the same
 * container.
 */
final class Container implements Part {

    /** Name of the empty application's instance. */
    static final String EMPTY = "empty";
    private static final int WARM_UP = 100_000;
    private static final int COUNT = 40_000;
    private static final int ROUNDS = 4;
    private static final double MOST_MILLIS = 0.25;
    private static final double MOST_RATIO = 1.3;

    private final Bench bench;

    Container(Bench bench) {
        this.bench = bench;
    }

    @Override
    public String name() {
        return "container";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        LoadSystem system = house.system();
        PayaraOptions options = system.another(EMPTY, EmptyWar.in(system.state()));
        Program.say("Starting an empty application");
        PayaraProcess empty = PayaraProcess.start(options);
        try {
            Get ours = bench.kinds().withoutDatabase();
            Row row = row(empty, ours, EmptyWar.request(new Http(empty.url())));
            house.profile(ours.name(), () -> bench.send(ours, bench.crowd(), bench.count(COUNT)));
            return List.of(row);
        } finally {
            empty.stop();
        }
    }

    private Row row(PayaraProcess empty, Get ours, Get least) throws Exception {
        LoadSystem system = bench.house().system();
        int warmUp = bench.count(WARM_UP);
        for (Get one : List.of(ours, least)) {
            Program.say("Getting warm: " + one.name());
            bench.send(one, bench.crowd(), warmUp);
        }
        int each = bench.count(COUNT) / ROUNDS;
        double oursMillis = 0;
        double postgres = 0;
        double leastMillis = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // Each as often first as the other.
            leastMillis += round % 2 == 0 ? 0 : ofEmpty(empty, least, each);
            Cpu cpu = bench.cpuOf(ours, bench.crowd(), each);
            oursMillis += cpu.server() + cpu.postgres();
            postgres += cpu.postgres();
            leastMillis += round % 2 == 0 ? ofEmpty(empty, least, each) : 0;
        }
        int requests = each * ROUNDS;
        double millis = oursMillis / requests;
        double ratio = oursMillis / leastMillis;
        Person person = bench.crowd().people().get(0);
        return new Row(name(), "container and security alone: a page without database, sealed cookie and role checked ("
                + ours.path().apply(person) + ")", "at most " + MOST_MILLIS + " ms CPU, or " + MOST_RATIO
                + " x an empty Jakarta REST answer",
                String.format(Locale.ROOT,
                        "%.3f ms, %.2f x (PostgreSQL %.3f ms; %d bytes; empty answer %.3f ms, %d bytes)", millis,
                        ratio, postgres / requests, ours.send(person).body().length, leastMillis / requests,
                        least.send(person).body().length),
                millis <= MOST_MILLIS || ratio <= MOST_RATIO);
    }

    /** Its server alone: there is nothing else it could burden. */
    private long ofEmpty(PayaraProcess empty, Get least, int count) throws InterruptedException {
        Program.say(least.name() + ": " + count + " requests");
        bench.send(least, bench.crowd(), bench.settle());
        long before = Cpu.of(empty.handle().pid());
        bench.send(least, bench.crowd(), count);
        return Cpu.of(empty.handle().pid()) - before;
    }
}
