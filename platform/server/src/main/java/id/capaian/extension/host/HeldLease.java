package id.capaian.extension.host;

import id.capaian.extension.Lease;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A tenant's lease on a loaded pack; closing it twice is closing it once. */
final class HeldLease implements Lease {

    private final LoadedPack pack;
    private final TenantCode tenant;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** The pack must have been acquired for this lease. */
    HeldLease(LoadedPack pack, TenantCode tenant) {
        this.pack = pack;
        this.tenant = tenant;
    }

    @Override
    public PackDescriptor descriptor() {
        return pack.verified().descriptor();
    }

    @Override
    public String sha256() {
        return pack.sha256();
    }

    @Override
    public Outcome evaluate(String formulaId, FormulaInput input) {
        if (!open.get()) {
            throw new IllegalStateException("This lease is closed");
        }
        return pack.evaluate(tenant, formulaId, input);
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            pack.release();
        }
    }
}
