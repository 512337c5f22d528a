package id.capaian.load.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.load.Cpu;
import id.capaian.load.House;
import id.capaian.load.Http;
import id.capaian.load.Part;
import id.capaian.load.Program;
import id.capaian.load.Row;
import id.capaian.load.packs.EnabledPack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run over everybody of a tenant of the usual size, and over everybody of the largest. */
final class Evaluation implements Part {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final String VERSION = "1.70.0";
    private static final double MOST_MILLIS = 0.5;
    private static final double MOST_RATIO = 1.1;
    private static final int WARM_UPS = 10;
    private static final int ROUNDS = 3;
    private static final int FEW = 2;
    private static final int ACCEPTED = 202;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int ASKED_EVERY_MILLIS = 500;

    @Override
    public String name() {
        return "evaluation";
    }

    /**
     * What some runs over one tenant came to.
     *
     * @param scored of so many people of all runs
     */
    private record Cost(Cpu cpu, int people, int scored) {

        private double millis() {
            return Figures.millis(cpu, people);
        }

        private Cost and(Cost other) {
            return new Cost(new Cpu(cpu.server() + other.cpu.server(), cpu.postgres() + other.cpu.postgres()),
                    people + other.people, scored + other.scored);
        }
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        List<Integer> mixed = house.nation().mixed();
        int usual = mixed.get(mixed.size() - 1);
        int large = house.nation().largest();
        try (EnabledPack pack = new EnabledPack(house, ScorablePeople.REGION, VERSION, List.of(usual, large));
                ScorablePeople ofUsual = new ScorablePeople(house, usual);
                ScorablePeople ofLarge = new ScorablePeople(house, large)) {
            open(house, pack, 0, usual);
            ofUsual.mark();
            open(house, pack, 1, large);
            ofLarge.mark();
            for (int i = 0; i < (house.quick() ? FEW : WARM_UPS); i++) {
                Program.say("Getting warm");
                run(house, pack, 0, usual);
            }
            Cost some = run(house, pack, 0, usual);
            Cost many = run(house, pack, 1, large);
            for (int i = 1; i < (house.quick() ? 1 : ROUNDS); i++) {
                some = some.and(run(house, pack, 0, usual));
                many = many.and(run(house, pack, 1, large));
            }
            some = some.and(run(house, pack, 0, usual));
            house.profile("evaluation of everyone", () -> run(house, pack, 1, large));
            return rows(house.nation().staffOf(usual), some, house.nation().staffOf(large), many);
        }
    }

    private static void open(House house, EnabledPack pack, int place, int tenant) throws IOException {
        Program.say("Opening " + house.nation().staffOf(tenant) + " evaluations");
        pack.send(place, "POST", "/periods/" + house.periods().get(tenant) + "/evaluations-opening", NOTHING)
                .ok("opening evaluations");
    }

    private static Cost run(House house, EnabledPack pack, int place, int tenant)
            throws IOException, InterruptedException {
        Cpu before = house.system().cpu();
        Http.Answer ordered = pack.send(place, "POST", "/periods/" + house.periods().get(tenant) + "/evaluation-runs",
                NOTHING);
        if (ordered.status() != ACCEPTED) {
            throw new IllegalStateException("a run was answered " + ordered.status() + ": "
                    + new String(ordered.body(), StandardCharsets.UTF_8));
        }
        JsonNode run = JSON.readTree(ordered.body());
        String path = "/evaluation-runs/" + run.path("runId").asText();
        for (long end = System.nanoTime() + PATIENCE_NANOS; !run.path("over").asBoolean();) {
            if (System.nanoTime() > end || run.path("status").asText().equals("BLOCKED")) {
                throw new IllegalStateException("the run does not end: " + run);
            }
            TimeUnit.MILLISECONDS.sleep(ASKED_EVERY_MILLIS);
            run = JSON.readTree(pack.send(place, "GET", path, null).ok(path).body());
        }
        Cost cost = new Cost(house.system().cpu().since(before), run.path("persons").asInt(),
                run.path("scored").asInt());
        System.out.println("    " + cost.people() + " people, "
                + Figures.perRequest(cost.cpu(), cost.people()) + " each, " + cost.scored() + " scored");
        if (cost.scored() < cost.people()) {
            System.out.println("    not scored: " + beginning(pack.send(place, "GET", path + "/attention", null)));
        }
        return cost;
    }

    private static String beginning(Http.Answer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(1_500, text.length()));
    }

    private List<Row> rows(int few, Cost some, int many, Cost all) {
        List<Row> rows = new ArrayList<>();
        for (Cost cost : List.of(some, all)) {
            rows.add(Row.atMost(name(), "one person of an evaluation of " + (cost == some ? few : many)
                    + ": read, scored, written, explained, audited", MOST_MILLIS, "ms CPU", cost.millis(),
                    Figures.perRequest(cost.cpu(), cost.people())));
        }
        rows.add(Row.atMost(name(), "a person of " + many + " : a person of " + few, MOST_RATIO, "",
                all.millis() / some.millis(), ""));
        Cost both = some.and(all);
        rows.add(Row.none(name(), "people not scored", (long) both.people() - both.scored(),
                Integer.toString(both.people())));
        return rows;
    }
}
