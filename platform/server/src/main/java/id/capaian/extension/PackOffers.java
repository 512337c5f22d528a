package id.capaian.extension;

import id.capaian.extension.control.Offers;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which packs the acting tenant may look at and try. To be called inside a running use case. */
@ApplicationScoped
public class PackOffers {

    private final Offers offers;

    PackOffers() {
        this(null);
    }

    @Inject
    PackOffers(Offers offers) {
        this.offers = offers;
    }

    /**
     * Refuses what is neither offered to the tenant nor was ever enabled by it.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED}
     */
    public void requireKnown(String packId, String version) {
        offers.requireKnown(packId, version);
    }
}
