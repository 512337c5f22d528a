package id.capaian.extension.control;

import id.capaian.extension.host.PackKey;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What {@link id.capaian.extension.PackOffers} tells; part of the running use case. */
@ApplicationScoped
public class OwnPacks {

    private final PacksSql packs;

    OwnPacks() {
        this(null);
    }

    @Inject
    OwnPacks(PacksSql packs) {
        this.packs = packs;
    }

    /** See {@link id.capaian.extension.PackOffers#requireKnown}. */
    public void requireKnown(String packId, String version) {
        Predicate<PackKey> same = new PackKey(packId, version)::equals;
        Stream<PackKey> bound = packs.bindings().stream().map(OwnBinding::pack);
        if (Stream.concat(packs.offered().stream().map(OfferedPack::pack), bound).noneMatch(same)) {
            throw new ProblemException(Problem.PACK_NOT_OFFERED);
        }
    }

    /** See {@link id.capaian.extension.PackOffers#isEnabled}. */
    public boolean isEnabled(String packId, String version) {
        PackKey pack = new PackKey(packId, version);
        return packs.bindings().stream().anyMatch(binding -> binding.enabled() && binding.pack().equals(pack));
    }
}
