package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Option;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.Review;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rater's list.
 *
 * @param team       null for who rates nobody but decides objections
 * @param periods    periods to choose from, by code
 * @param objections evaluations whose objection the caller decides
 * @param raters     figures about raters the reader may see, the own one first; empty where no pack makes any
 * @param reviews    whose progress the caller judges, by employee
 * @param distributions spread of predicates in the units of the list
 * @param key        idempotency key for the forms of this page
 * @param refusal    why people were not told who were to be; null when nothing was refused
 */
public record TeamPageView(TeamView team, List<Option> periods, List<TeamRow> objections,
        List<RaterPanel> raters, Map<UUID, Review> reviews, List<DistributionView> distributions, String key,
        TeamRefusal refusal) {

    /** The same page with why nobody was told. */
    TeamPageView refused(ProblemException problem) {
        return new TeamPageView(team, periods, objections, raters, reviews, distributions, key,
                TeamRefusal.of(problem, this));
    }

    /** Whose values of conduct are to be marked yet, in the order of the names. */
    public List<TeamRow> toMark() {
        return team.people().stream().filter(TeamRow::awaitsMarks).toList();
    }

    /** Who may be rated and is not yet. */
    public List<TeamRow> toRate() {
        return team.people().stream().filter(TeamRow::awaitsRating).toList();
    }

    /** How many there are to be rated: who was taken out of the period is in the list, and not counted. */
    public long counted() {
        return team.people().stream().filter(TeamPageView::isIn).count();
    }

    /** How many of them are rated, delivered or not. */
    public long rated() {
        return team.people().stream().filter(TeamPageView::isIn).filter(row -> row.predicate() != null).count();
    }

    private static boolean isIn(TeamRow row) {
        return !row.status().equals("EXCLUDED");
    }

    /** How many are rated and not told yet. */
    public long deliverable() {
        return team.people().stream().filter(row -> row.status().equals("RATED")).count();
    }
}
