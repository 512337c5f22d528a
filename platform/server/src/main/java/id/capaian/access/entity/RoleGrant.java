package id.capaian.access.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A role somebody holds from a day on. The database keeps the trail of every grant and revocation. */
@Entity
@Table(name = "role_grant")
public class RoleGrant {

    @Id
    @Column(name = "role_grant_id")
    private UUID id;
    @Enumerated(EnumType.STRING)
    private GrantedRole role;
    private String subject;
    @Column(name = "employee_id")
    private UUID employeeId;
    @Column(name = "org_unit_id")
    private UUID orgUnitId;
    @Column(name = "granted_by")
    private String grantedBy;
    @Column(name = "granted_at")
    private Instant grantedAt;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;
    @Version
    private long version;

    protected RoleGrant() {
    }

    private RoleGrant(UUID id, GrantedRole role, UUID employeeId, UUID orgUnitId, LocalDate from) {
        this.id = id;
        this.role = role;
        this.employeeId = employeeId;
        this.orgUnitId = orgUnitId;
        this.validFrom = from;
    }

    /**
     * Grants a role to an employee.
     *
     * @param orgUnitId the unit the role is held for; null for roles of the whole region
     * @throws ProblemException {@link Problem#INVALID_INPUT} when the role needs a unit and has none, or the reverse
     */
    public static RoleGrant to(UUID employeeId, GrantedRole role, UUID orgUnitId, LocalDate from, UUID id) {
        if (role.isOfUnit() != (orgUnitId != null)) {
            throw new ProblemException(Problem.INVALID_INPUT);
        }
        return new RoleGrant(id, role, employeeId, orgUnitId, from);
    }

    /** Notes who granted it, and when. */
    public RoleGrant by(String granter, Instant at) {
        this.grantedBy = granter;
        this.grantedAt = at;
        return this;
    }

    /** Ends the role yesterday. What began today or later has no last day: it is to be removed. */
    public void endBefore(LocalDate today) {
        if (!beganBefore(today)) {
            throw new IllegalStateException("A role that has not begun has no last day");
        }
        this.validTo = today.minusDays(1);
    }

    public boolean beganBefore(LocalDate today) {
        return validFrom.isBefore(today);
    }

    /** Whether the role is held on that day or will be. */
    public boolean isOpenOn(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }

    /** Whether both were granted to the same account or employee. */
    public boolean isHeldBySame(RoleGrant other) {
        return Objects.equals(subject, other.subject) && Objects.equals(employeeId, other.employeeId);
    }

    public UUID id() {
        return id;
    }

    public GrantedRole role() {
        return role;
    }

    /** Account it was granted to; null when it was granted to an employee. */
    public String subject() {
        return subject;
    }

    /** Employee it was granted to; null when it was granted to an account without one. */
    public UUID employeeId() {
        return employeeId;
    }

    public UUID orgUnitId() {
        return orgUnitId;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }

    public long version() {
        return version;
    }
}
