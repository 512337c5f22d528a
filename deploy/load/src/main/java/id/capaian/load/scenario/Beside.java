package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.House;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A wave of the admin's program beside ordinary load of all tenants. */
final class Beside {

    private static final long SEED = 20_261_130;
    private static final double PER_SECOND = 40;
    private static final int SECONDS = 60;
    private static final int LONGEST_SECONDS = 3_600;
    /** As beside a tenant that storms. */
    private static final double MOST = 1.5;

    private final House house;
    private final String part;

    /** @param part name of the scenario */
    Beside(House house, String part) {
        this.house = house;
        this.part = part;
    }

    /**
     * Rows of a wave.
     *
     * @param what    it does, in words
     * @param tenants how many it does it to
     * @param wave    does it and answers the milliseconds of CPU its own program used
     */
    List<Row> measure(String what, int tenants, Callable<Long> wave) throws Exception {
        People people = People.of(house.nation(), house.nation().all());
        Requests requests = new Requests(house);
        requests.prepare(people.all());
        Writes writes = Writes.of(house, requests, people.all(), SEED);
        Mix mix = requests.ordinary(people, writes);
        Pace pace = Pace.of(house);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try (OpenLoop loop = new OpenLoop(house.system().serverUrl())) {
            Program.say("Getting warm");
            loop.run(pace.warmUp(PER_SECOND), mix, SEED - 1);
            Program.say("Ordinary load alone");
            Stretch before = pace.stretch(PER_SECOND, SECONDS);
            Cpu alone = house.system().cpu();
            loop.run(List.of(before), mix, SEED);
            alone = house.system().cpu().since(alone);
            Program.say("The same while: " + what);
            Stretch with = new Stretch(pace.rate(PER_SECOND), LONGEST_SECONDS);
            Cpu together = house.system().cpu();
            Future<Long> own = beside.submit(wave);
            loop.run(List.of(with), mix, SEED, own::isDone);
            together = house.system().cpu().since(together);
            long wavesOwn = own.get();
            Program.say("Ordinary load alone again");
            Stretch after = pace.stretch(PER_SECOND, SECONDS);
            loop.run(List.of(after), mix, SEED + 1);
            long repeated = writes.repeat();
            List<Row> rows = new ArrayList<>(rows(what, before.tally().and(after.tally()), with.tally()));
            rows.add(Figures.writes(part, writes.verdict(), repeated));
            rows.add(Row.told(part, "CPU of a request before it",
                    Figures.perRequest(alone, before.tally().all())));
            rows.add(cost(tenants, before.tally().all(), alone, with.tally().all(), together, wavesOwn));
            return rows;
        } finally {
            beside.shutdownNow();
        }
    }

    private List<Row> rows(String what, Tally without, Tally with) {
        return List.of(Figures.allRight(part, "requests turned away or wrong while: " + what, with),
                Figures.p99(part, "p99 beside it : without, before and after", MOST, with, without));
    }

    /** What is used beyond what as many requests use alone is the wave's. */
    private Row cost(int tenants, long requestsAlone, Cpu alone, long requestsTogether, Cpu together, long own) {
        double share = (double) requestsTogether / requestsAlone;
        return Row.told(part, "CPU of a tenant, beyond the ordinary load's", String.format(Locale.ROOT,
                "admin %.0f ms, PostgreSQL %.0f ms, server %.0f ms", (double) own / tenants,
                (together.postgres() - share * alone.postgres()) / tenants,
                (together.server() - share * alone.server()) / tenants));
    }
}
