package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.House;
import id.capaian.load.Part;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An ordinary hour, or as much of it as there is time for: all tenants, a steady mix, far from the limit. */
final class Hour implements Part {

    private static final long SEED = 20_261_128;
    private static final double PER_SECOND = 60;
    private static final int SAMPLES = 40;
    private static final int LEAST_SAMPLES = 36;
    private static final double MOST_RESIDENT_MB = 1_000;

    private final int minutes;

    /** @param minutes how long; 60 for the real thing */
    Hour(int minutes) {
        this.minutes = minutes;
    }

    @Override
    public String name() {
        return "hour";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        People people = People.of(house.nation(), house.nation().all());
        Requests requests = new Requests(house);
        requests.prepare(people.all());
        Writes writes = Writes.of(house, requests, people.all(), SEED);
        Mix mix = requests.ordinary(people, writes);
        Pace pace = Pace.of(house);
        Stretch hour = pace.stretch(PER_SECOND, (int) TimeUnit.MINUTES.toSeconds(minutes));
        try (OpenLoop loop = new OpenLoop(house.system().serverUrl())) {
            Program.say("Getting warm");
            loop.run(pace.warmUp(PER_SECOND), mix, SEED - 1);
            Program.say("An ordinary hour of " + hour.seconds() + " s, " + people.all().size() + " people");
            Cpu before = house.system().cpu();
            try (MemoryWatch memory = new MemoryWatch(house.system().serverPid(),
                    TimeUnit.SECONDS.toMillis(hour.seconds()) / SAMPLES)) {
                loop.run(List.of(hour), mix, SEED);
                Cpu cpu = house.system().cpu().since(before);
                long repeated = writes.repeat();
                return rows(house, hour, cpu, memory, Figures.writes(name(), writes.verdict(), repeated));
            }
        }
    }

    private List<Row> rows(House house, Stretch hour, Cpu cpu, MemoryWatch memory, Row writes)
            throws IOException {
        String length = hour.seconds() / 60.0 + " minutes of " + (int) hour.perSecond() + " requests a second, "
                + house.nation().tenants() + " tenants";
        Tally tally = hour.tally();
        List<Row> rows = new ArrayList<>();
        boolean whole = hour.seconds() >= TimeUnit.HOURS.toSeconds(1)
                && memory.residentMegabytes().size() >= LEAST_SAMPLES;
        rows.add(flat("resident memory of the server after " + length, Growth.of(memory.residentMegabytes()), whole));
        rows.add(flat("heap of the server after a collection, the same", Growth.of(memory.heapMegabytes()), whole));
        rows.add(Row.atMost(name(), "most resident memory of the server since its start", MOST_RESIDENT_MB, "MB",
                memory.peakMegabytes(), ""));
        rows.add(Row.told(name(), "answers, the same", tally.percentiles()));
        rows.add(Figures.allRight(name(), "requests turned away or wrong, the same", tally));
        rows.add(writes);
        rows.add(Row.told(name(), "CPU of a request, the same", Figures.perRequest(cpu, tally.all())));
        return rows;
    }

    /** Of less than an hour it is only told: a server just started rises by a few megabytes, which is much an hour. */
    private Row flat(String what, Growth growth, boolean whole) {
        return whole ? new Row(name(), what, "flat: slope within noise, or 1 % an hour", growth.text(), growth.isFlat())
                : Row.told(name(), what, growth.text());
    }
}
