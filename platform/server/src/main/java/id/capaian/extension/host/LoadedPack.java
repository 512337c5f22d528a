package id.capaian.extension.host;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.engine.PackJar;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A pack that can calculate. It stays loaded while anybody holds it: the host from the start, and every lease. Whoever
 * lets go last unloads it, so an upgrade never takes a pack from under a running calculation.
 */
final class LoadedPack {

    private final PackKey key;
    private final String sha256;
    private final PackJar.Kind kind;
    private final VerifiedPack verified;
    private final ArtifactManager manager;
    private final GuardedCalls calls;
    private final Conduct conduct;
    private final AtomicInteger holders = new AtomicInteger(1);
    // Emptied when unloaded: a lease that is kept too long must not keep the pack's classes.
    private final AtomicReference<CheckedPack> pack;

    LoadedPack(PackKey key, PackJar jar, CheckedPack pack, VerifiedPack verified, ArtifactManager manager,
            GuardedCalls calls, Conduct conduct) {
        this.key = key;
        this.sha256 = jar.sha256();
        this.kind = jar.kind();
        this.pack = new AtomicReference<>(pack);
        this.verified = verified;
        this.manager = manager;
        this.calls = calls;
        this.conduct = conduct;
    }

    String sha256() {
        return sha256;
    }

    VerifiedPack verified() {
        return verified;
    }

    /** Whether a calculation of it does not end. */
    boolean isHung() {
        return conduct.isHung();
    }

    /** Calculates for a tenant. Only for who holds it. */
    Outcome evaluate(TenantCode tenant, String formulaId, FormulaInput input) {
        CheckedPack loaded = Objects.requireNonNull(pack.get(), key + " is unloaded");
        Callable<Outcome> code = () -> loaded.formula(formulaId).evaluate(input);
        return kind == PackJar.Kind.DATA ? calls.callBounded(conduct.of(tenant), calls.calculation(), code)
                : calls.call(conduct.of(tenant), calls.calculation(), code);
    }

    /** Holds the pack; false when it is unloaded already. */
    boolean acquire() {
        int before;
        do {
            before = holders.get();
            if (before == 0) {
                return false;
            }
        } while (!holders.compareAndSet(before, before + 1));
        return true;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            pack.set(null);
            // One by one: stopPlugins() of PF4J 3.15.0 skips some.
            manager.unloadPlugin(key.packId());
        }
    }
}
