package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.load.Cpu;
import id.capaian.load.Http;
import id.capaian.load.LoadSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Upgrades of a tenant's pack while clients calculate with it without a pause, on both nodes: each asks which version
 * is in force and then for the scores of a unit's fifty people with it. A request is lost when it is answered anything
 * but 200, or with wrong content.
 */
final class Upgrades {

    private static final int SECONDS_BEFORE = 20;

    private final LoadSystem system;
    private final RegionAdmin admin;
    private final List<Http> nodes;
    private final String packId;
    private final UUID unit;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> lost = new ArrayList<>();

    /** @param unit of {@link StoredScores#UNIT_SIZE} people with stored suggestions */
    Upgrades(LoadSystem system, RegionAdmin admin, List<Http> nodes, String packId, UUID unit) {
        this.system = system;
        this.admin = admin;
        this.nodes = nodes;
        this.packId = packId;
        this.unit = unit;
    }

    /**
     * What came of them. A request here is one question for the version in force and one calculation.
     *
     * @param lost     how the lost ones were answered
     * @param before   CPU of both nodes and PostgreSQL per request without upgrades, in milliseconds
     * @param during   the same during the upgrades, which are in it
     */
    record Result(int upgrades, int requests, List<String> lost, double before, double during) {

        boolean met() {
            return lost.isEmpty();
        }

        double ratio() {
            return during / before;
        }
    }

    /**
     * Upgrades through all versions.
     *
     * @param running the binding in force
     */
    Result measure(UUID running, List<String> versions, int clients)
            throws InterruptedException, ExecutionException, IOException {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService all = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Http node = nodes.get(client % nodes.size());
                asking.add(all.submit(() -> askUntil(over, node)));
            }
            // Getting warm, which is not counted.
            TimeUnit.SECONDS.sleep(SECONDS_BEFORE);
            double before = cpuPerRequest(() -> TimeUnit.SECONDS.sleep(SECONDS_BEFORE));
            int first = answered.get();
            double during = cpuPerRequest(() -> upgrade(running, versions));
            int requests = answered.get() - first;
            over.set(true);
            for (Future<?> client : asking) {
                client.get();
            }
            synchronized (lost) {
                return new Result(versions.size(), requests, List.copyOf(lost), before, during);
            }
        } finally {
            over.set(true);
            all.shutdownNow();
        }
    }

    private void upgrade(UUID running, List<String> versions) throws IOException, InterruptedException {
        UUID before = running;
        for (int i = 0; i < versions.size(); i++) {
            UUID binding = admin.enable(nodes.get(i % nodes.size()), packId, versions.get(i));
            for (Http node : nodes) {
                admin.awaitInForce(node, binding, RegionAdmin.SELDOM);
            }
            // Nobody is bound to the old version any more: it is unloaded a little later.
            admin.disable(nodes.get(0), before);
            before = binding;
        }
    }

    private double cpuPerRequest(Act act) throws IOException, InterruptedException {
        Cpu before = system.cpu();
        int first = answered.get();
        act.perform();
        Cpu cpu = system.cpu().since(before);
        return (double) (cpu.server() + cpu.postgres()) / (answered.get() - first);
    }

    private void askUntil(AtomicBoolean over, Http node) {
        while (!over.get()) {
            try {
                JsonNode answer = admin.replay(node, packId, admin.versionInForce(node), "{}", unit);
                if (answer.path("compared").asInt() != StoredScores.UNIT_SIZE) {
                    throw new IllegalStateException("compared " + answer.path("compared"));
                }
                answered.incrementAndGet();
            } catch (IOException | RuntimeException e) {
                synchronized (lost) {
                    lost.add(e.toString());
                }
            }
        }
    }

    /** What happens while requests are counted. */
    @FunctionalInterface
    private interface Act {
        void perform() throws IOException, InterruptedException;
    }
}
