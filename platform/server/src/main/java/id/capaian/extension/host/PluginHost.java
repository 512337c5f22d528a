package id.capaian.extension.host;

import id.capaian.extension.Binding;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The packs on this node. One writer at a time brings it nearer to what is wanted; readers see an immutable snapshot
 * and hold leases, so nobody waits for an upgrade and no upgrade disturbs a calculation.
 */
@ApplicationScoped
public class PluginHost {

    /** New packs verified in one go, so that a node with hundreds of offers reports its bound packs first. */
    private static final int VERIFIED_AT_ONCE = 3;
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final PackArchive archive;
    private final Duration retry;
    private final Duration linger;
    private final AtomicReference<CatalogueSnapshot> catalogue = new AtomicReference<>(CatalogueSnapshot.EMPTY);
    private final Map<PackKey, Known> known = new HashMap<>();
    private final Map<PackKey, LoadedPack> active = new HashMap<>();
    /** Since when, by {@link System#nanoTime}, nobody is bound to an active pack any more. */
    private final Map<PackKey, Long> unbound = new HashMap<>();
    private final PackIntake intake;
    /** What the last step got to; null when it did not get there. */
    private Desired reached;

    /** A host without archive: it computes nothing again. */
    public PluginHost() {
        this(pack -> Optional.empty());
    }

    @Inject
    public PluginHost(PackArchive archive) {
        this(archive, RETRY, LINGER, new GuardedCalls());
    }

    /**
     * With times of a test.
     *
     * @param retry  after which a pack that was refused is tried again
     * @param linger how long a pack stays when nobody is bound to it any more: who read the binding just before an
     *               upgrade still finds what it names
     */
    PluginHost(PackArchive archive, Duration retry, Duration linger, GuardedCalls calls) {
        this.archive = archive;
        this.retry = retry;
        this.linger = linger;
        this.intake = new PackIntake(calls);
    }

    /** Where the bytes of an artifact come from. */
    @FunctionalInterface
    public interface Bytes {
        byte[] of(PackKey key);
    }

    /**
     * Makes one step towards what is wanted; none when it is reached and nothing is due. A pack that fails is reported
     * and changes nothing else.
     *
     * @param desired what the registry wants
     * @param bytes   reads a staged jar
     * @param report  hears of every change
     */
    public synchronized void converge(Desired desired, Bytes bytes, Consumer<PackReport> report) {
        PackGate gate = new PackGate(desired.keys());
        List<Artifact> bound = artifacts(desired, true);
        boolean told = tellHung(report);
        boolean due = told || unbound.values().stream().anyMatch(this::hasLingered)
                || bound.stream().anyMatch(artifact -> isDue(artifact, gate));
        if (!due && desired.equals(reached)) {
            return;
        }
        reached = null;
        dropRevoked(desired, gate, report);
        boolean done = true;
        for (Artifact artifact : bound) {
            done &= activate(artifact, gate, bytes, report);
        }
        publish(desired);
        unloadUnbound(desired, report);
        forgetUnwanted(desired, report);
        publish(desired);
        reached = done ? desired : null;
    }

    /**
     * Checks a few of the packs that are offered and nobody is bound to. Beside {@link #converge}: a pack that is slow
     * to try keeps no other from being activated or taken out of service. For one caller at a time.
     */
    public void verifyOffered(Desired desired, Bytes bytes, Consumer<PackReport> report) {
        PackGate gate = new PackGate(desired.keys());
        for (Artifact artifact : dueOffers(desired, gate)) {
            try {
                LoadedPack loaded = intake.load(artifact, gate, bytes.of(artifact.key()));
                loaded.release();
                learn(Known.of(artifact, loaded.verified(), PackCondition.VERIFIED), gate, report);
            } catch (PackRefused e) {
                learn(refused(artifact, gate, e), gate, report);
            } catch (PackFault busy) {
                // It calculates too much at this moment; nothing is known, so it is tried again.
                continue;
            }
        }
    }

    private synchronized List<Artifact> dueOffers(Desired desired, PackGate gate) {
        return artifacts(desired, false).stream().filter(artifact -> isDue(artifact, gate)).limit(VERIFIED_AT_ONCE)
                .toList();
    }

    /** Keeps what was found, unless the pack was activated, or refused, in the meantime. */
    private synchronized void learn(Known found, PackGate gate, Consumer<PackReport> report) {
        if (isDue(found.artifact(), gate)) {
            remember(found, report);
            // The next step tells everybody, and looks whether the pack is still wanted and trusted.
            reached = null;
        }
    }

    private static List<Artifact> artifacts(Desired desired, boolean bound) {
        return desired.artifacts().values().stream().filter(artifact -> desired.isBound(artifact.key()) == bound)
                .sorted(Comparator.comparing((Artifact artifact) -> artifact.key().toString())).toList();
    }

    /** A pack that hangs is no longer offered for calculating; when its calculation ends after all, it is again. */
    private boolean tellHung(Consumer<PackReport> report) {
        boolean told = false;
        for (Map.Entry<PackKey, LoadedPack> running : active.entrySet()) {
            Known before = known.get(running.getKey());
            boolean hung = running.getValue().isHung();
            if (before.artifact().sha256().equals(running.getValue().sha256())
                    && hung != before.says(PackCondition.FAILED)) {
                remember(before.saying(hung
                        ? Known.failed(running.getKey(), Refusal.HUNG, "a calculation was told to end and did not")
                        : new PackReport(running.getKey(), PackCondition.ACTIVE, null)), report);
                told = true;
            }
        }
        return told;
    }

    /** Whether a pack is to be looked at: it is new here, or was refused some time ago. */
    private boolean isDue(Artifact artifact, PackGate gate) {
        Known before = known.get(artifact.key());
        return before == null || before.isDue(artifact, gate.key(artifact), retry);
    }

    /** Whether it is decided: false when the pack has no room to be tried now. */
    private boolean activate(Artifact artifact, PackGate gate, Bytes bytes, Consumer<PackReport> report) {
        LoadedPack running = active.get(artifact.key());
        Known known = this.known.get(artifact.key());
        boolean refusedLately = known != null && known.pack() == null && !isDue(artifact, gate);
        if (running != null && running.sha256().equals(artifact.sha256()) || refusedLately) {
            return true;
        }
        try {
            LoadedPack loaded = intake.load(artifact, gate, bytes.of(artifact.key()));
            LoadedPack before = active.put(artifact.key(), loaded);
            if (before != null) {
                before.release();
            }
            remember(Known.of(artifact, loaded.verified(), PackCondition.ACTIVE), report);
        } catch (PackRefused e) {
            remember(refused(artifact, gate, e), report);
        } catch (PackFault busy) {
            return false;
        }
        return true;
    }

    private synchronized Known refused(Artifact artifact, PackGate gate, PackRefused e) {
        return Known.refused(artifact, gate.key(artifact), e.refusal(), e.getMessage(), known.get(artifact.key()));
    }

    private void remember(Known found, Consumer<PackReport> report) {
        known.put(found.artifact().key(), found);
        report.accept(found.report());
    }

    private void dropRevoked(Desired desired, PackGate gate, Consumer<PackReport> report) {
        for (Known before : List.copyOf(known.values())) {
            Artifact artifact = desired.artifacts().getOrDefault(before.artifact().key(), before.artifact());
            if (before.pack() != null && gate.isRevoked(artifact)) {
                unload(artifact.key());
                remember(Known.refused(artifact, gate.key(artifact), Refusal.KEY_REVOKED, artifact.keyId(), before),
                        report);
            }
        }
    }

    private void unloadUnbound(Desired desired, Consumer<PackReport> report) {
        unbound.keySet().removeIf(key -> desired.isBound(key) || !active.containsKey(key));
        for (PackKey key : Set.copyOf(active.keySet())) {
            if (!desired.isBound(key) && hasLingered(unbound.computeIfAbsent(key, first -> System.nanoTime()))) {
                unload(key);
                unbound.remove(key);
                tellUnloaded(known.get(key), desired, report);
            }
        }
    }

    private void tellUnloaded(Known before, Desired desired, Consumer<PackReport> report) {
        PackKey key = before.artifact().key();
        if (before.pack() != null && desired.artifacts().containsKey(key)) {
            remember(Known.of(before.artifact(), before.pack(), PackCondition.VERIFIED), report);
        }
    }

    private boolean hasLingered(long since) {
        return System.nanoTime() - since >= linger.toNanos();
    }

    /** What was found out about a pack is not kept beyond its use: it may have changed until it is wanted again. */
    private void forgetUnwanted(Desired desired, Consumer<PackReport> report) {
        for (Known before : List.copyOf(known.values())) {
            PackKey key = before.artifact().key();
            boolean unwanted = !desired.artifacts().containsKey(key) && !active.containsKey(key);
            if (before.pack() != null && unwanted) {
                remember(Known.of(before.artifact(), null, PackCondition.UNLOADED), report);
            }
        }
    }

    private void unload(PackKey key) {
        LoadedPack pack = active.remove(key);
        if (pack != null) {
            pack.release();
        }
    }

    private void publish(Desired desired) {
        Map<TenantCode, List<Binding>> bindings =
                desired.bindings().stream().collect(Collectors.groupingBy(Binding::tenant));
        Map<PackKey, VerifiedPack> verified = new HashMap<>();
        Map<PackKey, PackReport> reports = new HashMap<>();
        known.forEach((key, what) -> {
            reports.put(key, what.report());
            if (what.pack() != null) {
                verified.put(key, what.pack());
            }
        });
        catalogue.set(new CatalogueSnapshot(bindings, active, verified, reports));
    }

    /** Whether every pack that is bound was tried at least once since the start: it is active, or was refused. */
    public boolean hasSettled() {
        return catalogue.get() != CatalogueSnapshot.EMPTY;
    }

    /** What this node says of every pack it knows. */
    public List<PackReport> reports() {
        return new ArrayList<>(catalogue.get().reports().values());
    }

    /** What this node says of a pack; empty when it has not looked at it yet. */
    public Optional<PackReport> report(PackKey key) {
        return Optional.ofNullable(catalogue.get().reports().get(key));
    }

    /** Enabled bindings of a tenant, those of later dates included. */
    public List<Binding> bindingsOf(TenantCode tenant) {
        return catalogue.get().bindingsOf(tenant);
    }

    /** Whether the pack can calculate here and now. */
    public boolean isActive(PackKey key) {
        return catalogue.get().loaded(key).filter(pack -> !pack.isHung()).isPresent();
    }

    /** A pack that was verified here, loaded or not. */
    public Optional<VerifiedPack> verified(PackKey key) {
        return Optional.ofNullable(catalogue.get().verified().get(key));
    }

    /** Whether the pack passed every check here and is not loaded: nobody works with it now. */
    public boolean isResting(PackKey key) {
        return report(key).filter(report -> report.condition() == PackCondition.VERIFIED).isPresent();
    }

    /** A lease for a tenant, when the pack is active here. */
    public Optional<Lease> lease(PackKey key, TenantCode tenant) {
        return catalogue.get().loaded(key).filter(pack -> !pack.isHung()).filter(LoadedPack::acquire)
                .map(pack -> new HeldLease(pack, tenant));
    }

    /**
     * A tenant's lease on any pack that was ever staged, bound or not, so that an old score can be computed again. One
     * that is not active here is fetched, checked like a new one and loaded for this lease alone. Not to be called
     * inside a use case.
     *
     * @return empty when no such pack was ever staged
     * @throws PackRefused when it does not pass today's checks: its key was withdrawn, say
     * @throws PackFault   when it is too busy to be loaded once more
     */
    public Optional<Lease> leaseOfKept(PackKey key, TenantCode tenant) throws PackRefused {
        Optional<Lease> running = lease(key, tenant);
        if (running.isPresent()) {
            return running;
        }
        Optional<PackArchive.Kept> kept = archive.find(key);
        return kept.isEmpty() ? Optional.empty() : Optional.of(new HeldLease(loaded(kept.get()), tenant));
    }

    private LoadedPack loaded(PackArchive.Kept kept) throws PackRefused {
        TrustedKey signer = kept.key();
        PackGate gate = new PackGate(signer == null ? Map.of() : Map.of(signer.keyId(), signer));
        return intake.load(kept.artifact(), gate, kept.bytes());
    }

    /** How the code of a jar behaves on this node. */
    Conduct conduct(String sha256) {
        return intake.conduct(sha256);
    }

    @PreDestroy
    public synchronized void end() {
        catalogue.set(CatalogueSnapshot.EMPTY);
        new HashSet<>(active.keySet()).forEach(this::unload);
        intake.close();
    }
}
