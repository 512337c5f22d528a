package id.capaian.evaluation.boundary;

import id.capaian.evaluation.entity.HeadRatingOutdated;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why a rater's people could not all be told.
 *
 * @param arguments what fills the places of the problem's text
 * @param ways      where it can be put right: paths below the tenant, by the name of the person or unit
 */
public record TeamRefusal(Problem problem, List<Object> arguments, List<Option> ways) {

    static TeamRefusal of(ProblemException refusal, TeamPageView shown) {
        return new TeamRefusal(refusal.problem(), refusal.arguments(), ways(refusal, shown));
    }

    private static List<Option> ways(ProblemException refusal, TeamPageView shown) {
        if (refusal instanceof HeadRatingOutdated head) {
            return people(shown.team().people().stream(), row -> row.evaluationId().equals(head.evaluationId()));
        }
        return switch (refusal.problem()) {
            // Those to be rated first: they are nearest to what is missing.
            case RATER_LIST_INCOMPLETE -> people(Stream.concat(shown.toRate().stream(), shown.toMark().stream()),
                    row -> true);
            case DISTRIBUTION_NOT_JUSTIFIED -> units(shown, refusal.arguments());
            default -> List.of();
        };
    }

    private static List<Option> people(Stream<TeamRow> rows, Predicate<TeamRow> which) {
        return rows.filter(which).limit(1)
                .map(row -> new Option("/tim/" + row.evaluationId(), row.employeeName())).toList();
    }

    private static List<Option> units(TeamPageView shown, List<Object> names) {
        return shown.distributions().stream().filter(spread -> names.contains(spread.unitName()))
                .filter(DistributionView::takesReason)
                .map(spread -> new Option("/distribusi/" + spread.unitId() + "?periode=" + spread.periodCode(),
                        spread.unitName())).toList();
    }
}
