package id.capaian.load.packs;

import id.capaian.load.Http;
import id.capaian.load.Median;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long after the click each node calculates with a new version: from before the request that enables it to the
 * first answer by which the node itself calls the version active and in force. Nodes are asked every 20 ms; the click
 * comes at any moment of the nodes' own rhythm, on one node and the other in turn; each version was checked before, as
 * the page asks it, and loaded nowhere.
 */
final class Activation {

    private static final long SEED = 20_261_128;
    private static final int RHYTHM_MILLIS = 1_000;

    private final RegionAdmin admin;
    private final List<Http> nodes;

    Activation(RegionAdmin admin, List<Http> nodes) {
        this.admin = admin;
        this.nodes = nodes;
    }

    /** Seconds on one node. */
    record Line(String node, int clicks, double median, double worst) {

        /** Most it may take, always. */
        static final double MOST = 2;

        boolean met() {
            return worst <= MOST;
        }
    }

    /** Enables the versions one after the other; each takes the place of the one before. */
    List<Line> measure(String packId, List<String> versions)
            throws IOException, InterruptedException, ExecutionException {
        double[][] seconds = new double[nodes.size()][versions.size()];
        SplittableRandom random = new SplittableRandom(SEED);
        ExecutorService watching = Executors.newFixedThreadPool(nodes.size());
        try {
            for (int click = 0; click < versions.size(); click++) {
                TimeUnit.MILLISECONDS.sleep(RHYTHM_MILLIS + random.nextInt(RHYTHM_MILLIS));
                long start = System.nanoTime();
                UUID binding = admin.enable(nodes.get(click % nodes.size()), packId, versions.get(click));
                List<Future<Double>> served = new ArrayList<>();
                for (Http node : nodes) {
                    served.add(watching.submit(() -> {
                        admin.awaitInForce(node, binding, RegionAdmin.CLOSELY);
                        return (System.nanoTime() - start) / 1e9;
                    }));
                }
                for (int node = 0; node < nodes.size(); node++) {
                    seconds[node][click] = served.get(node).get();
                }
            }
        } finally {
            watching.shutdownNow();
        }
        List<Line> lines = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            lines.add(line("node " + (node + 1), seconds[node]));
        }
        return lines;
    }

    static Line line(String node, double[] seconds) {
        double worst = 0;
        for (double each : seconds) {
            worst = Math.max(worst, each);
        }
        return new Line(node, seconds.length, Median.of(seconds), worst);
    }
}
