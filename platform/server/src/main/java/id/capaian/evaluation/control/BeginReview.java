package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import java.util.UUID;

/** The rater begins with somebody who handed nothing in although the period is over. */
@TenantUseCase
public class BeginReview {

    private final Dossiers dossiers;
    private final EvaluationSettings settings;
    private final Viewing viewing;
    private final Periods periods;
    private final Once once;
    private final Caller caller;

    BeginReview() {
        this(null, null, null, null, null, null);
    }

    @Inject
    BeginReview(Dossiers dossiers, EvaluationSettings settings, Viewing viewing, Periods periods, Once once,
            Caller caller) {
        this.dossiers = dossiers;
        this.settings = settings;
        this.viewing = viewing;
        this.periods = periods;
        this.once = once;
        this.caller = caller;
    }

    /**
     * Begins without a submission; nothing is rated by that.
     *
     * @throws ProblemException NOT_THE_RATER, SELF_RATING, MOVE_NOT_ALLOWED when it was handed in or the period is not
     *         over, PERIOD_NOT_OPEN once the unit may not write in it any more, VERSION_STALE
     */
    public EvaluationView withoutSubmission(UUID evaluationId, Change change) {
        return once.perform(change.key(), new Asked("begin-review", evaluationId, change.version(), null),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    periods.requireOpen(evaluation.periodId(), evaluation.unitId());
                    evaluation.beginWithoutSubmission(caller.employeeId(),
                            settings.isOver(periods.find(evaluation.periodId()).orElseThrow()));
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
