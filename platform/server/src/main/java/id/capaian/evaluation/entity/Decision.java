package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;

/**
 * How the rater's superior decides an objection; there is no further instance.
 *
 * @param result    the rating of results when it is changed, else null
 * @param behaviour the rating of behaviour when it is changed, else null
 * @param reason    why, either way
 */
public record Decision(Kind kind, Rating result, Rating behaviour, String reason) {

    /** The two ways. */
    public enum Kind {
        /** The ratings stay. */
        UPHELD,
        /** The superior fixed other ratings. */
        CHANGED
    }

    /** The ratings stay. */
    public static Decision upheld(String reason) {
        return new Decision(Kind.UPHELD, null, null, reason);
    }

    /** Other ratings are fixed. */
    public static Decision changed(Rating result, Rating behaviour, String reason) {
        return new Decision(Kind.CHANGED, result, behaviour, reason);
    }

    /** A change that changes nothing would tell the person a falsehood. */
    void requireChangeOf(Rating resultSoFar, Rating behaviourSoFar) {
        if (kind == Kind.CHANGED && result == resultSoFar && behaviour == behaviourSoFar) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("decision", "evaluation.choose.change")));
        }
    }
}
