package id.capaian.evaluation.control;

import id.capaian.evaluation.control.Standing.Capacity;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.RaterScore;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;

/** What a stored figure was computed from, for who may see the figure. */
@TenantUseCase
public class ReadComputation {

    private final EntityManager entityManager;
    private final SuggestionSql suggestions;
    private final RaterSql raters;
    private final Dossiers dossiers;
    private final Standing standing;
    private final AccessLog accessLog;
    private final Caller caller;

    ReadComputation() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ReadComputation(EntityManager entityManager, SuggestionSql suggestions, RaterSql raters, Dossiers dossiers,
            Standing standing, AccessLog accessLog, Caller caller) {
        this.entityManager = entityManager;
        this.suggestions = suggestions;
        this.raters = raters;
        this.dossiers = dossiers;
        this.standing = standing;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    /**
     * A computation as stored.
     *
     * @param frozen      pack and formula it was made with
     * @param explanation canonical JSON of its outcome
     */
    public record Computation(UUID id, Frozen frozen, String input, String inputSha256, String explanation) {
    }

    /** @throws ProblemException NOT_FOUND, FORBIDDEN for who may not see it, and for the person before delivery */
    public Computation ofSuggestion(UUID suggestionId) {
        Suggestion suggestion = suggestions.find(suggestionId)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Evaluation evaluation = dossiers.find(suggestion.evaluationId());
        Set<Capacity> capacities = standing.towards(evaluation);
        if (capacities.contains(Capacity.PERSON) && !evaluation.status().isKnownToThePerson()) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        accessLog.read(evaluation.employeeId(), "evaluation.purpose.recompute");
        Frozen frozen = entityManager.find(EvaluationRun.class, suggestion.runId()).frozen();
        return new Computation(suggestionId, frozen, suggestion.input(), suggestion.inputSha256(),
                suggestion.explanation());
    }

    /** @throws ProblemException NOT_FOUND, FORBIDDEN for all but the rater, the rater's superior and calibrators */
    public Computation ofRaterScore(UUID raterScoreId) {
        RaterScore score = raters.find(raterScoreId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (raters.visibleTo(caller.employeeId(), standing.unitsUnderTheCaller(), score.periodId()).stream()
                .noneMatch(visible -> visible.raterId().equals(score.raterId()))) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        accessLog.read(score.raterId(), "evaluation.purpose.recompute");
        return new Computation(raterScoreId, score.frozen(), score.input(), score.inputSha256(), score.explanation());
    }
}
