package id.capaian.planning.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/** A span people are assessed for. Made by onboarding; the regional admin moves it through its life. */
@Entity
@Table(name = "assessment_period")
public class AssessmentPeriod {

    @Id
    @Column(name = "assessment_period_id")
    private UUID id;
    private String code;
    private String name;
    @Enumerated(EnumType.STRING)
    private PeriodKind kind;
    @Column(name = "starts_on")
    private LocalDate startsOn;
    @Column(name = "ends_on")
    private LocalDate endsOn;
    @Enumerated(EnumType.STRING)
    private PeriodStatus status;
    @Version
    private long version;

    protected AssessmentPeriod() {
    }

    /**
     * Moves the period on.
     *
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}
     */
    public void moveTo(PeriodStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, wanted);
        }
        status = wanted;
    }

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public PeriodKind kind() {
        return kind;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public PeriodStatus status() {
        return status;
    }

    public long version() {
        return version;
    }
}
