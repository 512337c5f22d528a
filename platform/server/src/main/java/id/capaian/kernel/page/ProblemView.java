package id.capaian.kernel.page;

import id.capaian.kernel.problem.FieldProblem;
import java.util.List;

/**
 * A problem as a person meets it.
 *
 * @param title     what happened, in a few words
 * @param detail    what it means and what to do
 * @param href      where the reader can go from here; null where it is best to stay
 * @param label     text of that link, or what to do here
 * @param requestId what to quote when asking for help
 */
public record ProblemView(String title, String detail, List<FieldProblem> fields, String href, String label,
        String requestId) {
}
