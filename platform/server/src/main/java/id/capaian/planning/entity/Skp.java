package id.capaian.planning.entity;

import id.capaian.kernel.problem.FieldProblem;
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
import java.util.List;
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
    @Column(name = "revision_rejected")
    private boolean revisionRejected;
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
        requireStatus(SkpStatus.SUBMITTED);
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
        revisionRejected = false;
        status = SkpStatus.REVISION_REQUESTED;
    }

    /** The rater agrees: a next version may be drafted. */
    public void acceptRevision() {
        requireStatus(SkpStatus.REVISION_REQUESTED);
        move(SkpStatus.DRAFT);
    }

    /**
     * The rater refuses the revision, with a reason of at least ten characters; the plan goes on as it is and shows
     * that a revision was refused, until one is asked for again.
     */
    public void refuseRevision(String why, LocalDate today) {
        requireStatus(SkpStatus.REVISION_REQUESTED);
        revisionNote = reason(why);
        revisionRejected = true;
        goOn(today);
    }

    /** The employee gives up a revision, asked for or being prepared; the plan goes on as it is. */
    public void cancelRevision(LocalDate today) {
        if (activeVersion == null || !status.isBeingPrepared() && status != SkpStatus.REVISION_REQUESTED) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, SkpStatus.ACTIVE);
        }
        revisionNote = null;
        goOn(today);
    }

    private void goOn(LocalDate today) {
        move(startsOn.isAfter(today) ? SkpStatus.APPROVED : SkpStatus.ACTIVE);
    }

    /**
     * Post changed, year ended, or the person left: the span ends on the given day. A version being prepared is never
     * agreed to.
     */
    public void close(LocalDate lastDay, LocalDate today) {
        activateIfDue(today);
        if (!wasInForce(today)) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, SkpStatus.CLOSED);
        }
        require(SkpStatus.CLOSED);
        if (lastDay.isBefore(startsOn) || lastDay.isAfter(endsOn)) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("lastDay", "from " + startsOn + " to " + endsOn)));
        }
        endsOn = lastDay;
        status = SkpStatus.CLOSED;
    }

    /**
     * The post ends, and the plan with it: its span ends no later, and it is closed once that day has passed. What was
     * never in force can still be agreed to for the days there were; what would only have begun later is dropped.
     */
    public void endWithPost(LocalDate lastDay, LocalDate today) {
        activateIfDue(today);
        if (startsOn.isAfter(lastDay) && !wasInForce(today)) {
            if (!status.isOver()) {
                move(SkpStatus.CANCELLED);
            }
            return;
        }
        LocalDate latest = lastDay.isBefore(startsOn) ? startsOn : lastDay;
        endsOn = latest.isBefore(endsOn) ? latest : endsOn;
        closeIfOver(today);
    }

    /** Closes a plan that was in force when its last day has passed; answers whether it did. */
    public boolean closeIfOver(LocalDate today) {
        activateIfDue(today);
        if (status.isOver() || !wasInForce(today) || !endsOn.isBefore(today)) {
            return false;
        }
        move(SkpStatus.CLOSED);
        return true;
    }

    /** Drops a plan that was never in force. */
    public void cancel(LocalDate today) {
        if (wasInForce(today)) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, SkpStatus.CANCELLED);
        }
        move(SkpStatus.CANCELLED);
    }

    private boolean wasInForce(LocalDate today) {
        return activeVersion != null && !startsOn.isAfter(today);
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

    /** Whether the last revision asked for was refused. */
    public boolean revisionRejected() {
        return revisionRejected;
    }

    public long version() {
        return version;
    }
}
