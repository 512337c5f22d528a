package id.capaian.planning;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.PeriodReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tenant's assessment periods. To be called inside a running use case. */
@ApplicationScoped
public class Periods {

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
     * the latest.
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
     * The period with this code.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}
     */
    public Period byCode(String code) {
        return Optional.ofNullable(reads.byCode().get(code)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
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
