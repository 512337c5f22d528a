package id.capaian.kernel.page;

import id.capaian.kernel.problem.FieldProblem;
import java.util.List;

/**
 * What is wrong with a form that is shown again, by field.
 *
 * @param all in the order of the form; empty for a form shown for the first time
 */
public record FieldErrors(List<FieldProblem> all) {

    public static final FieldErrors NONE = new FieldErrors(List.of());

    public FieldErrors {
        all = List.copyOf(all);
    }

    /** Message for that field, or null when it is fine. */
    public String of(String field) {
        return all.stream().filter(problem -> problem.field().equals(field)).map(FieldProblem::detail)
                .findFirst().orElse(null);
    }

    /** What a field is described by: ids of its message and its hint, the message first; null when it has neither. */
    public static String described(String id, String hint, String error) {
        if (error == null) {
            return hint == null ? null : "h-" + id;
        }
        return hint == null ? "e-" + id : "e-" + id + " h-" + id;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
