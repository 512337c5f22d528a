package id.capaian.planning.boundary;

import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.entity.SkpVersion.Gap;
import java.util.Arrays;
import java.util.List;

/** Says on a page what a plan lacks before it can be handed in. */
final class Gaps {

    private Gaps() {
    }

    /** The fields of a problem, those that name a gap in the reader's words; others as they are. */
    static List<FieldProblem> worded(ProblemException e, Pages pages) {
        return e.fields().stream().map(problem -> new FieldProblem(problem.field(), worded(problem.detail(), pages)))
                .toList();
    }

    private static String worded(String detail, Pages pages) {
        return Arrays.stream(Gap.values()).filter(gap -> gap.detail().equals(detail)).findFirst()
                .map(gap -> pages.text("planning.gap." + gap)).orElse(detail);
    }
}
