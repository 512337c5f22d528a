package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.SubmissionView;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The person hands in the period, and takes that back while the rater has not begun. */
@TenantUseCase
public class SubmitEvaluation {

    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Viewing viewing;
    private final Periods periods;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    SubmitEvaluation() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    SubmitEvaluation(Dossiers dossiers, Submissions submissions, Viewing viewing, Periods periods, Once once,
            Caller caller, Clock clock) {
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.viewing = viewing;
        this.periods = periods;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whether somebody said that it is meant, as the idempotency key remembers it. */
    record Meant(boolean confirmed) {
    }

    /**
     * Submits the own evaluation; its progress does not change from then on, unless the person takes it back in time or
     * the rater returns it.
     *
     * @param confirmed whether the person said that it is meant although something is empty or there is time left; see
     *                  {@link EvaluationView#submission}
     * @throws ProblemException FORBIDDEN when it is somebody else's, PERIOD_NOT_OPEN, MOVE_NOT_ALLOWED, VERSION_STALE,
     *         INVALID_INPUT for what had to be confirmed and was not
     */
    public EvaluationView submit(UUID evaluationId, Change change, boolean confirmed) {
        return act("submit", evaluationId, change, new Meant(confirmed), evaluation -> {
            SubmissionView handedIn = submissions.of(evaluation);
            evaluation.submit(caller.employeeId(), clock.instant());
            if (handedIn.needsConfirmation() && !confirmed) {
                throw ProblemException.ofFields(Problem.INVALID_INPUT,
                        List.of(new FieldProblem("confirmed", "evaluation.needed.confirmed")));
            }
        });
    }

    /**
     * Takes the own submission back.
     *
     * @throws ProblemException FORBIDDEN when it is somebody else's, PERIOD_NOT_OPEN, VERSION_STALE, MOVE_NOT_ALLOWED
     *         once the rater has begun
     */
    public EvaluationView withdraw(UUID evaluationId, Change change) {
        return act("withdraw", evaluationId, change, null,
                evaluation -> evaluation.withdrawSubmission(caller.employeeId()));
    }

    private EvaluationView act(String name, UUID evaluationId, Change change, Record input, Consumer<Evaluation> act) {
        return once.perform(change.key(), new Asked(name, evaluationId, change.version(), input), EvaluationView.class,
                () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    periods.requireOpen(evaluation.periodId(), evaluation.unitId());
                    act.accept(evaluation);
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
