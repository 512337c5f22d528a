package id.capaian.planning;

import id.capaian.planning.control.AgreeShadowPlan;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Plans of nobody, for a rehearsal: made and signed by the rules of real ones, and written nowhere. */
@ApplicationScoped
public class ShadowPlans {

    private final AgreeShadowPlan agree;

    ShadowPlans() {
        this(null);
    }

    @Inject
    ShadowPlans(AgreeShadowPlan agree) {
        this.agree = agree;
    }

    /**
     * A plan of a period's span as the set proposes it, handed in by the one and approved by the other. Costs no
     * database access.
     *
     * @throws id.capaian.kernel.problem.ProblemException INVALID_INPUT when what the set proposes cannot be agreed to
     */
    public Plan agreed(UUID employeeId, PackDescriptor pack, IndicatorSet set, Period period) {
        return agree.agreed(employeeId, pack, set, period);
    }
}
