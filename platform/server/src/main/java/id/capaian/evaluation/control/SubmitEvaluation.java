package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** The person hands in the period. */
@TenantUseCase
public class SubmitEvaluation {

    private final Dossiers dossiers;
    private final Viewing viewing;
    private final Periods periods;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    SubmitEvaluation() {
        this(null, null, null, null, null, null);
    }

    @Inject
    SubmitEvaluation(Dossiers dossiers, Viewing viewing, Periods periods, Once once, Caller caller, Clock clock) {
        this.dossiers = dossiers;
        this.viewing = viewing;
        this.periods = periods;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Submits the own evaluation; its progress does not change from then on, unless the rater returns it.
     *
     * @throws id.capaian.kernel.problem.ProblemException FORBIDDEN when it is somebody else's, PERIOD_NOT_OPEN,
     *         MOVE_NOT_ALLOWED, VERSION_STALE
     */
    public EvaluationView submit(UUID evaluationId, Change change) {
        return once.perform(change.key(), new Asked("submit", evaluationId, change.version(), null),
                EvaluationView.class,
                () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    periods.requireOpen(evaluation.periodId(), evaluation.unitId());
                    evaluation.submit(caller.employeeId(), clock.instant());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
