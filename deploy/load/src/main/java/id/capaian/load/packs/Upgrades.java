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
 * Upgrades of the pack of some tenants while a client of each calculates with it without a pause, on one node or the
 * other: it asks which version is in force and then for the scores of a unit's fifty people with it. One client a
 * tenant, because a tenant has one trial at a time. A request is lost when it is answered anything but 200, or with
 * wrong content.
 */
final class Upgrades {

    private static final int SECONDS_BEFORE = 20;

    private final LoadSystem system;
    private final List<Tenant> tenants;
    private final List<Http> nodes;
    private final String packId;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> lost = new ArrayList<>();

    Upgrades(LoadSystem system, List<Tenant> tenants, List<Http> nodes, String packId) {
        this.system = system;
        this.tenants = tenants;
        this.nodes = nodes;
        this.packId = packId;
    }

    /**
     * One that is upgraded.
     *
     * @param unit    of {@link StoredScores#UNIT_SIZE} people with stored suggestions
     * @param running the binding in force at first
     */
    record Tenant(RegionAdmin admin, UUID unit, UUID running) {
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

    /** Upgrades all tenants through all versions. */
    Result measure(List<String> versions) throws InterruptedException, ExecutionException, IOException {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService all = Executors.newFixedThreadPool(tenants.size());
        try {
            List<Future<?>> asking = new ArrayList<>();
            for (int client = 0; client < tenants.size(); client++) {
                Tenant tenant = tenants.get(client);
                Http node = nodes.get(client % nodes.size());
                asking.add(all.submit(() -> askUntil(over, tenant, node)));
            }
            // Getting warm, which is not counted.
            TimeUnit.SECONDS.sleep(SECONDS_BEFORE);
            double before = cpuPerRequest(() -> TimeUnit.SECONDS.sleep(SECONDS_BEFORE));
            int first = answered.get();
            double during = cpuPerRequest(() -> upgrade(versions));
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

    private void upgrade(List<String> versions) throws IOException, InterruptedException {
        List<UUID> running = new ArrayList<>(tenants.stream().map(Tenant::running).toList());
        for (int i = 0; i < versions.size(); i++) {
            Http clicked = nodes.get(i % nodes.size());
            for (int tenant = 0; tenant < tenants.size(); tenant++) {
                RegionAdmin admin = tenants.get(tenant).admin();
                UUID binding = admin.enable(clicked, packId, versions.get(i));
                for (Http node : nodes) {
                    admin.awaitInForce(node, binding, RegionAdmin.SELDOM);
                }
                admin.disable(nodes.get(0), running.set(tenant, binding));
            }
            // Nobody is bound to the old version any more: it is unloaded a little later.
        }
    }

    private double cpuPerRequest(Act act) throws IOException, InterruptedException {
        Cpu before = system.cpu();
        int first = answered.get();
        act.perform();
        Cpu cpu = system.cpu().since(before);
        return (double) (cpu.server() + cpu.postgres()) / (answered.get() - first);
    }

    private void askUntil(AtomicBoolean over, Tenant tenant, Http node) {
        while (!over.get()) {
            try {
                JsonNode answer = tenant.admin().replay(node, packId, tenant.admin().versionInForce(node), "{}",
                        tenant.unit());
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
