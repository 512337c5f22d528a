package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The person answers to the result: accepts it, or objects. */
@TenantUseCase
public class AnswerEvaluation {

    private final Dossiers dossiers;
    private final PresentParties presentParties;
    private final Terms terms;
    private final EvaluationSettings settings;
    private final Viewing viewing;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    AnswerEvaluation() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    AnswerEvaluation(Dossiers dossiers, PresentParties presentParties, Terms terms, EvaluationSettings settings,
            Viewing viewing, Once once, Caller caller, Clock clock) {
        this.dossiers = dossiers;
        this.presentParties = presentParties;
        this.terms = terms;
        this.settings = settings;
        this.viewing = viewing;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** Accepts; the evaluation is final in the same transaction. */
    public EvaluationView acknowledge(UUID evaluationId, Change change) {
        return once.perform(change.key(), new Asked("acknowledge", evaluationId, change.version(), null),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    evaluation.acknowledge(caller.employeeId(), clock.instant());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }

    /** Objects, until the term ends; whoever is the superior now decides. */
    public EvaluationView object(UUID evaluationId, Change change, TextInput reason) {
        return once.perform(change.key(), new Asked("object", evaluationId, change.version(), reason),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    dossiers.keep(evaluation.object(caller.employeeId(), Ids.next(clock.millis()), reason.text(),
                            clock.instant()));
                    presentParties.takeOver(List.of(evaluation));
                    terms.lookAt(settings.explanationTerm().endsAt(clock.instant()));
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
