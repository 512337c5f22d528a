package id.capaian.planning.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** One value of an indicator. Append-only: a correction is a newer one, and ids order by time. */
@Entity
@Table(name = "indicator_value")
public class IndicatorValue {

    @Id
    @Column(name = "indicator_value_id")
    private UUID id;
    @Enumerated(EnumType.STRING)
    @Column(name = "subject_kind", updatable = false)
    private SubjectKind subjectKind;
    @Column(name = "subject_id", updatable = false)
    private UUID subjectId;
    @Column(name = "indicator_code", updatable = false)
    private String indicatorCode;
    @Column(name = "assessment_period_id", updatable = false)
    private UUID periodId;
    @Column(name = "value", updatable = false)
    private BigDecimal value;
    @Column(updatable = false)
    private String source;
    @Column(name = "taken_at", updatable = false)
    private Instant takenAt;
    @Column(name = "sample_size", updatable = false)
    private Integer sampleSize;
    @Column(updatable = false)
    private Integer population;
    @Column(updatable = false)
    private BigDecimal completeness;
    @Column(updatable = false)
    private BigDecimal timeliness;
    @Column(updatable = false)
    private BigDecimal accuracy;
    @Column(name = "progress_entry_id", updatable = false)
    private UUID progressEntryId;
    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    protected IndicatorValue() {
    }

    /** A value recorded now; {@code id} must be newer than those recorded before. */
    public IndicatorValue(UUID id, Subject subject, String indicatorCode, UUID periodId, Measurement measurement,
            UUID progressEntryId, Instant recordedAt) {
        this.id = id;
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.indicatorCode = indicatorCode;
        this.periodId = periodId;
        this.value = measurement.value();
        this.source = measurement.source();
        this.takenAt = measurement.takenAt();
        this.sampleSize = measurement.sampleSize();
        this.population = measurement.population();
        this.completeness = measurement.completeness();
        this.timeliness = measurement.timeliness();
        this.accuracy = measurement.accuracy();
        this.progressEntryId = progressEntryId;
        this.recordedAt = recordedAt;
    }

    /** Whom or what it is about. */
    public record Subject(SubjectKind kind, UUID id) {
    }

    /**
     * What was measured and how well.
     *
     * @param sampleSize   null when it is no sample
     * @param population   null when unknown
     * @param completeness 0..1 or null, like timeliness and accuracy
     */
    public record Measurement(BigDecimal value, String source, Instant takenAt, Integer sampleSize, Integer population,
            BigDecimal completeness, BigDecimal timeliness, BigDecimal accuracy) {
    }
}
