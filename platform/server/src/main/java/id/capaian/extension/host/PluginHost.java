package id.capaian.extension.host;

import id.capaian.extension.Binding;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.Refusal;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The packs on this node. One writer at a time brings it nearer to what is wanted; readers see an immutable snapshot and
 * hold leases, so nobody waits for an upgrade and no upgrade disturbs a calculation.
 */
@ApplicationScoped
public class PluginHost {

    /** New packs verified in one go, so that a node with hundreds of offers reports its bound packs first. */
    private static final int VERIFIED_AT_ONCE = 3;
    private static final int CALL_THREADS = 8;
    private static final long RETRY_NANOS = 30_000_000_000L;

    private final AtomicReference<CatalogueSnapshot> catalogue = new AtomicReference<>(CatalogueSnapshot.EMPTY);
    private final Map<PackKey, Known> known = new HashMap<>();
    private final Map<PackKey, LoadedPack> active = new HashMap<>();
    private final GuardedCalls calls = new GuardedCalls(CALL_THREADS);
    private PackFolder folder;

    /** What a check of an artifact found; the pack is null when it was refused. */
    private record Known(Artifact artifact, VerifiedPack pack, PackReport report, long nanos) {

        String sha256() {
            return artifact.sha256();
        }
    }

    /** Where the bytes of an artifact come from. */
    @FunctionalInterface
    public interface Bytes {
        byte[] of(PackKey key);
    }

    /**
     * Makes one step towards what is wanted. A pack that fails is reported and changes nothing else.
     *
     * @param desired what the registry wants
     * @param bytes   reads a staged jar
     * @param report  hears of every change
     */
    public synchronized void converge(Desired desired, Bytes bytes, Consumer<PackReport> report) {
        PackGate gate = new PackGate(desired.keys());
        dropRevoked(desired, gate, report);
        List<Artifact> artifacts = desired.artifacts().values().stream()
                .sorted(Comparator.comparing((Artifact artifact) -> artifact.key().toString())).toList();
        artifacts.stream().filter(artifact -> desired.isBound(artifact.key()))
                .forEach(artifact -> activate(artifact, gate, bytes, report));
        publish(desired);
        artifacts.stream().filter(artifact -> !desired.isBound(artifact.key())).filter(this::isUnknown)
                .limit(VERIFIED_AT_ONCE).forEach(artifact -> verify(artifact, gate, bytes, report));
        unloadUnbound(desired, report);
        publish(desired);
    }

    private boolean isUnknown(Artifact artifact) {
        Known before = known.get(artifact.key());
        return before == null || !before.sha256().equals(artifact.sha256())
                || before.pack() == null && System.nanoTime() - before.nanos() > RETRY_NANOS;
    }

    private void activate(Artifact artifact, PackGate gate, Bytes bytes, Consumer<PackReport> report) {
        LoadedPack running = active.get(artifact.key());
        boolean refusedLately = known.containsKey(artifact.key()) && known.get(artifact.key()).pack() == null
                && !isUnknown(artifact);
        if (running != null && running.sha256().equals(artifact.sha256()) || refusedLately) {
            return;
        }
        try {
            LoadedPack loaded = load(artifact, gate, bytes);
            LoadedPack before = active.put(artifact.key(), loaded);
            if (before != null) {
                before.release();
            }
            remember(artifact, loaded.verified(), new PackReport(artifact.key(), PackCondition.ACTIVE, null), report);
        } catch (PackRefused e) {
            refuse(artifact, e, report);
        }
    }

    /** Checks everything about a pack that nobody uses yet, and lets go of it again. */
    private void verify(Artifact artifact, PackGate gate, Bytes bytes, Consumer<PackReport> report) {
        try {
            LoadedPack loaded = load(artifact, gate, bytes);
            loaded.release();
            remember(artifact, loaded.verified(), new PackReport(artifact.key(), PackCondition.VERIFIED, null), report);
        } catch (PackRefused e) {
            refuse(artifact, e, report);
        }
    }

    private LoadedPack load(Artifact artifact, PackGate gate, Bytes bytes) throws PackRefused {
        byte[] content = bytes.of(artifact.key());
        Path file = folder().keep(artifact.sha256(), content);
        try {
            return new PackLoader(folder().directory(), calls).load(artifact, file, gate.check(artifact, content));
        } catch (RuntimeException e) {
            // What its bytes do to us is the pack's fault and stays with it; the others must still be loaded.
            throw new PackRefused(Refusal.NOT_LOADABLE, e.toString());
        }
    }

    private void remember(Artifact artifact, VerifiedPack pack, PackReport state, Consumer<PackReport> report) {
        known.put(artifact.key(), new Known(artifact, pack, state, System.nanoTime()));
        report.accept(state);
    }

    private void refuse(Artifact artifact, PackRefused refused, Consumer<PackReport> report) {
        remember(artifact, null, failed(artifact.key(), refused.refusal(), refused.getMessage()), report);
    }

    private static PackReport failed(PackKey key, Refusal refusal, String detail) {
        return new PackReport(key, PackCondition.FAILED, refusal + ": " + detail);
    }

    private void dropRevoked(Desired desired, PackGate gate, Consumer<PackReport> report) {
        for (Artifact artifact : desired.artifacts().values()) {
            Known before = known.get(artifact.key());
            if (before != null && before.pack() != null && gate.isRevoked(artifact)) {
                unload(artifact.key());
                remember(artifact, null, failed(artifact.key(), Refusal.KEY_REVOKED, artifact.keyId()), report);
            }
        }
    }

    private void unloadUnbound(Desired desired, Consumer<PackReport> report) {
        for (PackKey key : Set.copyOf(active.keySet())) {
            if (!desired.isBound(key)) {
                unload(key);
                Known before = known.get(key);
                boolean offered = desired.artifacts().containsKey(key);
                PackReport state = new PackReport(key, offered ? PackCondition.VERIFIED : PackCondition.UNLOADED, null);
                known.put(key, new Known(before.artifact(), before.pack(), state, System.nanoTime()));
                report.accept(state);
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
        Map<TenantCode, List<Binding>> bindings = desired.bindings().stream().collect(Collectors.groupingBy(Binding::tenant));
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
        return catalogue.get().active().containsKey(key);
    }

    /** A pack that was verified here, loaded or not. */
    public Optional<VerifiedPack> verified(PackKey key) {
        return Optional.ofNullable(catalogue.get().verified().get(key));
    }

    /** A lease, when the pack is active here. */
    public Optional<Lease> lease(PackKey key) {
        return catalogue.get().loaded(key).filter(LoadedPack::acquire).map(HeldLease::new);
    }

    /**
     * A lease on a pack that passed every check here, bound or not, so that an old score can be computed again. A pack
     * nobody is bound to is loaded for this lease alone and goes with it.
     *
     * @return empty when this node knows no such pack, or refused it
     */
    public Optional<Lease> leaseOfKept(PackKey key) {
        return lease(key).or(() -> loadedForOne(key).map(HeldLease::new));
    }

    private synchronized Optional<LoadedPack> loadedForOne(PackKey key) {
        Known kept = known.get(key);
        if (kept == null || kept.pack() == null) {
            return Optional.empty();
        }
        try {
            Path file = folder().find(kept.sha256());
            return Optional.of(new PackLoader(folder().directory(), calls).load(kept.artifact(), file,
                    PackJar.read(Files.readAllBytes(file))));
        } catch (PackRefused | PackInvalid e) {
            throw new IllegalStateException(key + " passed every check before and does not now", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loader of an active pack's classes, so that a test can see it go. */
    Optional<ClassLoader> loaderOf(PackKey key) {
        return catalogue.get().loaded(key).map(LoadedPack::loader);
    }

    private PackFolder folder() {
        if (folder == null) {
            folder = new PackFolder();
        }
        return folder;
    }

    @PreDestroy
    synchronized void end() {
        catalogue.set(CatalogueSnapshot.EMPTY);
        new HashSet<>(active.keySet()).forEach(this::unload);
        calls.close();
        if (folder != null) {
            folder.close();
        }
    }
}
