package id.capaian.kernel.problem;

import java.util.List;

/**
 * A problem as a program meets it (RFC 9457).
 *
 * @param type      {@code /problems/<slug>}
 * @param instance  path of the request
 * @param requestId what to quote when asking for help
 * @param errors    which fields it is about; absent when none
 */
public record ProblemBody(String type, String title, int status, String detail, String instance, String requestId,
        List<FieldProblem> errors) {
}
