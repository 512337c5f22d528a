package id.capaian.planning.control;

import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Placement;
import id.capaian.people.Units;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Which indicator set holds for a post. */
@ApplicationScoped
class PlanSets {

    private final Catalogue catalogue;
    private final Units units;
    private final Caller caller;
    private final Today today;

    PlanSets() {
        this(null, null, null, null);
    }

    @Inject
    PlanSets(Catalogue catalogue, Units units, Caller caller, Today today) {
        this.catalogue = catalogue;
        this.units = units;
        this.caller = caller;
        this.today = today;
    }

    /**
     * The pack that holds for a unit today: its own, or that of the nearest above; empty when none is enabled.
     *
     * @throws ProblemException {@link Problem#PACK_NOT_READY} while this node has not verified it
     */
    Optional<PackDescriptor> packIfAny(UUID orgUnitId) {
        return catalogue.bindingOf(caller.tenant(), units.upwards(orgUnitId), today.date())
                .map(binding -> catalogue.descriptor(binding.packId(), binding.version()).orElseThrow(() ->
                        ProblemException.of(Problem.PACK_NOT_READY, binding.packId(), binding.version())));
    }

    /** The set for a post; empty when the pack has none for its job family: such a plan is written by hand. */
    static Optional<IndicatorSet> setOf(PackDescriptor pack, Placement placement) {
        return pack.set(placement.jobFamily());
    }
}
