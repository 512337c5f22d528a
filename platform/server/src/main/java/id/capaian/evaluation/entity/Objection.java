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

/** Keberatan: the person's reasons, the rater's answer, the superior's decision (PP 30/2019 Art. 59). */
@Entity
@Table(name = "objection")
public class Objection {

    @Id
    @Column(name = "objection_id")
    private UUID id;

    @Column(name = "evaluation_id")
    private UUID evaluationId;

    private String reason;

    @Column(name = "filed_at")
    private Instant filedAt;

    private String explanation;

    @Column(name = "explained_at")
    private Instant explainedAt;

    @Enumerated(EnumType.STRING)
    private Decision.Kind decision;

    @Column(name = "decision_reason")
    private String decisionReason;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Version
    private long version;

    protected Objection() {
    }

    /** @throws ProblemException {@link Problem#REASON_NEEDED} */
    public Objection(UUID id, UUID evaluationId, String reason, Instant filedAt) {
        this.id = id;
        this.evaluationId = evaluationId;
        this.reason = Reasons.required("reason", reason);
        this.filedAt = filedAt;
    }

    void explain(String text, Instant now) {
        explanation = Reasons.required("explanation", text);
        explainedAt = now;
    }

    void decide(Decision decided, String by, Instant now) {
        decisionReason = Reasons.required("decisionReason", decided.reason());
        decision = decided.kind();
        decidedBy = by;
        decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID evaluationId() {
        return evaluationId;
    }

    public String reason() {
        return reason;
    }

    public Instant filedAt() {
        return filedAt;
    }

    /** Null while the rater has not answered, and for good when the rater let the term pass. */
    public String explanation() {
        return explanation;
    }

    public Instant explainedAt() {
        return explainedAt;
    }

    public Decision.Kind decision() {
        return decision;
    }

    public String decisionReason() {
        return decisionReason;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
