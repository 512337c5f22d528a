package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.Proposal;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.engine.CanonicalInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is proposed to the rater of an evaluation now. */
@ApplicationScoped
class Proposals {

    private final SuggestionSql suggestions;
    private final Dossiers dossiers;
    private final Standing standing;
    private final Periods periods;

    Proposals() {
        this(null, null, null, null);
    }

    @Inject
    Proposals(SuggestionSql suggestions, Dossiers dossiers, Standing standing, Periods periods) {
        this.suggestions = suggestions;
        this.dossiers = dossiers;
        this.standing = standing;
        this.periods = periods;
    }

    /**
     * Whether marks of conduct changed after a suggestion was computed: then it says nothing about the marks of now,
     * and nobody may lean on it. What was scored without any mark is of a formula that reads none.
     */
    static boolean isOutdated(Suggestion suggestion, Evaluation evaluation) {
        Map<BehaviourValue, Mark> now = new EnumMap<>(BehaviourValue.class);
        evaluation.marks().forEach((value, mark) -> now.put(value, Mark.valueOf(mark.mark().name())));
        Map<BehaviourValue, Mark> then = CanonicalInput.read(suggestion.input()).marks();
        boolean madeOfMarks = suggestion.outcome() != Suggestion.Outcome.SCORED || !then.isEmpty();
        return madeOfMarks && !now.equals(then);
    }

    /**
     * The suggestion everybody looks at: the newest until the rater has rated, then the one the ratings were given
     * against. A run that ends later says nothing about ratings that did not know it.
     */
    Optional<Suggestion> suggestion(Evaluation evaluation) {
        if (!evaluation.status().isRated()) {
            return suggestions.newest(evaluation.id());
        }
        return evaluation.suggestionId() == null ? Optional.empty() : suggestions.find(evaluation.suggestionId());
    }

    /**
     * That suggestion's ratings, none when it is outdated; for who leads the unit, its achievement in place of the
     * result's.
     */
    Proposal of(Evaluation evaluation) {
        Proposal suggested = suggestion(evaluation).map(found -> found.proposal(isOutdated(found, evaluation)))
                .orElse(Proposal.NONE);
        return boundBy(suggested, evaluation);
    }

    /** What binds the rating of results of who leads the unit, and nothing else. */
    Proposal bound(Evaluation evaluation) {
        return boundBy(Proposal.NONE, evaluation);
    }

    private Proposal boundBy(Proposal suggested, Evaluation evaluation) {
        return achievementOfOwnUnit(evaluation).map(suggested::ledBy).orElse(suggested);
    }

    /**
     * The same, for a rater who has seen a certain suggestion.
     *
     * @param seen the suggestion the rater looked at; null when the rater does not say
     * @throws ProblemException {@link Problem#VERSION_STALE} when another was made meanwhile,
     *         {@link Problem#SUGGESTION_OUTDATED} when marks changed after it
     */
    Proposal seenBy(UUID seen, Evaluation evaluation) {
        Proposal proposal = of(evaluation);
        if (seen != null && !seen.equals(proposal.suggestionId())) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        if (seen != null && suggestion(evaluation).filter(found -> isOutdated(found, evaluation)).isPresent()) {
            throw new ProblemException(Problem.SUGGESTION_OUTDATED);
        }
        return proposal;
    }

    /** What the unit achieved when the person leads it and it is fixed; empty for everybody else. */
    Optional<OrganisationAchievement> achievementOfOwnUnit(Evaluation evaluation) {
        LocalDate lastDay = periods.find(evaluation.periodId()).map(Period::endsOn).orElseThrow();
        if (!standing.leads(evaluation.employeeId(), evaluation.unitId(), lastDay)) {
            return Optional.empty();
        }
        return dossiers.organisation(evaluation.periodId(), evaluation.unitId())
                .filter(OrganisationPredicate::isFixed).map(OrganisationPredicate::achievement);
    }
}
