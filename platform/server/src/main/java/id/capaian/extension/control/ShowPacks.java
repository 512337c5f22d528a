package id.capaian.extension.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;

/** What the tenant may enable, and what it has enabled. */
@TenantUseCase
public class ShowPacks {

    private final PacksSql packs;

    ShowPacks() {
        this(null);
    }

    @Inject
    ShowPacks(PacksSql packs) {
        this.packs = packs;
    }

    /** Offers and bindings of one moment. */
    public record Packs(List<OfferedPack> offered, List<OwnBinding> bindings) {
    }

    public Packs show() {
        return new Packs(packs.offered(), packs.bindings());
    }
}
