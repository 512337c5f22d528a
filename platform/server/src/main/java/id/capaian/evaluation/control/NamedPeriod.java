package id.capaian.evaluation.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds a period by what an address says: its code, which people read, or its id, which machines keep. */
@ApplicationScoped
class NamedPeriod {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Periods periods;

    NamedPeriod() {
        this(null);
    }

    @Inject
    NamedPeriod(Periods periods) {
        this.periods = periods;
    }

    /**
     * The period.
     *
     * @param codeOrId null or empty for the period people work in now
     * @throws ProblemException NOT_FOUND
     */
    Period period(String codeOrId) {
        if (codeOrId == null || codeOrId.isBlank()) {
            return periods.current();
        }
        return ID.matcher(codeOrId).matches()
                ? periods.find(UUID.fromString(codeOrId)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND))
                : periods.byCode(codeOrId);
    }
}
