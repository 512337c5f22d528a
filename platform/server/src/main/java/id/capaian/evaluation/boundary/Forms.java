package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.Change;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Hidden fields of our forms. */
final class Forms {

    private Forms() {
    }

    static Change change(MultivaluedMap<String, String> form) {
        try {
            return new Change(Long.parseLong(form.getFirst("version")), key(form));
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
    }

    static String key(MultivaluedMap<String, String> form) {
        return form.getFirst("key");
    }

    /** A field, null when it is missing or empty. */
    static String text(MultivaluedMap<String, String> form, String name) {
        String text = form.getFirst(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** Does it; what is wrong is told under the names that the fields of a page have, where the rules know others. */
    static <T> T named(Map<String, String> names, Supplier<T> act) {
        try {
            return act.get();
        } catch (ProblemException problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            throw ProblemException.ofFields(problem.problem(), problem.fields().stream().map(field ->
                    new FieldProblem(names.getOrDefault(field.field(), field.field()), field.detail())).toList());
        }
    }

    /** A hidden id, null when it is missing. */
    static UUID id(MultivaluedMap<String, String> form, String name) {
        String text = text(form, name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.BAD_REQUEST);
        }
    }
}
