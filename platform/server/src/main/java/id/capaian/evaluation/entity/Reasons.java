package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;

/** Reasons people must give: a judgement without one cannot be answered by whom it concerns. */
final class Reasons {

    private Reasons() {
    }

    static boolean isMissing(String reason) {
        return reason == null || reason.isBlank();
    }

    /** The reason without blanks around it; refuses an empty one, naming the field. */
    static String required(String field, String reason) {
        if (isMissing(reason)) {
            throw ProblemException.ofFields(Problem.REASON_NEEDED, List.of(missing(field)));
        }
        return reason.strip();
    }

    /** The reason, or null when nothing was said. */
    static String optional(String reason) {
        return isMissing(reason) ? null : reason.strip();
    }

    static FieldProblem missing(String field) {
        return new FieldProblem(field, "evaluation.needed." + field);
    }
}
