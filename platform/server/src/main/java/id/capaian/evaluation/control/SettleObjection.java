package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.DecisionInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.entity.Decision;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.Rating;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** An objection's way: the rater explains, the rater's superior decides. */
@TenantUseCase
public class SettleObjection {

    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Terms terms;
    private final Viewing viewing;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    SettleObjection() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    SettleObjection(Dossiers dossiers, Proposals proposals, Terms terms, Viewing viewing, Once once, Caller caller,
            Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.terms = terms;
        this.viewing = viewing;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** The rater answers the person's reasons. */
    public EvaluationView explain(UUID evaluationId, Change change, TextInput explanation) {
        return once.perform(change.key(), new Asked("explain", evaluationId, change.version(), explanation),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    evaluation.explain(caller.employeeId(), dossiers.openObjection(evaluationId), explanation.text(),
                            clock.instant());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }

    /** The rater's superior upholds the ratings or fixes others; the evaluation is final with it. */
    public EvaluationView decide(UUID evaluationId, Change change, DecisionInput input) {
        return once.perform(change.key(), new Asked("decide", evaluationId, change.version(), input),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    terms.stopWaitingForExplanation(evaluation);
                    evaluation.decide(caller.employeeId(), caller.subject(), dossiers.openObjection(evaluationId),
                            decision(input), proposals.of(evaluation), clock.instant());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }

    private static Decision decision(DecisionInput input) {
        if (Inputs.constant(Decision.Kind.class, "decision", input.decision()) == Decision.Kind.UPHELD) {
            return Decision.upheld(input.reason());
        }
        return Decision.changed(Inputs.constant(Rating.class, "resultRating", input.resultRating()),
                Inputs.constant(Rating.class, "behaviourRating", input.behaviourRating()), input.reason());
    }
}
