package id.capaian.planning;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.PeriodReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The tenant's assessment periods. To be called inside a running use case. */
@ApplicationScoped
public class Periods {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PeriodReads reads;

    Periods() {
        this(null);
    }

    @Inject
    Periods(PeriodReads reads) {
        this.reads = reads;
    }

    /**
     * The period people work in now: an open one before one in grace before any other; of several the shortest, then
     * the latest. While none is open or in grace, that is the next to come of those planned, if any is.
     *
     * @throws ProblemException {@link Problem#PERIOD_NOT_OPEN} when the tenant has no period at all
     */
    public Period current() {
        return reads.current().orElseThrow(() -> new ProblemException(Problem.PERIOD_NOT_OPEN));
    }

    public Optional<Period> find(UUID periodId) {
        return reads.find(periodId);
    }

    /**
     * The period as it is now, and stays until the transaction ends: who moves it on waits, and then sees what was written
     * because of it.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}
     */
    public Period held(UUID periodId) {
        return reads.held(periodId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /**
     * The period with this code.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}
     */
    public Period byCode(String code) {
        return Optional.ofNullable(reads.byCode().get(code)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /**
     * The period an address or a request names: by its code, which people read, or its id, which machines keep.
     *
     * @param codeOrId null or empty for the period people work in now
     * @throws ProblemException {@link Problem#NOT_FOUND}; {@link Problem#PERIOD_NOT_OPEN} as {@link #current}
     */
    public Period named(String codeOrId) {
        if (codeOrId == null || codeOrId.isBlank()) {
            return current();
        }
        return ID.matcher(codeOrId).matches()
                ? find(UUID.fromString(codeOrId)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND))
                : byCode(codeOrId);
    }

    /**
     * The periods a unit may write in today, latest first: open, in grace, or closed and extended for it; one statement.
     * Around the turn of a quarter, and while a year is open beside it, there are several.
     */
    public List<Period> takingEntries(UUID orgUnitId) {
        return reads.takingEntries(orgUnitId);
    }

    /** All periods, latest first. */
    public List<Period> all() {
        return reads.all();
    }

    /**
     * Refuses unless the unit may write in the period: it is open or in grace, or extended today for the unit or one
     * above it.
     *
     * @throws ProblemException {@link Problem#PERIOD_NOT_OPEN}
     */
    public void requireOpen(UUID periodId, UUID orgUnitId) {
        require(isOpen(periodId, orgUnitId));
    }

    /** The same for a period that was read in this unit of work. */
    public void requireOpen(Period period, UUID orgUnitId) {
        require(reads.isOpen(period, orgUnitId));
    }

    private static void require(boolean open) {
        if (!open) {
            throw new ProblemException(Problem.PERIOD_NOT_OPEN);
        }
    }

    /** Whether the unit may write in the period; see {@link #requireOpen}. */
    public boolean isOpen(UUID periodId, UUID orgUnitId) {
        return reads.isOpen(periodId, orgUnitId);
    }
}
