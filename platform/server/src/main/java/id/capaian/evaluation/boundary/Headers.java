package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.Change;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;

/** Versions and keys as HTTP carries them. */
final class Headers {

    private static final String KEY = "Idempotency-Key";

    private Headers() {
    }

    /**
     * What the caller saw, and the key of the act.
     *
     * @throws ProblemException VERSION_NEEDED without {@code If-Match}, VERSION_STALE when it is no version of ours
     */
    static Change change(HttpHeaders headers) {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        return new Change(version(ifMatch), key(headers));
    }

    static String key(HttpHeaders headers) {
        return headers.getHeaderString(KEY);
    }

    static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    private static long version(String ifMatch) {
        try {
            return Long.parseLong(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
    }
}
