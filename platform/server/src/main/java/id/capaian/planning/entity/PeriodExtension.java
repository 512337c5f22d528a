package id.capaian.planning.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A period stays open for a unit and those below it until a day (domain.md 4). It lets everybody else close the period;
 * who gave it and why is in the audit.
 */
@Entity
@Table(name = "period_extension")
public class PeriodExtension {

    private static final int SHORTEST_REASON = 10;

    @Id
    @Column(name = "period_extension_id")
    private UUID id;
    @Column(name = "assessment_period_id", updatable = false)
    private UUID periodId;
    @Column(name = "org_unit_id", updatable = false)
    private UUID orgUnitId;
    @Column(name = "open_until")
    private LocalDate openUntil;
    private String reason;
    @Version
    private long version;

    protected PeriodExtension() {
    }

    /** An extension to be given; see {@link #give}. */
    public PeriodExtension(UUID id, UUID periodId, UUID orgUnitId) {
        this.id = id;
        this.periodId = periodId;
        this.orgUnitId = orgUnitId;
    }

    /**
     * Sets the last day and the reason.
     *
     * @param until  last day, inclusive; after the period's and not before today
     * @param why    at least ten characters
     * @param today  where the tenant is
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} before the period begins and once it is archived,
     *                          {@link Problem#INVALID_INPUT} for the day, {@link Problem#REASON_NEEDED}
     */
    public void give(AssessmentPeriod period, LocalDate until, String why, LocalDate today) {
        if (!period.status().takesEntries() && period.status() != PeriodStatus.CLOSED) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, period.status(), period.status());
        }
        if (!until.isAfter(period.endsOn()) || until.isBefore(today)) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("openUntil", "after the period's last day, and not before today")));
        }
        if (why == null || why.strip().length() < SHORTEST_REASON) {
            throw new ProblemException(Problem.REASON_NEEDED);
        }
        openUntil = until;
        reason = why.strip();
    }

    /** Refuses a change that was made against another version than the present one. */
    public void requireVersion(Long expected) {
        if (expected == null || version != expected) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
    }

    public UUID periodId() {
        return periodId;
    }

    public UUID orgUnitId() {
        return orgUnitId;
    }

    public LocalDate openUntil() {
        return openUntil;
    }

    public String reason() {
        return reason;
    }

    public long version() {
        return version;
    }
}
