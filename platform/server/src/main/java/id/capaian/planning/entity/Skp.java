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

/**
 * An employee performance plan (SKP) of one assignment and span. It says where the plan stands and which version of the
 * content is in force; the content itself is in {@link SkpVersion}s, which never change once approved. While a revision
 * is prepared the version in force stays in force.
 */
@Entity
@Table(name = "skp")
public class Skp {

    private static final int SHORTEST_REASON = 10;

    @Id
    @Column(name = "skp_id")
    private UUID id;
    @Column(name = "assignment_id")
    private UUID assignmentId;
    @Column(name = "starts_on")
    private LocalDate startsOn;
    @Column(name = "ends_on")
    private LocalDate endsOn;
    @Enumerated(EnumType.STRING)
    private SkpStatus status;
    @Column(name = "active_version")
    private Integer activeVersion;
    @Column(name = "revision_note")
    private String revisionNote;
    @Version
    private long version;

    protected Skp() {
    }

    /** A draft for the span, both days included. */
    public Skp(UUID id, UUID assignmentId, LocalDate startsOn, LocalDate endsOn) {
        if (endsOn.isBefore(startsOn)) {
            throw new IllegalArgumentException("a plan cannot end before it starts");
        }
        this.id = id;
        this.assignmentId = assignmentId;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.status = SkpStatus.DRAFT;
    }

    /**
     * The employee signs: content frozen, the rater's turn.
     *
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}, {@link Problem#INVALID_INPUT} when content is
     *                          incomplete
     */
    public void submit(SkpVersion content) {
        require(SkpStatus.SUBMITTED);
        content.requireComplete();
        status = SkpStatus.SUBMITTED;
    }

    /** The employee takes a submitted plan back. */
    public void withdraw() {
        requireStatus(SkpStatus.SUBMITTED);
        move(SkpStatus.DRAFT);
    }

    /** The rater sends it back; the note says what to change. */
    public void returnWith(String note) {
        require(SkpStatus.RETURNED);
        revisionNote = reason(note);
        status = SkpStatus.RETURNED;
    }

    /** The employee takes up a returned plan. */
    public void rework() {
        requireStatus(SkpStatus.RETURNED);
        move(SkpStatus.DRAFT);
    }

    /**
     * The rater signs; the version comes into force at once when the first day is reached.
     *
     * @param versionNo the submitted version
     * @param today     the tenant's date
     */
    public void approve(int versionNo, LocalDate today) {
        move(SkpStatus.APPROVED);
        activeVersion = versionNo;
        activateIfDue(today);
    }

    /** Comes into force when approved and the first day is reached; answers whether it did. */
    public boolean activateIfDue(LocalDate today) {
        if (status != SkpStatus.APPROVED || startsOn.isAfter(today)) {
            return false;
        }
        move(SkpStatus.ACTIVE);
        return true;
    }

    /** A plan both sides signed outside the system is taken over as it is, with the reason. */
    public void takeOverSigned(SkpVersion content, LocalDate today, String why) {
        submit(content);
        approve(content.versionNo(), today);
        revisionNote = why;
    }

    /** The employee asks to change an approved plan, with a reason of at least ten characters. */
    public void requestRevision(String why) {
        require(SkpStatus.REVISION_REQUESTED);
        revisionNote = reason(why);
        status = SkpStatus.REVISION_REQUESTED;
    }

    /** The rater agrees: a next version may be drafted. */
    public void acceptRevision() {
        requireStatus(SkpStatus.REVISION_REQUESTED);
        move(SkpStatus.DRAFT);
    }

    /** The rater refuses the revision, with a reason of at least ten characters; the plan goes on as it is. */
    public void refuseRevision(String why) {
        requireStatus(SkpStatus.REVISION_REQUESTED);
        revisionNote = reason(why);
        move(SkpStatus.ACTIVE);
    }

    /** Post changed, year ended, or the person left: the span ends on the given day. */
    public void close(LocalDate lastDay) {
        require(SkpStatus.CLOSED);
        if (lastDay.isBefore(startsOn) || lastDay.isAfter(endsOn)) {
            throw new ProblemException(Problem.INVALID_INPUT);
        }
        endsOn = lastDay;
        status = SkpStatus.CLOSED;
    }

    /** Drops a plan that was never in force. */
    public void cancel() {
        if (activeVersion != null) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, SkpStatus.CANCELLED);
        }
        move(SkpStatus.CANCELLED);
    }

    /** Refuses unless it stands there. */
    public void requireStatus(SkpStatus expected) {
        if (status != expected) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, expected);
        }
    }

    /** Refuses unless a version is being prepared: agreed content is never edited. */
    public void requireBeingPrepared() {
        if (!status.isBeingPrepared()) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, SkpStatus.DRAFT);
        }
    }

    private void require(SkpStatus wanted) {
        if (!status.next().contains(wanted)) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, wanted);
        }
    }

    private void move(SkpStatus wanted) {
        require(wanted);
        status = wanted;
    }

    private static String reason(String text) {
        if (text == null || text.strip().length() < SHORTEST_REASON) {
            throw new ProblemException(Problem.REASON_NEEDED);
        }
        return text.strip();
    }

    public UUID id() {
        return id;
    }

    public UUID assignmentId() {
        return assignmentId;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public SkpStatus status() {
        return status;
    }

    /** Version of the content in force, null when none ever was. */
    public Integer activeVersion() {
        return activeVersion;
    }

    /** Reason of the last return, revision or take-over; null when there was none. */
    public String revisionNote() {
        return revisionNote;
    }

    public long version() {
        return version;
    }
}
