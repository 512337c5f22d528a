package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.BehaviourValue;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The evaluation of one plan in one period, from self-report to final. All moves go through {@link EvaluationStatus};
 * whoever asks is checked here too, so that no boundary can forget it.
 */
@Entity
@Table(name = "evaluation")
public class Evaluation {

    @Id
    @Column(name = "evaluation_id")
    private UUID id;

    @Column(name = "skp_id")
    private UUID planId;

    @Column(name = "assessment_period_id")
    private UUID periodId;

    @Column(name = "employee_id")
    private UUID employeeId;

    @Column(name = "org_unit_id")
    private UUID unitId;

    @Column(name = "rater_id")
    private UUID raterId;

    @Column(name = "rater_superior_id")
    private UUID raterSuperiorId;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

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

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "rated_at")
    private Instant ratedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "answer_due_at")
    private Instant answerDueAt;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Column(name = "final_at")
    private Instant finalAt;

    @Column(name = "reopen_order")
    private String reopenOrder;

    @ElementCollection
    @CollectionTable(name = "behavior_mark", joinColumns = @JoinColumn(name = "evaluation_id"))
    @MapKeyColumn(name = "value_no")
    private Map<Integer, BehaviorMark> marks = new HashMap<>();

    @Version
    private long version;

    protected Evaluation() {
    }

    /**
     * An evaluation of an open period.
     *
     * @param raterId         null while the assignment has no rater line; nobody can rate it until one is set
     * @param raterSuperiorId null when unknown; then an objection finds nobody to decide it until one is set
     * @throws ProblemException {@link Problem#SELF_RATING}
     */
    public Evaluation(UUID id, UUID planId, UUID periodId, UUID employeeId, UUID unitId, UUID raterId,
            UUID raterSuperiorId) {
        if (employeeId.equals(raterId)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
        this.id = id;
        this.planId = planId;
        this.periodId = periodId;
        this.employeeId = employeeId;
        this.unitId = unitId;
        this.raterId = raterId;
        this.raterSuperiorId = raterSuperiorId;
        this.status = EvaluationStatus.SELF_FILLING;
    }

    /** The person hands in the period's progress. */
    public void submit(UUID actor, Instant now) {
        requireOwn(actor);
        move(EvaluationStatus.SELF_SUBMITTED, Mover.EMPLOYEE);
        submittedAt = now;
    }

    /** The rater asks for more evidence and says which. */
    public void returnForEvidence(UUID actor, String note) {
        requireRater(actor);
        requireMove(EvaluationStatus.RETURNED_FOR_EVIDENCE, Mover.RATER);
        raterNote = Reasons.required("note", note);
        status = EvaluationStatus.RETURNED_FOR_EVIDENCE;
    }

    /**
     * The rater marks values of conduct; values not named keep their mark. Review begins once the person has submitted.
     */
    public void mark(UUID actor, Map<BehaviourValue, BehaviorMark> given) {
        requireRater(actor);
        if (!status.isBeforeRating()) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, EvaluationStatus.UNDER_REVIEW);
        }
        if (status == EvaluationStatus.SELF_SUBMITTED) {
            move(EvaluationStatus.UNDER_REVIEW, Mover.RATER);
        }
        given.forEach((value, mark) -> marks.put(value.ordinal() + 1, mark));
    }

    /**
     * The rater fixes both ratings; until delivery the rater may change them. The predicate follows from the matrix.
     *
     * @param proposal          what was suggested; departing from it needs a reason
     * @param organisationFixed whether the unit's predicate of the period is fixed
     */
    public void rate(UUID actor, Judgement judgement, Proposal proposal, boolean organisationFixed, Instant now) {
        requireRater(actor);
        if (status == EvaluationStatus.SELF_SUBMITTED) {
            move(EvaluationStatus.UNDER_REVIEW, Mover.RATER);
        }
        if (status != EvaluationStatus.RATED) {
            requireMove(EvaluationStatus.RATED, Mover.RATER);
        }
        if (!organisationFixed) {
            throw new ProblemException(Problem.ORGANISATION_PREDICATE_NOT_FIXED);
        }
        if (marks.size() < BehaviourValue.values().length) {
            throw new ProblemException(Problem.BEHAVIOUR_MARKS_MISSING);
        }
        judge(judgement, proposal);
        status = EvaluationStatus.RATED;
        ratedAt = now;
    }

    /** The rater or the unit's head takes it to calibration. */
    public void sendToCalibration(Mover mover, UUID actor) {
        requireMoverIs(mover, actor);
        move(EvaluationStatus.CALIBRATING, mover);
    }

    /**
     * The unit's head ends calibration, with other ratings or the same.
     *
     * @param reason why; needed when a rating changes
     */
    public void calibrate(UUID actor, Judgement judgement, Proposal proposal, String reason, Instant now) {
        requireMoverIs(Mover.UNIT_HEAD, actor);
        requireMove(EvaluationStatus.RATED, Mover.UNIT_HEAD);
        if (judgement.result() != resultRating || judgement.behaviour() != behaviourRating) {
            String why = Reasons.required("reason", reason);
            judge(new Judgement(judgement.result(), judgement.behaviour(), why, why, judgement.note()), proposal);
            ratedAt = now;
        }
        status = EvaluationStatus.RATED;
    }

    /** The rater, or out of calibration the unit's head, hands the result to the person, who has a term to answer. */
    public void deliver(Mover mover, UUID actor, AnswerTerm term, Instant now) {
        requireMoverIs(mover, actor);
        move(EvaluationStatus.DELIVERED, mover);
        deliveredAt = now;
        answerDueAt = term.endsAt(now);
    }

    /** The person accepts; nothing stands in the way of final then. */
    public void acknowledge(UUID actor, Instant now) {
        requireOwn(actor);
        requireInTerm(EvaluationStatus.ACKNOWLEDGED, now);
        move(EvaluationStatus.ACKNOWLEDGED, Mover.EMPLOYEE);
        acknowledgedAt = now;
        finish(now);
    }

    /**
     * The term ended without an answer.
     *
     * @return whether it did, so that the evaluation is final now
     */
    public boolean lapse(Instant now) {
        if (status != EvaluationStatus.DELIVERED || now.isBefore(answerDueAt)) {
            return false;
        }
        move(EvaluationStatus.LAPSED, Mover.CLOCK);
        finish(now);
        return true;
    }

    /** The person objects, before the term ends. */
    public Objection object(UUID actor, UUID objectionId, String reason, Instant now) {
        requireOwn(actor);
        requireInTerm(EvaluationStatus.OBJECTED, now);
        Objection objection = new Objection(objectionId, id, reason, now);
        move(EvaluationStatus.OBJECTED, Mover.EMPLOYEE);
        return objection;
    }

    /** The rater answers an objection. */
    public void explain(UUID actor, Objection objection, String text, Instant now) {
        requireRater(actor);
        requireMove(EvaluationStatus.EXPLAINED, Mover.RATER);
        objection.explain(text, now);
        status = EvaluationStatus.EXPLAINED;
    }

    /**
     * The rater let the term for answering pass: the superior decides without the answer.
     *
     * @return whether it did
     */
    public boolean stopWaitingForExplanation(Objection objection, AnswerTerm term, Instant now) {
        if (status != EvaluationStatus.OBJECTED || now.isBefore(term.endsAt(objection.filedAt()))) {
            return false;
        }
        move(EvaluationStatus.EXPLAINED, Mover.CLOCK);
        return true;
    }

    /**
     * The rater's superior decides; the decision is final.
     *
     * @param changed the superior's ratings, or null to uphold the rater's
     */
    public void decide(UUID actor, String subject, Objection objection, Judgement changed, String reason, Instant now) {
        if (!actor.equals(raterSuperiorId)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        requireMove(EvaluationStatus.DECIDED, Mover.RATER_SUPERIOR);
        objection.decide(changed == null ? Objection.Decision.UPHELD : Objection.Decision.CHANGED, reason, subject,
                now);
        if (changed != null) {
            judge(new Judgement(changed.result(), changed.behaviour(), reason, reason, raterNote), Proposal.NONE);
        }
        status = EvaluationStatus.DECIDED;
        finish(now);
    }

    /** The personnel agency reopens a final evaluation by a written order; the rater rates anew. */
    public void reopen(String order) {
        requireMove(EvaluationStatus.UNDER_REVIEW, Mover.REGION_HR_ADMIN);
        reopenOrder = Reasons.required("order", order);
        status = EvaluationStatus.UNDER_REVIEW;
        deliveredAt = null;
        answerDueAt = null;
        acknowledgedAt = null;
        finalAt = null;
    }

    private void finish(Instant now) {
        move(EvaluationStatus.FINAL, Mover.SYSTEM);
        finalAt = now;
    }

    private void judge(Judgement judgement, Proposal proposal) {
        requireReasons(judgement, proposal);
        resultRating = judgement.result();
        behaviourRating = judgement.behaviour();
        predicate = judgement.predicate();
        resultReason = Reasons.optional(judgement.resultReason());
        behaviourReason = Reasons.optional(judgement.behaviourReason());
        raterNote = Reasons.optional(judgement.note());
        if (proposal.suggestionId() != null) {
            suggestionId = proposal.suggestionId();
        }
    }

    private static void requireReasons(Judgement judgement, Proposal proposal) {
        List<FieldProblem> missing = new ArrayList<>();
        if (departs(proposal.result(), judgement.result()) && Reasons.isMissing(judgement.resultReason())) {
            missing.add(Reasons.missing("resultReason"));
        }
        if (departs(proposal.behaviour(), judgement.behaviour()) && Reasons.isMissing(judgement.behaviourReason())) {
            missing.add(Reasons.missing("behaviourReason"));
        }
        if (!missing.isEmpty()) {
            throw ProblemException.ofFields(Problem.REASON_NEEDED, missing);
        }
    }

    private static boolean departs(Rating suggested, Rating chosen) {
        return suggested != null && suggested != chosen;
    }

    private void requireInTerm(EvaluationStatus next, Instant now) {
        requireMove(next, Mover.EMPLOYEE);
        if (!now.isBefore(answerDueAt)) {
            throw new ProblemException(Problem.OBJECTION_TOO_LATE);
        }
    }

    private void requireOwn(UUID actor) {
        if (!employeeId.equals(actor)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }

    private void requireRater(UUID actor) {
        if (employeeId.equals(actor)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
        if (!actor.equals(raterId)) {
            throw new ProblemException(Problem.NOT_THE_RATER);
        }
    }

    private void requireMoverIs(Mover mover, UUID actor) {
        if (mover == Mover.RATER) {
            requireRater(actor);
        } else if (employeeId.equals(actor)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
    }

    private void move(EvaluationStatus next, Mover mover) {
        requireMove(next, mover);
        status = next;
    }

    private void requireMove(EvaluationStatus next, Mover mover) {
        if (!status.allows(next, mover)) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, next);
        }
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public UUID periodId() {
        return periodId;
    }

    public UUID employeeId() {
        return employeeId;
    }

    public UUID unitId() {
        return unitId;
    }

    /** Null while nobody is set to rate. */
    public UUID raterId() {
        return raterId;
    }

    public UUID raterSuperiorId() {
        return raterSuperiorId;
    }

    public EvaluationStatus status() {
        return status;
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

    /** The suggestion the ratings were given against; null when rated by hand or not yet. */
    public UUID suggestionId() {
        return suggestionId;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant ratedAt() {
        return ratedAt;
    }

    public Instant deliveredAt() {
        return deliveredAt;
    }

    /** The first instant at which an answer is too late; null before delivery. */
    public Instant answerDueAt() {
        return answerDueAt;
    }

    public Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public Instant finalAt() {
        return finalAt;
    }

    public String reopenOrder() {
        return reopenOrder;
    }

    /** Marks given so far, in the order the law prints the values. */
    public Map<BehaviourValue, BehaviorMark> marks() {
        Map<BehaviourValue, BehaviorMark> byValue = new EnumMap<>(BehaviourValue.class);
        marks.forEach((number, mark) -> byValue.put(BehaviourValue.values()[number - 1], mark));
        return byValue;
    }

    public long version() {
        return version;
    }
}
