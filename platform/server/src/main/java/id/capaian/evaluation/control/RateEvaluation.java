package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.MarksInput;
import id.capaian.evaluation.boundary.RatingInput;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.entity.BehaviorMark;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.Judgement;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.Rating;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.BehaviourValue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What the rater does with one person: marks, returns, rates. */
@TenantUseCase
public class RateEvaluation {

    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Viewing viewing;
    private final Periods periods;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    RateEvaluation() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    RateEvaluation(Dossiers dossiers, Proposals proposals, Viewing viewing, Periods periods, Once once, Caller caller,
            Clock clock) {
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.viewing = viewing;
        this.periods = periods;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** Marks values of conduct, before the ratings are fixed. */
    public EvaluationView mark(UUID evaluationId, Change change, MarksInput input) {
        return act("mark", evaluationId, change, input, evaluation ->
                evaluation.mark(caller.employeeId(), Inputs.marks(input.marks())));
    }

    /** Sends a submitted evaluation back for more evidence, saying which. */
    public EvaluationView returnForEvidence(UUID evaluationId, Change change, TextInput note) {
        return act("return", evaluationId, change, note, evaluation ->
                evaluation.returnForEvidence(caller.employeeId(), note.text()));
    }

    /**
     * Fixes both ratings.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_THE_RATER, SELF_RATING, MOVE_NOT_ALLOWED,
     *         RATING_CALIBRATED, ORGANISATION_PREDICATE_NOT_FIXED, BEHAVIOUR_MARKS_MISSING, REASON_NEEDED with the
     *         fields, INVALID_INPUT, PERIOD_NOT_OPEN, VERSION_STALE
     */
    public EvaluationView rate(UUID evaluationId, Change change, RatingInput input) {
        return act("rate", evaluationId, change, input, evaluation -> {
            // First of all: what was suggested is nothing a stranger learns from the kind of refusal.
            evaluation.requireRater(caller.employeeId());
            rate(evaluation, input);
        });
    }

    /**
     * Marks values of conduct and fixes both ratings, all of it or nothing. Marks that stand already are none: they
     * leave what was suggested from them as it is.
     *
     * @throws id.capaian.kernel.problem.ProblemException as {@link #mark} and {@link #rate}
     */
    public EvaluationView markAndRate(UUID evaluationId, Change change, MarksInput marks, RatingInput rating) {
        return act("mark-and-rate", evaluationId, change, new Sheet(marks, rating), evaluation -> {
            evaluation.requireRater(caller.employeeId());
            Map<BehaviourValue, BehaviorMark> standing = evaluation.marks();
            Map<BehaviourValue, BehaviorMark> changed = Inputs.marks(marks.marks());
            changed.entrySet().removeIf(mark -> mark.getValue().equals(standing.get(mark.getKey())));
            if (!changed.isEmpty()) {
                evaluation.mark(caller.employeeId(), changed);
            }
            rate(evaluation, rating);
        });
    }

    /** The whole of a rater's form, as the idempotency key remembers it. */
    record Sheet(MarksInput marks, RatingInput rating) {
    }

    private void rate(Evaluation evaluation, RatingInput input) {
        Judgement judgement = new Judgement(
                Inputs.constant(Rating.class, "resultRating", input.resultRating()),
                Inputs.constant(Rating.class, "behaviourRating", input.behaviourRating()),
                input.resultReason(), input.behaviourReason(), input.note());
        boolean organisationFixed = dossiers.organisation(evaluation.periodId(), evaluation.unitId())
                .filter(OrganisationPredicate::isFixed).isPresent();
        evaluation.rate(caller.employeeId(), judgement, proposals.seenBy(input.suggestionId(), evaluation),
                organisationFixed, clock.instant());
    }

    private EvaluationView act(String name, UUID evaluationId, Change change, Record input, Consumer<Evaluation> act) {
        return once.perform(change.key(), new Asked(name, evaluationId, change.version(), input), EvaluationView.class,
                () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    if (!evaluation.isReopened()) {
                        periods.requireOpen(evaluation.periodId(), evaluation.unitId());
                    }
                    act.accept(evaluation);
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }
}
