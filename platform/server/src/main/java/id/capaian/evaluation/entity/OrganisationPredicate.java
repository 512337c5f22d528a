package id.capaian.evaluation.entity;

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
import java.util.UUID;

/** What a unit achieved in a period, as its leadership decided with a reason. */
@Entity
@Table(name = "organisation_predicate")
public class OrganisationPredicate {

    @Id
    @Column(name = "organisation_predicate_id")
    private UUID id;

    @Column(name = "assessment_period_id")
    private UUID periodId;

    @Column(name = "org_unit_id")
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private OrganisationStatus status;

    @Column(name = "predicate")
    @Enumerated(EnumType.STRING)
    private OrganisationAchievement achievement;

    private String reason;

    @Column(name = "fixed_by")
    private String fixedBy;

    @Column(name = "fixed_at")
    private Instant fixedAt;

    @Column(name = "distribution_reason")
    private String distributionReason;

    @Column(name = "distribution_reason_by")
    private String distributionReasonBy;

    @Column(name = "distribution_reason_at")
    private Instant distributionReasonAt;

    @Version
    private long version;

    protected OrganisationPredicate() {
    }

    /** A predicate nobody has said anything about yet. */
    public OrganisationPredicate(UUID id, UUID periodId, UUID unitId) {
        this.id = id;
        this.periodId = periodId;
        this.unitId = unitId;
        this.status = OrganisationStatus.DRAFT;
    }

    /**
     * Somebody who may advise proposes it.
     *
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} once it is fixed, {@link Problem#REASON_NEEDED}
     */
    public void recommend(OrganisationAchievement proposed, String why) {
        become(OrganisationStatus.RECOMMENDED, proposed, why);
    }

    /**
     * Leadership decides it; deciding again corrects it until it is locked, and what was said about the pattern of the
     * one before is said about it no more.
     *
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} once it is locked, {@link Problem#REASON_NEEDED}
     */
    public void fix(OrganisationAchievement decided, String why, String by, Instant now) {
        boolean corrects = achievement != decided;
        become(OrganisationStatus.FIXED, decided, why);
        if (corrects) {
            distributionReason = null;
            distributionReasonBy = null;
            distributionReasonAt = null;
        }
        fixedBy = by;
        fixedAt = now;
    }

    /**
     * Somebody who rates in the unit, or heads it, says why its predicates depart from the pattern.
     *
     * @throws ProblemException {@link Problem#ORGANISATION_PREDICATE_NOT_FIXED}, {@link Problem#REASON_NEEDED}
     */
    public void justifyDistribution(String why, String by, Instant now) {
        if (!isFixed()) {
            throw new ProblemException(Problem.ORGANISATION_PREDICATE_NOT_FIXED);
        }
        distributionReason = Reasons.required("reason", why);
        distributionReasonBy = by;
        distributionReasonAt = now;
    }

    /** Whether persons of the unit may be rated. */
    public boolean isFixed() {
        return status == OrganisationStatus.FIXED || status == OrganisationStatus.LOCKED;
    }

    private void become(OrganisationStatus next, OrganisationAchievement said, String why) {
        if (!status.allows(next)) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, next);
        }
        reason = Reasons.required("reason", why);
        achievement = said;
        status = next;
    }

    public UUID id() {
        return id;
    }

    public UUID periodId() {
        return periodId;
    }

    public UUID unitId() {
        return unitId;
    }

    public OrganisationStatus status() {
        return status;
    }

    public OrganisationAchievement achievement() {
        return achievement;
    }

    public String reason() {
        return reason;
    }

    /** Why the unit's predicates depart from the pattern; null when nobody had to say. */
    public String distributionReason() {
        return distributionReason;
    }

    public Instant distributionReasonAt() {
        return distributionReasonAt;
    }

    public String fixedBy() {
        return fixedBy;
    }

    public Instant fixedAt() {
        return fixedAt;
    }

    public long version() {
        return version;
    }
}
