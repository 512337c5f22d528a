package id.capaian.extension.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.extension.fuel.Budget;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real host, and what stands in for the registry beside it: staged packs, keys and bindings of two tenants. */
final class HostBench implements AutoCloseable {

    static final TenantCode TUBEI = new TenantCode("tubei");
    static final TenantCode SAMARINDA = new TenantCode("samarinda");
    static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    /** Kept, so that what it was told is not forgotten: PF4J has much to say of every jar. */
    private static final Logger PF4J = Logger.getLogger("org.pf4j");

    final PackWorkshop workshop = new PackWorkshop();
    final PluginHost host;
    final List<PackReport> told = new ArrayList<>();
    final Map<PackKey, byte[]> staged = new HashMap<>();
    final Map<PackKey, Artifact> artifacts = new HashMap<>();
    final List<Binding> bindings = new ArrayList<>();
    final Map<String, TrustedKey> keys = new HashMap<>();
    /** Before it, what was replaced is not bound any more. */
    LocalDate day = NEW_YEAR;
    private final Map<PackKey, Artifact> archive = new HashMap<>();

    /** A host that lets go at once of what nobody is bound to. */
    HostBench() {
        this(Duration.ofSeconds(30), Duration.ZERO);
    }

    HostBench(Duration retry, Duration linger) {
        this(retry, linger, new GuardedCalls());
    }

    /** A host on which what is counted is counted to its end, however slow the machine and whatever else it compiles. */
    static HostBench unhurried() {
        Budget counted = Budget.CALCULATION;
        return new HostBench(Duration.ofSeconds(30), Duration.ZERO, new GuardedCalls(
                new Budget(Duration.ofSeconds(30), counted.steps(), counted.bytes()), Duration.ofSeconds(30),
                Duration.ofSeconds(1)));
    }

    HostBench(Duration retry, Duration linger, GuardedCalls calls) {
        PF4J.setLevel(Level.WARNING);
        host = new PluginHost(this::kept, retry, linger, calls);
        trust(workshop.trusted());
    }

    /** As the registry does: everything ever staged, with its key as it is today. */
    Optional<PackArchive.Kept> kept(PackKey pack) {
        return Optional.ofNullable(archive.get(pack))
                .map(artifact -> new PackArchive.Kept(artifact, keys.get(artifact.keyId()), staged.get(pack)));
    }

    void trust(TrustedKey key) {
        keys.put(key.keyId(), key);
    }

    PackWorkshop.Made stage(PackWorkshop.Made pack) {
        staged.put(pack.key(), pack.bytes());
        archive.put(pack.key(), pack.artifact());
        artifacts.put(pack.key(), pack.artifact());
        return pack;
    }

    /** Enables a pack for Tubei. */
    void bind(PackWorkshop.Made pack, LocalDate from) {
        bind(pack, TUBEI, null, from);
    }

    void bind(PackWorkshop.Made pack, TenantCode tenant, UUID unit, LocalDate from) {
        Artifact artifact = pack.artifact();
        bindings.add(new Binding(new UUID(1, bindings.size()), tenant, unit, artifact.packId(), artifact.version(),
                artifact.sha256(), "{}", from));
    }

    /** Everything a node does in a second, one after the other. */
    void converge() {
        host.converge(desired(), staged::get, told::add);
        host.verifyOffered(desired(), staged::get, told::add);
        host.converge(desired(), staged::get, told::add);
    }

    Desired desired() {
        return new Desired(bindings, artifacts, keys, day);
    }

    /** What a request or job of a tenant sees. */
    Catalogue catalogue(TenantCode tenant) {
        return catalogue(host, tenant);
    }

    static Catalogue catalogue(PluginHost host, TenantCode tenant) {
        Caller caller = new Caller();
        caller.actingFor(tenant, "test");
        return new Catalogue(host, caller);
    }

    /** The version Tubei works with on a day. */
    String versionOn(LocalDate day) {
        return versionOn(TUBEI, day);
    }

    String versionOn(TenantCode tenant, LocalDate day) {
        return catalogue(tenant).bindingOf(tenant, (UUID) null, day).orElseThrow().version();
    }

    /** What a version of the trial pack answers to Tubei. */
    String index(String version) {
        return index(TUBEI, version);
    }

    String index(TenantCode tenant, String version) {
        try (Lease lease = catalogue(tenant).lease("region-trial", version)) {
            return index(lease);
        }
    }

    static String index(Lease lease) {
        return ((Outcome.Scored) lease.evaluate(TrialPack.FORMULA, input(false))).index().stripTrailingZeros()
                .toPlainString();
    }

    /** How a version of the trial pack fails when a tenant asks it to misbehave. */
    PackFault fault(TenantCode tenant, String version) {
        try (Lease lease = catalogue(tenant).lease("region-trial", version)) {
            return assertThrows(PackFault.class, () -> lease.evaluate(TrialPack.FORMULA, input(true)));
        }
    }

    static FormulaInput input(boolean bad) {
        return new FormulaInput(TrialPack.FORMULA, "unit", new Period("2026", NEW_YEAR, NEW_YEAR.plusYears(1)), null,
                List.of(), Map.of(), Parameters.none(), bad ? Map.of("bad", BigDecimal.ONE) : Map.of());
    }

    /** Why the node refuses a version of the trial pack. */
    String assertRefused(String version, Refusal refusal) {
        PackReport report = host.report(new PackKey("region-trial", version)).orElseThrow();
        assertEquals(PackCondition.FAILED, report.condition());
        assertTrue(report.reason().startsWith(refusal + ": "), report.reason());
        assertTrue(told.contains(report));
        assertTrue(catalogue(TUBEI).descriptor("region-trial", version).isEmpty());
        return report.reason();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }

    /** Threads that run, or ran, calls of packs. */
    static List<Thread> callThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("pack-call-"))
                .toList();
    }

    @Override
    public void close() {
        host.end();
    }
}
