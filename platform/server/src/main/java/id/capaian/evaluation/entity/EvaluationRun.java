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
 * One computation of suggestions for a period. Pack, version, bytes (by hash), formula and parameters are frozen when
 * it starts: whoever computes it again years later gets the same.
 */
@Entity
@Table(name = "evaluation_run")
public class EvaluationRun {

    @Id
    @Column(name = "evaluation_run_id")
    private UUID id;

    @Column(name = "assessment_period_id")
    private UUID periodId;

    @Column(name = "org_unit_id")
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private RunStatus status;

    @Column(name = "status_reason")
    private String statusReason;

    @Column(name = "pack_id")
    private String packId;

    @Column(name = "pack_version")
    private String packVersion;

    @Column(name = "pack_sha256")
    private String packSha256;

    @Column(name = "formula_id")
    private String formulaId;

    private String parameters;

    @Column(name = "person_count")
    private int persons;

    @Column(name = "without_pack_count")
    private int withoutPack;

    @Column(name = "scored_count")
    private int scored;

    @Column(name = "not_scorable_count")
    private int notScorable;

    @Column(name = "fault_count")
    private int faults;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Version
    private long version;

    protected EvaluationRun() {
    }

    /**
     * A run about to start.
     *
     * @param unitId      the unit with everything below it; null for the whole government
     * @param persons     how many evaluations it covers; with none it is done at once
     * @param withoutPack how many more it was asked for and leaves out, as no pack is enabled for their units
     */
    public EvaluationRun(UUID id, UUID periodId, UUID unitId, Frozen frozen, int persons, int withoutPack,
            String startedBy, Instant now) {
        this.id = id;
        this.periodId = periodId;
        this.unitId = unitId;
        this.packId = frozen.packId();
        this.packVersion = frozen.packVersion();
        this.packSha256 = frozen.packSha256();
        this.formulaId = frozen.formulaId();
        this.parameters = frozen.parameters();
        this.persons = persons;
        this.withoutPack = withoutPack;
        this.startedBy = startedBy;
        this.startedAt = now;
        this.status = persons == 0 ? RunStatus.DONE : RunStatus.PENDING;
        this.finishedAt = persons == 0 ? now : null;
    }

    /**
     * What a run computes with.
     *
     * @param packSha256 hash of the pack's bytes, hex
     * @param parameters JSON object of texts: defaults of the pack with the tenant's values in their place
     */
    public record Frozen(String packId, String packVersion, String packSha256, String formulaId, String parameters) {
    }

    /** A chunk was written; the counts are those of all suggestions so far, so that a repeated chunk counts once. */
    public void progressed(int scoredSoFar, int notScorableSoFar, int faultsSoFar, boolean lastChunk, Instant now) {
        scored = scoredSoFar;
        notScorable = notScorableSoFar;
        faults = faultsSoFar;
        status = RunStatus.RUNNING;
        statusReason = null;
        if (lastChunk) {
            status = faults > 0 ? RunStatus.NEEDS_ATTENTION : RunStatus.DONE;
            finishedAt = now;
        }
    }

    /**
     * It cannot go on; a chunk that is tried again later takes it up again. Of a run that is over this says nothing:
     * the chunk that met the obstacle was written by another node meanwhile.
     */
    public void block(String reason) {
        if (isOver()) {
            return;
        }
        status = RunStatus.BLOCKED;
        statusReason = reason;
    }

    /**
     * It ends before everybody was looked at, as its pack is not enabled any more; nothing is tried again. Does nothing
     * to a run that is over.
     */
    public void end(String reason, Instant now) {
        if (isOver()) {
            return;
        }
        status = RunStatus.NEEDS_ATTENTION;
        statusReason = reason;
        finishedAt = now;
    }

    public Frozen frozen() {
        return new Frozen(packId, packVersion, packSha256, formulaId, parameters);
    }

    public boolean isOver() {
        return finishedAt != null;
    }

    public UUID id() {
        return id;
    }

    public UUID periodId() {
        return periodId;
    }

    /** Null for the whole government. */
    public UUID unitId() {
        return unitId;
    }

    public RunStatus status() {
        return status;
    }

    public String statusReason() {
        return statusReason;
    }

    public int persons() {
        return persons;
    }

    public int withoutPack() {
        return withoutPack;
    }

    public int scored() {
        return scored;
    }

    public int notScorable() {
        return notScorable;
    }

    public int faults() {
        return faults;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    public long version() {
        return version;
    }
}
