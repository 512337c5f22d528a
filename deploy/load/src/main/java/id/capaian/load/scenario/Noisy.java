package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.House;
import id.capaian.load.Part;
import id.capaian.load.Person;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Twenty tenants work, and then a further one asks for several times what the server can do. */
final class Noisy implements Part {

    private static final long SEED = 20_261_129;
    private static final int OTHERS = 20;
    private static final double OTHERS_PER_SECOND = 40;
    private static final double TIMES_CAPACITY = 3;
    private static final double CORE_MILLIS = 1_000;
    private static final double MOST = 1.5;
    private static final int SECONDS = 60;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "noisy";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        List<Integer> mixed = house.nation().mixed();
        int storming = mixed.get(mixed.size() - 1);
        List<Integer> quiet = house.nation().all().stream().filter(tenant -> tenant != storming).limit(OTHERS).toList();
        People others = People.of(house.nation(), quiet);
        People stormers = People.of(house.nation(), List.of(storming));
        Requests requests = new Requests(house);
        requests.prepare(others.all());
        requests.prepare(stormers.all());
        Writes writes = Writes.of(house, requests, others.all(), SEED);
        Writes stormWrites = Writes.of(house, requests, stormers.all(), SEED);
        Mix mix = requests.ordinary(others, writes);
        Pace pace = Pace.of(house);
        try (OpenLoop loop = new OpenLoop(house.system().serverUrl());
                OpenLoop storm = new OpenLoop(house.system().serverUrl())) {
            Mix stormMix = requests.evening(stormers, stormWrites);
            Program.say("Getting warm, with a storm unmeasured: turning away is to be as practised as answering");
            loop.run(pace.warmUp(OTHERS_PER_SECOND), mix, SEED - 1);
            Alone practice = alone(house, loop, mix, SEED - 1);
            both(loop, pace.stretch(OTHERS_PER_SECOND, SECONDS), mix, storm,
                    new Stretch(practice.stormRate(), pace.seconds(SECONDS)), stormMix);
            Program.say(quiet.size() + " tenants by themselves");
            Alone alone = alone(house, loop, mix, SEED);
            double stormRate = alone.stormRate();
            Tally without = alone.tally();
            Tally with = new Tally();
            Tally storms = new Tally();
            List<Row> more = new ArrayList<>();
            // One minute of this kind of machine may be twice as slow as the next.
            for (int round = 1; round <= ROUNDS; round++) {
                Program.say(String.format(Locale.ROOT, "Beside them %s asks %.0f times a second, %d of %d",
                        Person.code(storming), stormRate, round, ROUNDS));
                Stretch beside = pace.stretch(OTHERS_PER_SECOND, SECONDS);
                Stretch stormy = new Stretch(stormRate, pace.seconds(SECONDS));
                String used = Used.by(house, () -> both(loop, beside, mix, storm, stormy, stormMix));
                more.add(Row.told(name(), "beside the storm the others' percentiles, collections of the server and who"
                        + " used the processors, " + round + " of " + ROUNDS,
                        beside.tally().percentiles() + "; " + used));
                with = with.and(beside.tally());
                storms = storms.and(stormy.tally());
                Program.say("By themselves again");
                without = without.and(alone(house, loop, mix, SEED + round).tally());
            }
            long repeated = writes.repeat() + stormWrites.repeat();
            more.add(0, Figures.writes(name(), writes.verdict().and(stormWrites.verdict()), repeated));
            more.add(Row.told(name(), "CPU of a request of the others by themselves",
                    Figures.perRequest(alone.cpu(), alone.tally().all())));
            more.add(Row.told(name(), String.format(Locale.ROOT, "the storm itself, %.0f requests a second", stormRate),
                    storms.counts()));
            return rows(quiet.size(), without, with, more);
        }
    }

    /**
     * The others without a storm.
     *
     * @param cpu       what they took
     * @param stormRate requests a second that are {@link #TIMES_CAPACITY} times what the processors could answer, by
     *                  the CPU one of these took
     */
    private record Alone(Tally tally, Cpu cpu, double stormRate) {
    }

    private static Alone alone(House house, OpenLoop loop, Mix mix, long seed) throws Exception {
        Stretch stretch = Pace.of(house).stretch(OTHERS_PER_SECOND, SECONDS);
        Cpu cpu = house.system().cpu();
        loop.run(List.of(stretch), mix, seed);
        cpu = house.system().cpu().since(cpu);
        return new Alone(stretch.tally(), cpu, TIMES_CAPACITY * CORE_MILLIS * Runtime.getRuntime().availableProcessors()
                / Figures.millis(cpu, stretch.tally().all()));
    }

    private static void both(OpenLoop loop, Stretch with, Mix mix, OpenLoop storm, Stretch storms, Mix stormMix)
            throws Exception {
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<Goodput> storming = beside.submit(() -> storm.run(List.of(storms), stormMix, SEED));
            loop.run(List.of(with), mix, SEED);
            storming.get();
        } finally {
            beside.shutdownNow();
        }
    }

    private List<Row> rows(int others, Tally without, Tally with, List<Row> more) {
        List<Row> rows = new ArrayList<>();
        rows.add(Figures.p99(name(), "p99 of " + others + " tenants beside one that storms : by themselves", MOST,
                with, without));
        rows.add(Figures.allRight(name(), "their requests turned away or wrong beside the storm", with));
        rows.addAll(more);
        return rows;
    }
}
