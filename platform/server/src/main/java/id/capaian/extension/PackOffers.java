package id.capaian.extension;

import id.capaian.extension.control.OwnPacks;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Which packs the acting tenant has enabled, and may look at and try, as the database says now. To be called inside a
 * running use case.
 */
@ApplicationScoped
public class PackOffers {

    private final OwnPacks packs;

    PackOffers() {
        this(null);
    }

    @Inject
    PackOffers(OwnPacks packs) {
        this.packs = packs;
    }

    /**
     * Refuses what is neither offered to the tenant nor was ever enabled by it.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED}
     */
    public void requireKnown(String packId, String version) {
        packs.requireKnown(packId, version);
    }

    /** Whether the tenant has enabled a version anywhere, now or from a later day. */
    public boolean isEnabled(String packId, String version) {
        return packs.isEnabled(packId, version);
    }
}
