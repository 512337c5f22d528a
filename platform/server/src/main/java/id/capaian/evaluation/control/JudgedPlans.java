package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.FinalResult;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plans as evaluations judge them. A revision holds for what is handed in after it; what was judged before keeps its
 * targets and results (domain.md 4).
 */
@ApplicationScoped
class JudgedPlans {

    private final Plans plans;
    private final Dossiers dossiers;

    JudgedPlans() {
        this(null, null);
    }

    @Inject
    JudgedPlans(Plans plans, Dossiers dossiers) {
        this.plans = plans;
        this.dossiers = dossiers;
    }

    /** The plans of evaluations of one period, one statement. */
    List<Plan> of(Collection<Evaluation> evaluations) {
        return plans.plansAt(moments(evaluations));
    }

    /** The moments their plans are read at, by plan; null where it is the version in force now. */
    Map<UUID, Instant> moments(Collection<Evaluation> evaluations) {
        Map<UUID, Instant> moments = new HashMap<>();
        evaluations.forEach(evaluation -> moments.put(evaluation.planId(), moment(evaluation)));
        return moments;
    }

    /**
     * Reopening forgets when the ratings were fixed; without a submission only what became final still tells. There a
     * version agreed between the ratings and a later calibration, or the final result, counts: what was handed in is the
     * sure moment, and who hands nothing in has none.
     */
    private Instant moment(Evaluation evaluation) {
        return evaluation.isReopened() && evaluation.isWithoutSubmission()
                ? dossiers.finals(evaluation.id()).stream().findFirst().map(FinalResult::finalAt)
                        .orElse(evaluation.ratedAt())
                : evaluation.plannedAsOf();
    }
}
