package id.capaian.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A person in a post of a unit, for a span. A transfer ends one and begins another; who, what and where never change. */
@Entity
@Table(name = "assignment")
public class Assignment {

    @Id
    @Column(name = "assignment_id")
    private UUID id;
    @Column(name = "employee_id")
    private UUID employeeId;
    @Column(name = "position_id")
    private UUID positionId;
    @Column(name = "org_unit_id")
    private UUID orgUnitId;
    @Enumerated(EnumType.STRING)
    private AssignmentKind kind;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;
    @Version
    private long version;

    protected Assignment() {
    }

    /** An assignment; {@code validTo} null when open. */
    public Assignment(UUID id, UUID employeeId, UUID positionId, UUID orgUnitId, AssignmentKind kind, LocalDate validFrom,
            LocalDate validTo) {
        this.id = id;
        this.employeeId = employeeId;
        this.positionId = positionId;
        this.orgUnitId = orgUnitId;
        this.kind = kind;
        this.validFrom = validFrom;
        endOn(validTo);
    }

    /**
     * Sets the last day, null to leave it open.
     *
     * @return whether it differed
     * @throws IllegalArgumentException when that lies before the first day
     */
    public final boolean endOn(LocalDate lastDay) {
        if (lastDay != null && lastDay.isBefore(validFrom)) {
            throw new IllegalArgumentException("an assignment cannot end before it starts");
        }
        boolean changed = !Objects.equals(validTo, lastDay);
        validTo = lastDay;
        return changed;
    }

    /** Whether it runs on a day. */
    public boolean covers(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    public UUID id() {
        return id;
    }

    public UUID employeeId() {
        return employeeId;
    }

    public UUID positionId() {
        return positionId;
    }

    public UUID orgUnitId() {
        return orgUnitId;
    }

    public AssignmentKind kind() {
        return kind;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }
}
