package id.capaian.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** What the parts that measure single requests share: the kinds, who sends them, and a server that is hot. */
final class Bench {

    /** Requests under way at once; also connections of pgbench. */
    static final int CLIENTS = 4;
    /** People of each mixed tenant who send requests. */
    static final int CALLERS = 8;
    /** Hot means 100,000 requests and more (stack/payara.md 4), whatever they are: most of their way is the same. */
    private static final int WARM_UP = 200_000;
    private static final int SETTLE = 2_000;
    private static final int TENTH = 10;
    private static final int ROUNDS = 4;

    private final House house;
    private final Kinds kinds;
    private final Crowd crowd;
    private final ClosedLoop loop = new ClosedLoop(CLIENTS);
    private boolean warm;

    Bench(House house) throws IOException {
        this.house = house;
        this.kinds = new Kinds(house);
        this.crowd = Crowd.first(house.nation().mixed(), CALLERS);
    }

    House house() {
        return house;
    }

    Kinds kinds() {
        return kinds;
    }

    /** People of all mixed tenants; each rates 12. */
    Crowd crowd() {
        return crowd;
    }

    /** As many as asked for, or a tenth of it in a quick run. */
    int count(int full) {
        return house.quick() ? full / TENTH : full;
    }

    /** Requests, and transactions of pgbench, before each measurement. */
    int settle() {
        return count(SETTLE);
    }

    /** How many mixed tenants, and of what size, for what is measured with them. */
    String mixed() {
        Nation nation = house.nation();
        return nation.mixed().size() + " tenants of " + nation.staffOf(1);
    }

    /** Has all kinds warm; once for all parts. */
    void warmUp() throws IOException, InterruptedException, SQLException {
        if (!warm) {
            int count = count(WARM_UP);
            Program.say("Getting warm: " + count + " requests of all kinds");
            try (OpenEvaluations made = openEvaluations()) {
                loop.run(new Mixed(kinds.ofEverybody()), crowd, count);
            }
            warm = true;
        }
    }

    /** Evaluations of the teams of the crowd, and of those the floor acts for. */
    OpenEvaluations openEvaluations() throws SQLException {
        return new OpenEvaluations(house, house.nation().mixed(), CALLERS + floorPeople());
    }

    private int floorPeople() {
        return house.system().byConnection(house.nation().mixed()).size();
    }

    Floor floor() {
        return new Floor(house, CLIENTS, CALLERS, settle());
    }

    void send(Request request, Crowd people, int count) throws InterruptedException {
        loop.run(request, people, count);
    }

    /** How long those took that were sent last. */
    String percentiles() {
        return loop.percentiles();
    }

    /** What so many requests cost, after some that are not counted. */
    Cpu cpuOf(Request request, Crowd people, int count) throws InterruptedException {
        Program.say(request.name() + ": " + count + " requests of " + people.people().size() + " people");
        loop.run(request, people, settle());
        Cpu before = house.system().cpu();
        loop.run(request, people, count);
        return house.system().cpu().since(before);
    }

    /**
     * What one request costs of two crowds, in milliseconds, measured in turns, each as often first as the other.
     * Before, connections meet the tenants of both.
     *
     * @param part which of the two costs
     */
    double[] inTurns(Request request, List<Crowd> two, int count, ToLongFunction<Cpu> part)
            throws InterruptedException {
        double[] sums = new double[2];
        int each = count / ROUNDS;
        for (Crowd one : two) {
            loop.run(request, one, count / 2);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
                sums[i] += part.applyAsLong(cpuOf(request, two.get(i), each));
            }
        }
        return new double[] {sums[0] / each / ROUNDS, sums[1] / each / ROUNDS};
    }

    /** Several kinds, each as often as another. */
    private record Mixed(List<Request> kinds) implements Request {

        @Override
        public String name() {
            return "all kinds";
        }

        @Override
        public void send(Person person, SplittableRandom random, boolean sample) throws IOException {
            kinds.get(random.nextInt(kinds.size())).send(person, random, sample);
        }
    }
}
