package id.capaian.load.packs;

import id.capaian.load.Generator;
import id.capaian.load.Http;
import id.capaian.load.LoadSystem;
import id.capaian.load.Machine;
import id.capaian.load.Nation;
import id.capaian.load.Person;
import id.capaian.load.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** {@code deploy/load/measure packs}. Exit 0 when it was measured, whatever came out; 1 when it could not be. */
public final class Main {

    private static final int TENANT = 1;
    private static final int STAFF = 100;
    private static final int PATIENCE_MILLIS = 300_000;
    private static final int REPLAYS = 3;
    /** The region whose pack is replayed and upgraded. */
    private static final String REGION = "samarinda";
    /** Kept, so that what it was told is not forgotten: PF4J has much to say of every jar. */
    private static final Logger PF4J = Logger.getLogger("org.pf4j");

    private final PacksOptions options;
    private final String command;
    private final PacksReport report = new PacksReport(System.out);
    private final List<CallCost.Line> calls = new ArrayList<>();
    private final List<Neighbour.Line> neighbour = new ArrayList<>();
    private final List<ReplayCost.Line> replay = new ArrayList<>();
    private final List<Activation.Line> activation = new ArrayList<>();
    private final List<Upgrades.Result> upgrades = new ArrayList<>();

    private Main(PacksOptions options, String command) {
        this.options = options;
        this.command = command;
    }

    /** Runs it; arguments as the README says. */
    public static void main(String[] arguments) {
        PF4J.setLevel(Level.WARNING);
        Program.run(() -> new Main(PacksOptions.of(arguments), String.join(" ", arguments)).measure());
    }

    private void measure() throws Exception {
        List<RegionJar> regions = RegionJar.all();
        if (options.asks(PacksOptions.CALLS)) {
            CallCost cost = new CallCost(options.rounds(), options.millis());
            for (RegionJar region : regions) {
                Program.say("Calls of " + region.region());
                calls.add(cost.measure(region));
            }
            report.calls(calls);
        }
        if (options.asks(PacksOptions.NEIGHBOUR)) {
            for (RegionJar region : regions) {
                Program.say("Scores of " + region.region() + " beside a misbehaving pack");
                neighbour.add(new Neighbour(options.rounds(), options.scores()).measure(region));
            }
            report.neighbour(neighbour);
        }
        if (options.asks(PacksOptions.REPLAY, PacksOptions.ACTIVATION, PacksOptions.UPGRADES)) {
            withServer(regions.stream().filter(region -> region.region().equals(REGION)).findFirst().orElseThrow());
        }
        print();
    }

    private void withServer(RegionJar region) throws Exception {
        LoadSystem system = new LoadSystem(options.firstPort(), options.clients());
        Program.closeAtEnd(system);
        Program.say("Making a tenant with " + options.people() + " stored suggestions");
        Map<Integer, UUID> periods = new Generator(system.database(),
                Nation.of(Math.max(2, options.clients()), STAFF),
                "[{id: " + region.jar().id() + ", versions: {from: 1.0.0, below: 2.0.0}}]").make();
        for (int tenant : periods.keySet()) {
            new StoredScores(tenant, periods.get(tenant), region).store(system.database(),
                    tenant == TENANT ? options.people() : StoredScores.UNIT_SIZE);
        }
        StagedVersions staged = new StagedVersions(system);
        String start = "1.90.0";
        staged.stage(region, List.of(start));
        RegionAdmin admin = new RegionAdmin(system, new Person(TENANT, 0));
        Program.say("Starting the server");
        system.startServer();
        Http first = new Http(system.serverUrl(), PATIENCE_MILLIS);
        String packId = region.jar().id();
        admin.awaitChecked(first, packId, List.of(start));
        UUID binding = admin.enable(first, packId, start);
        admin.awaitInForce(first, binding, RegionAdmin.CLOSELY);
        if (options.asks(PacksOptions.REPLAY)) {
            Program.say("Replaying");
            ReplayCost cost = new ReplayCost(system, admin, first);
            replay.add(cost.first(packId, start, options.people()));
            replay.add(cost.median(packId, start, options.people(), REPLAYS));
            report.replay(replay);
        }
        if (options.asks(PacksOptions.ACTIVATION, PacksOptions.UPGRADES)) {
            Program.say("Starting a second node");
            system.startSecondNode();
            List<Http> nodes = List.of(first, new Http(system.secondNodeUrl(), PATIENCE_MILLIS));
            onTwoNodes(system, admin, nodes, staged, region);
        }
    }

    private void onTwoNodes(LoadSystem system, RegionAdmin admin, List<Http> nodes, StagedVersions staged,
            RegionJar region) throws Exception {
        String packId = region.jar().id();
        if (options.asks(PacksOptions.ACTIVATION)) {
            List<String> versions = stage(admin, nodes, staged, region, "1.91.", options.clicks());
            Program.say("Enabling versions");
            activation.addAll(new Activation(admin, nodes).measure(packId, versions));
            report.activation(activation);
        }
        if (options.asks(PacksOptions.UPGRADES)) {
            List<String> versions = stage(admin, nodes, staged, region, "1.92.", options.upgrades() + 1);
            Program.say("Upgrading under load");
            List<Upgrades.Tenant> tenants = new ArrayList<>();
            for (int tenant = 1; tenant <= options.clients(); tenant++) {
                RegionAdmin its = tenant == TENANT ? admin : new RegionAdmin(system, new Person(tenant, 0));
                UUID binding = its.enable(nodes.get(0), packId, versions.get(0));
                for (Http node : nodes) {
                    its.awaitInForce(node, binding, RegionAdmin.SELDOM);
                }
                tenants.add(new Upgrades.Tenant(its, StoredScores.unit(tenant, 0), binding));
            }
            upgrades.add(new Upgrades(system, tenants, nodes, packId).measure(versions.subList(1, versions.size())));
        }
    }

    /** Versions both nodes have checked. */
    private static List<String> stage(RegionAdmin admin, List<Http> nodes, StagedVersions staged, RegionJar region,
            String prefix, int count) throws IOException, InterruptedException {
        Program.say("Staging " + count + " versions");
        List<String> versions = IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
        staged.stage(region, versions);
        for (Http node : nodes) {
            admin.awaitChecked(node, region.jar().id(), versions);
        }
        return versions;
    }

    private void print() throws IOException, InterruptedException {
        Program.say("Result of measure packs " + command);
        System.out.println(Machine.describe());
        if (!calls.isEmpty()) {
            System.out.println();
            report.calls(calls);
        }
        if (!replay.isEmpty()) {
            System.out.println();
            report.replay(replay);
        }
        if (!activation.isEmpty()) {
            System.out.println();
            report.activation(activation);
        }
        if (!neighbour.isEmpty()) {
            System.out.println();
            report.neighbour(neighbour);
        }
        for (Upgrades.Result result : upgrades) {
            System.out.println();
            report.upgrades(result);
        }
    }
}
