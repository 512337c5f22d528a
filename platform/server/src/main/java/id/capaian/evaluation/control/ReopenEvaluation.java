package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.control.Standing.Capacity;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The personnel agency reopens a final evaluation, by the number of a written order. */
@TenantUseCase
public class ReopenEvaluation {

    private final Dossiers dossiers;
    private final Standing standing;
    private final PresentParties presentParties;
    private final Announcements announcements;
    private final Viewing viewing;
    private final Once once;

    ReopenEvaluation() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ReopenEvaluation(Dossiers dossiers, Standing standing, PresentParties presentParties, Announcements announcements,
            Viewing viewing, Once once) {
        this.dossiers = dossiers;
        this.standing = standing;
        this.presentParties = presentParties;
        this.announcements = announcements;
        this.viewing = viewing;
        this.once = once;
    }

    /**
     * Reopens it; whoever rates and decides there now does so.
     *
     * @throws ProblemException FORBIDDEN for everybody but the agency and for the own evaluation, REASON_NEEDED
     */
    public EvaluationView reopen(UUID evaluationId, Change change, TextInput order) {
        return once.perform(change.key(), new Asked("reopen", evaluationId, change.version(), order),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    if (!standing.towards(evaluation).contains(Capacity.REGION_HR_ADMIN)) {
                        throw new ProblemException(Problem.FORBIDDEN);
                    }
                    evaluation.reopen(order.text());
                    presentParties.takeOver(List.of(evaluation));
                    dossiers.settle(evaluation);
                    announcements.isReopened(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
