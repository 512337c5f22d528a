package id.capaian.progress.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.JudgementView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** One decision of a rater about an entry. Append-only: the person and whoever looks later can read them all. */
@Entity
@Table(name = "progress_judgement")
public class Judgement {

    private static final int SHORTEST_REASON = 10;

    @Id
    @Column(name = "progress_judgement_id")
    private UUID id;

    @Column(name = "progress_entry_id", updatable = false)
    private UUID progressEntryId;

    @Column(updatable = false)
    private boolean accepted;

    @Column(updatable = false)
    private String reason;

    @Column(name = "value", updatable = false)
    private BigDecimal value;

    @Column(name = "judged_by", updatable = false)
    private UUID judgedBy;

    @Column(name = "judged_at", updatable = false)
    private Instant judgedAt;

    protected Judgement() {
    }

    private Judgement(UUID id, ProgressEntry entry, String reason, UUID judgedBy, Instant judgedAt) {
        this.id = id;
        this.progressEntryId = entry.id();
        this.accepted = reason == null;
        this.reason = reason;
        this.value = entry.value();
        this.judgedBy = judgedBy;
        this.judgedAt = judgedAt;
    }

    /**
     * The entry counts from now on.
     *
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} when it was judged already or has no value
     */
    public static Judgement accepting(UUID id, ProgressEntry entry, UUID by, Instant at) {
        entry.accept();
        return new Judgement(id, entry, null, by, at);
    }

    /**
     * The rater asks for something else and says what.
     *
     * @param reason at least ten characters
     * @throws ProblemException {@link Problem#REASON_NEEDED}, {@link Problem#MOVE_NOT_ALLOWED} when it was judged
     *                          already
     */
    public static Judgement refusing(UUID id, ProgressEntry entry, String reason, UUID by, Instant at) {
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw new ProblemException(Problem.REASON_NEEDED);
        }
        entry.refuse();
        return new Judgement(id, entry, reason.strip(), by, at);
    }

    public JudgementView view() {
        return new JudgementView(accepted, reason, value, judgedBy, judgedAt);
    }

    public UUID progressEntryId() {
        return progressEntryId;
    }
}
