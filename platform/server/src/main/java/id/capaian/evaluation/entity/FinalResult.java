package id.capaian.evaluation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A result as it became final. Never changed, also not by the database's own rights: a correction after reopening is a
 * further row that names the order.
 */
@Entity
@Table(name = "final_result")
public class FinalResult {

    @Id
    @Column(name = "final_result_id")
    private UUID id;

    @Column(name = "evaluation_id")
    private UUID evaluationId;

    @Column(name = "result_no")
    private int number;

    @Column(name = "ended_by")
    @Enumerated(EnumType.STRING)
    private EvaluationStatus endedBy;

    @Column(name = "result_rating")
    @Enumerated(EnumType.STRING)
    private Rating resultRating;

    @Column(name = "behavior_rating")
    @Enumerated(EnumType.STRING)
    private Rating behaviourRating;

    @Enumerated(EnumType.STRING)
    private Predicate predicate;

    @Column(name = "result_reason")
    private String resultReason;

    @Column(name = "behavior_reason")
    private String behaviourReason;

    @Column(name = "rater_note")
    private String raterNote;

    @Column(name = "suggestion_id")
    private UUID suggestionId;

    private String marks;

    @Column(name = "organisation_predicate")
    @Enumerated(EnumType.STRING)
    private OrganisationAchievement organisation;

    @Column(name = "reopen_order")
    private String reopenOrder;

    @Column(name = "final_at")
    private Instant finalAt;

    @Version
    private long version;

    protected FinalResult() {
    }

    FinalResult(UUID id, int number, Evaluation evaluation, EvaluationStatus endedBy, String marks,
            OrganisationAchievement organisation, String reopenOrder) {
        this.id = id;
        this.evaluationId = evaluation.id();
        this.number = number;
        this.endedBy = endedBy;
        this.resultRating = evaluation.resultRating();
        this.behaviourRating = evaluation.behaviourRating();
        this.predicate = evaluation.predicate();
        this.resultReason = evaluation.resultReason();
        this.behaviourReason = evaluation.behaviourReason();
        this.raterNote = evaluation.raterNote();
        this.suggestionId = evaluation.suggestionId();
        this.marks = marks;
        this.organisation = organisation;
        this.reopenOrder = reopenOrder;
        this.finalAt = evaluation.finalAt();
    }

    public UUID id() {
        return id;
    }

    public UUID evaluationId() {
        return evaluationId;
    }

    /** 1 the first time, 2 after the first reopening, … */
    public int number() {
        return number;
    }

    /** ACKNOWLEDGED, LAPSED or DECIDED. */
    public EvaluationStatus endedBy() {
        return endedBy;
    }

    public Rating resultRating() {
        return resultRating;
    }

    public Rating behaviourRating() {
        return behaviourRating;
    }

    public Predicate predicate() {
        return predicate;
    }

    public String resultReason() {
        return resultReason;
    }

    public String behaviourReason() {
        return behaviourReason;
    }

    public String raterNote() {
        return raterNote;
    }

    public UUID suggestionId() {
        return suggestionId;
    }

    /** JSON of the seven marks with their notes. */
    public String marks() {
        return marks;
    }

    public OrganisationAchievement organisation() {
        return organisation;
    }

    /** Number of the order under which it corrects the row before; null for the first. */
    public String reopenOrder() {
        return reopenOrder;
    }

    public Instant finalAt() {
        return finalAt;
    }
}
