package id.capaian.progress.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.ProgressView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person recorded for one indicator of the plan in one period. One entry each; every earlier text is in audit.
 */
@Entity
@Table(name = "progress_entry")
public class ProgressEntry {

    @Id
    @Column(name = "progress_entry_id")
    private UUID id;

    @Column(name = "skp_id")
    private UUID skpId;

    @Column(name = "assessment_period_id")
    private UUID periodId;

    @Column(name = "individual_indicator_id")
    private UUID individualIndicatorId;

    @Enumerated(EnumType.STRING)
    private ProgressStatus status;

    private BigDecimal value;

    private String note;

    @Column(name = "form_id")
    private String formId;

    @Column(name = "form_answers")
    private String formAnswers;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Version
    private long version;

    protected ProgressEntry() {
    }

    public ProgressEntry(UUID id, UUID skpId, UUID periodId, UUID individualIndicatorId) {
        this.id = id;
        this.skpId = skpId;
        this.periodId = periodId;
        this.individualIndicatorId = individualIndicatorId;
    }

    /**
     * Takes what the person recorded; a value the rater had accepted needs to be looked at again.
     */
    public void record(BigDecimal newValue, String newNote, Instant at) {
        value = newValue;
        note = newNote;
        savedAt = at;
        status = ProgressStatus.SAVED;
    }

    /**
     * Takes the answers to the pack's form in place of earlier ones; both null when it has none.
     *
     * @param newAnswers a JSON object in text; null for none
     */
    public void answer(String newFormId, String newAnswers) {
        formId = newFormId;
        formAnswers = newAnswers;
    }

    /** Refuses a change that was made against another version than the present one. */
    public void requireVersion(long expected) {
        if (version != expected) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
    }

    /** The rater lets the value count; an entry without a value has nothing to count. */
    void accept() {
        if (status != ProgressStatus.SAVED || value == null) {
            throw new ProblemException(Problem.MOVE_NOT_ALLOWED);
        }
        status = ProgressStatus.ACCEPTED;
    }

    /** The rater asks for something else. */
    void refuse() {
        if (status != ProgressStatus.SAVED) {
            throw new ProblemException(Problem.MOVE_NOT_ALLOWED);
        }
        status = ProgressStatus.REFUSED;
    }

    public ProgressView view(List<Evidence> evidence) {
        return new ProgressView(id, individualIndicatorId, status.name(), value, note, formId, formAnswers, savedAt,
                version,
                evidence.stream().map(Evidence::view).toList());
    }

    public UUID id() {
        return id;
    }

    public UUID skpId() {
        return skpId;
    }

    public UUID periodId() {
        return periodId;
    }

    public UUID individualIndicatorId() {
        return individualIndicatorId;
    }

    public BigDecimal value() {
        return value;
    }

    public Instant savedAt() {
        return savedAt;
    }
}
