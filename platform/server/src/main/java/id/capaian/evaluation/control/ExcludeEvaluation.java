package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.control.Standing.Capacity;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The personnel agency takes an evaluation out of a period, and back in: who died, left or was on unpaid leave of state
 * has none (domain.md 3.5). Who did it and why is in the audit.
 */
@TenantUseCase
public class ExcludeEvaluation {

    private final Dossiers dossiers;
    private final Standing standing;
    private final Viewing viewing;
    private final Periods periods;
    private final Once once;

    ExcludeEvaluation() {
        this(null, null, null, null, null);
    }

    @Inject
    ExcludeEvaluation(Dossiers dossiers, Standing standing, Viewing viewing, Periods periods, Once once) {
        this.dossiers = dossiers;
        this.standing = standing;
        this.viewing = viewing;
        this.periods = periods;
        this.once = once;
    }

    /**
     * Takes it out; the period can close without it, and no figure counts it.
     *
     * @throws ProblemException FORBIDDEN for everybody but the agency and for the own evaluation, REASON_NEEDED,
     *         MOVE_NOT_ALLOWED once the person was told a result, VERSION_STALE
     */
    public EvaluationView exclude(UUID evaluationId, Change change, TextInput reason) {
        return act("exclude", evaluationId, change, reason, evaluation -> evaluation.exclude(reason.text()));
    }

    /**
     * Takes it back in where it stood.
     *
     * @throws ProblemException FORBIDDEN as above, PERIOD_NOT_OPEN once the period is closed for the unit,
     *         MOVE_NOT_ALLOWED for one that is in, VERSION_STALE
     */
    public EvaluationView reinstate(UUID evaluationId, Change change) {
        return act("reinstate", evaluationId, change, null, evaluation -> {
            evaluation.reinstate();
            periods.held(evaluation.periodId());
            periods.requireOpen(evaluation.periodId(), evaluation.unitId());
        });
    }

    private EvaluationView act(String name, UUID evaluationId, Change change, Record input, Consumer<Evaluation> act) {
        return once.perform(change.key(), new Asked(name, evaluationId, change.version(), input), EvaluationView.class,
                () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    if (!standing.towards(evaluation).contains(Capacity.REGION_HR_ADMIN)) {
                        throw new ProblemException(Problem.FORBIDDEN);
                    }
                    act.accept(evaluation);
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
