package id.capaian.extension.control;

import id.capaian.extension.OrganisationChart;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What would happen, and to whom, were a binding disabled. */
@TenantUseCase
public class ForeseeDisabling {

    private final ShowPacks showPacks;
    private final OrganisationChart chart;

    ForeseeDisabling() {
        this(null, null);
    }

    @Inject
    ForeseeDisabling(ShowPacks showPacks, OrganisationChart chart) {
        this.showPacks = showPacks;
        this.chart = chart;
    }

    /**
     * What would happen.
     *
     * @param packs  everything of this moment
     * @param people how many people have no suggestions of the binding any more; 0 when it is not in force
     * @param next   what holds for them then; empty when they are rated by hand. When its pack fails, what holds in its
     *               place already
     */
    public record Foreseen(ShowPacks.Packs packs, OwnBinding binding, int people, Optional<OwnBinding> next) {
    }

    /** @throws ProblemException {@link Problem#NOT_FOUND} when the tenant has no such binding, or disabled it */
    public Foreseen foresee(UUID bindingId) {
        ShowPacks.Packs all = showPacks.show();
        OwnBinding binding = all.bindings().stream().filter(OwnBinding::enabled)
                .filter(one -> one.bindingId().equals(bindingId)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        InForce bindings = all.inForce();
        if (!bindings.isInForce(binding)) {
            return new Foreseen(all, binding, 0, bindings.insteadOf(binding));
        }
        List<UUID> upwards = binding.orgUnitId() == null ? List.of() : chart.upwards(binding.orgUnitId());
        return new Foreseen(all, binding, chart.people(binding.orgUnitId(), apart(bindings, binding), all.today()),
                bindings.without(binding, upwards));
    }

    /** Units with a pack of their own. */
    private List<UUID> apart(InForce bindings, OwnBinding binding) {
        return bindings.bindings().stream().map(OwnBinding::orgUnitId).filter(Objects::nonNull).distinct()
                .filter(unit -> !unit.equals(binding.orgUnitId()) && bindings.of(unit).isPresent())
                .filter(unit -> binding.orgUnitId() == null || chart.upwards(unit).contains(binding.orgUnitId()))
                .toList();
    }
}
