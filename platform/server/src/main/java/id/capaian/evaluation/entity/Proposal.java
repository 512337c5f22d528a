package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/**
 * The ratings suggested to the rater at the moment of judging, wherever they came from.
 *
 * @param suggestionId the run's suggestion; null when no run suggested anything
 * @param result       suggested rating of results; null when there is none
 * @param behaviour    suggested rating of behaviour; null when there is none
 * @param bound        whether the rating of results is not the rater's to choose
 */
public record Proposal(UUID suggestionId, Rating result, Rating behaviour, boolean bound) {

    /** Nothing was suggested: the rater judges by hand and departs from nothing. */
    public static final Proposal NONE = new Proposal(null, null, null, false);

    /**
     * The same with what the organisation achieved in place of the suggested rating of results: for who leads the
     * organisation, its achievement is the rating of results (domain.md 3.3).
     */
    public Proposal ledBy(OrganisationAchievement achievement) {
        return new Proposal(suggestionId, achievement.ratingOfItsHead(), behaviour, true);
    }

    /** Whether that rating of results contradicts what the organisation achieved; never for who leads none. */
    public boolean forbids(Rating chosen) {
        return bound && chosen != result;
    }

    /**
     * Refuses to rate a head otherwise than the organisation.
     *
     * @throws ProblemException {@link Problem#INVALID_INPUT}, naming the field
     */
    void requireBound(Rating chosen) {
        if (forbids(chosen)) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("resultRating", "evaluation.bound.resultRating")));
        }
    }
}
