package id.capaian.planning.boundary;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;

/** The version a caller says to have read. */
final class Versions {

    private Versions() {
    }

    /**
     * Version in an {@code If-Match} header or a form's hidden field.
     *
     * @throws ProblemException {@link Problem#VERSION_NEEDED} when absent, {@link Problem#VERSION_STALE} when it is
     *                          none
     */
    static long of(String text) {
        if (text == null) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        try {
            return Long.parseLong(text.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
    }
}
