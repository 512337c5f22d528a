package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.CalibrationInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.control.Standing.Capacity;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.Mover;
import id.capaian.evaluation.entity.Rating;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Calibration of ratings across a unit, before anybody is told. */
@TenantUseCase
public class CalibrateEvaluation {

    private final Dossiers dossiers;
    private final Standing standing;
    private final Proposals proposals;
    private final Viewing viewing;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    CalibrateEvaluation() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    CalibrateEvaluation(Dossiers dossiers, Standing standing, Proposals proposals, Viewing viewing, Once once,
            Caller caller, Clock clock) {
        this.dossiers = dossiers;
        this.standing = standing;
        this.proposals = proposals;
        this.viewing = viewing;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** The rater or the unit's head takes a rated evaluation to calibration. */
    public EvaluationView send(UUID evaluationId, Change change) {
        return once.perform(change.key(), new Asked("send-to-calibration", evaluationId, change.version(), null),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    Set<Capacity> capacities = standing.towards(evaluation);
                    Mover mover = capacities.contains(Capacity.UNIT_HEAD) ? Mover.UNIT_HEAD : Mover.RATER;
                    evaluation.sendToCalibration(mover, caller.employeeId());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }

    /** The unit's head, but never the rater, ends it, with other ratings and a reason, or with the same. */
    public EvaluationView calibrate(UUID evaluationId, Change change, CalibrationInput input) {
        return once.perform(change.key(), new Asked("calibrate", evaluationId, change.version(), input),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    if (!standing.heads(evaluation.unitId())) {
                        throw new ProblemException(Problem.FORBIDDEN);
                    }
                    evaluation.calibrate(caller.employeeId(),
                            Inputs.constant(Rating.class, "resultRating", input.resultRating()),
                            Inputs.constant(Rating.class, "behaviourRating", input.behaviourRating()),
                            proposals.of(evaluation), input.reason(), clock.instant());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
