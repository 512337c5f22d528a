package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.load.Cpu;
import id.capaian.load.Http;
import id.capaian.load.LoadSystem;
import id.capaian.load.Median;
import java.io.IOException;
import java.util.Arrays;

/** A period's stored suggestions replayed with another version of the pack and another parameter, by one request. */
final class ReplayCost {

    /** Lower than the pack's own, so that people move. */
    private static final String PARAMETERS = "{\"guard.ceiling\":105}";
    private static final double MILLIS = 1_000;

    private final LoadSystem system;
    private final RegionAdmin admin;
    private final Http node;

    ReplayCost(LoadSystem system, RegionAdmin admin, Http node) {
        this.system = system;
        this.admin = admin;
        this.node = node;
    }

    /**
     * Seconds of one replay.
     *
     * @param people   who have a stored suggestion and were compared
     * @param moved    whose ratings or index move
     * @param wall     from the request to its answer
     * @param server   CPU
     * @param postgres CPU
     */
    record Line(String what, int people, int moved, double wall, double server, double postgres) {

        /** Most that ten thousand people may take. */
        static final double MOST = 60;
        private static final int PEOPLE = 10_000;

        boolean met() {
            return wall * PEOPLE / people <= MOST;
        }
    }

    /** The very first of a server just started. */
    Line first(String packId, String version, int people) throws IOException {
        return one("first of a new server", packId, version, people);
    }

    /** The median of several, each figure by itself. */
    Line median(String packId, String version, int people, int times) throws IOException {
        Line[] lines = new Line[times];
        for (int i = 0; i < times; i++) {
            lines[i] = one("", packId, version, people);
        }
        return new Line("median of " + times, people, lines[0].moved(),
                Median.of(Arrays.stream(lines).mapToDouble(Line::wall).toArray()),
                Median.of(Arrays.stream(lines).mapToDouble(Line::server).toArray()),
                Median.of(Arrays.stream(lines).mapToDouble(Line::postgres).toArray()));
    }

    private Line one(String what, String packId, String version, int people) throws IOException {
        Cpu before = system.cpu();
        long start = System.nanoTime();
        JsonNode answer = admin.replay(node, packId, version, PARAMETERS, null);
        double wall = (System.nanoTime() - start) / 1e9;
        Cpu cpu = system.cpu().since(before);
        int compared = answer.path("compared").asInt();
        int moved = answer.path("ratingsMoved").asInt() + answer.path("indexMoved").asInt();
        if (compared != people || moved == 0 || moved == people) {
            throw new IllegalStateException("a replay compared " + compared + " and moved " + moved + " of " + people);
        }
        return new Line(what, compared, moved, wall, cpu.server() / MILLIS, cpu.postgres() / MILLIS);
    }
}
