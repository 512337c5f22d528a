package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.Change;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;

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
