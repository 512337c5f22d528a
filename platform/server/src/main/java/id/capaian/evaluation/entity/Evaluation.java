package id.capaian.evaluation.entity;

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
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private Parties parties;

    @Column(name = "parties_order")
    private String partiesOrder;

    @Column(name = "org_unit_id")
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    private EvaluationStatus status;

    private Verdict verdict;

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

    @Column(name = "without_submission")
    private boolean withoutSubmission;

    @Enumerated(EnumType.STRING)
    @Column(name = "excluded_from")
    private EvaluationStatus excludedFrom;

    @Column(name = "exclusion_reason")
    private String exclusionReason;

    @ElementCollection
    @CollectionTable(name = "behavior_mark", joinColumns = @JoinColumn(name = "evaluation_id"))
    @MapKeyColumn(name = "value_no")
    private Map<Integer, BehaviorMark> marks = new HashMap<>();

    @Version
    private long version;

    /** How it became final in this unit of work; what is kept of it is a {@link FinalResult}. */
    @Transient
    private EvaluationStatus endedBy;

    protected Evaluation() {
    }

    /**
     * An evaluation of an open period.
     *
     * @param unitId the unit it counts in
     */
    public Evaluation(UUID id, UUID planId, UUID periodId, UUID unitId, Parties parties) {
        this.id = id;
        this.planId = planId;
        this.periodId = periodId;
        this.unitId = unitId;
        this.parties = parties;
        this.status = EvaluationStatus.SELF_FILLING;
    }

    /** The person hands in the period's progress. */
    public void submit(UUID actor, Instant now) {
        parties.requireEmployee(actor);
        move(EvaluationStatus.SELF_SUBMITTED, Mover.EMPLOYEE);
        submittedAt = now;
    }

    /** The person takes back what was handed in, while the rater has not begun; what is recorded can change again. */
    public void withdrawSubmission(UUID actor) {
        parties.requireEmployee(actor);
        move(EvaluationStatus.SELF_FILLING, Mover.EMPLOYEE);
        submittedAt = null;
    }

    /**
     * The rater begins although the person handed nothing in, or not again after it was returned. What is recorded is
     * what there is; no rating follows from the omission.
     *
     * @param periodOver whether the period is over for the person's unit; before, the person has the time that is left
     */
    public void beginWithoutSubmission(UUID actor, boolean periodOver) {
        parties.requireRater(actor);
        if (status == EvaluationStatus.SELF_SUBMITTED || !periodOver) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, EvaluationStatus.UNDER_REVIEW);
        }
        move(EvaluationStatus.UNDER_REVIEW, Mover.RATER);
        withoutSubmission = true;
        verdict().note(null);
    }

    /**
     * The personnel agency takes it out of the period: there is nothing to evaluate, or nobody any more.
     *
     * @throws ProblemException {@link Problem#REASON_NEEDED}; {@link Problem#MOVE_NOT_ALLOWED} once the person was told
     *         a result, now or before it was reopened
     */
    public void exclude(String reason) {
        requireMove(EvaluationStatus.EXCLUDED, Mover.REGION_HR_ADMIN);
        if (isReopened()) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, EvaluationStatus.EXCLUDED);
        }
        exclusionReason = Reasons.required("exclusion", reason);
        excludedFrom = status;
        status = EvaluationStatus.EXCLUDED;
    }

    /** The personnel agency takes it back in; it goes on where it stood. */
    public void reinstate() {
        if (status != EvaluationStatus.EXCLUDED) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, EvaluationStatus.SELF_FILLING);
        }
        move(excludedFrom, Mover.REGION_HR_ADMIN);
        excludedFrom = null;
        exclusionReason = null;
    }

    /** The rater asks for more evidence and says which. */
    public void returnForEvidence(UUID actor, String note) {
        parties.requireRater(actor);
        requireMove(EvaluationStatus.RETURNED_FOR_EVIDENCE, Mover.RATER);
        verdict().note(Reasons.required("note", note));
        status = EvaluationStatus.RETURNED_FOR_EVIDENCE;
    }

    /**
     * The rater marks values of conduct; values not named keep their mark. Marking is no review yet: more evidence may
     * still be asked for, until both ratings are fixed.
     */
    public void mark(UUID actor, Map<BehaviourValue, BehaviorMark> given) {
        parties.requireRater(actor);
        if (!status.isBeforeRating()) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, EvaluationStatus.UNDER_REVIEW);
        }
        given.forEach((value, mark) -> marks.put(value.ordinal() + 1, mark));
    }

    /**
     * The rater reviews and fixes both ratings; until delivery the rater may change them, unless a head fixed one in
     * calibration and what the unit achieved lets it be told. The predicate follows from the matrix.
     *
     * @param proposal          what was suggested; departing from it needs a reason
     * @param organisationFixed whether the unit's predicate of the period is fixed
     */
    public void rate(UUID actor, Judgement judgement, Proposal proposal, boolean organisationFixed, Instant now) {
        parties.requireRater(actor);
        if (isFixedByHead() && !proposal.forbids(resultRating())) {
            throw new ProblemException(Problem.RATING_CALIBRATED);
        }
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
        verdict().rate(actor, judgement, proposal);
        status = EvaluationStatus.RATED;
        ratedAt = now;
    }

    /** @throws ProblemException {@link Problem#NOT_THE_RATER}, {@link Problem#SELF_RATING} */
    public void requireRater(UUID actor) {
        parties.requireRater(actor);
    }

    /** The rater or the unit's head takes it to calibration. */
    public void sendToCalibration(Mover mover, UUID actor) {
        parties.requireMover(mover, actor);
        move(EvaluationStatus.CALIBRATING, mover);
    }

    /**
     * A figure about the rater asks for calibration. Ratings that calibration has looked at already stay as they are.
     *
     * @return whether it moved
     */
    public boolean calibrateBySystem() {
        if (status != EvaluationStatus.RATED || said().isCalibrated()) {
            return false;
        }
        move(EvaluationStatus.CALIBRATING, Mover.SYSTEM);
        return true;
    }

    /**
     * What the unit achieved was corrected before anybody in it was told: who leads it is rated anew when the rating of
     * results is another than that achievement (domain.md 3.3).
     *
     * @return whether it is
     */
    public boolean rateAnewAfter(OrganisationAchievement corrected) {
        boolean untold = status == EvaluationStatus.RATED || status == EvaluationStatus.CALIBRATING;
        if (!untold || resultRating() == corrected.ratingOfItsHead()) {
            return false;
        }
        move(EvaluationStatus.UNDER_REVIEW, Mover.SYSTEM);
        ratedAt = null;
        return true;
    }

    /**
     * The unit's head, or one above who did not give the ratings, ends calibration, with other ratings or the same.
     *
     * @param reason why; needed when a rating changes
     */
    public void calibrate(UUID actor, Rating result, Rating behaviour, Proposal proposal, String reason, Instant now) {
        parties.requireCalibrator(actor, said().raters());
        requireMove(EvaluationStatus.RATED, Mover.UNIT_HEAD);
        if (verdict().calibrate(actor, result, behaviour, proposal, reason)) {
            ratedAt = now;
        }
        status = EvaluationStatus.RATED;
    }

    /**
     * The rater, or out of calibration the unit's head, hands the result to the person, who has a term to answer.
     *
     * @param proposal what binds the rating of results of who leads the organisation
     */
    public void deliver(Mover mover, UUID actor, Proposal proposal, AnswerTerm term, Instant now) {
        parties.requireMover(mover, actor);
        requireMove(EvaluationStatus.DELIVERED, mover);
        if (proposal.forbids(resultRating())) {
            throw new HeadRatingOutdated(id);
        }
        status = EvaluationStatus.DELIVERED;
        deliveredAt = now;
        answerDueAt = term.endsAt(now);
    }

    /** The person accepts; nothing stands in the way of final then. */
    public void acknowledge(UUID actor, Instant now) {
        parties.requireEmployee(actor);
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
        parties.requireEmployee(actor);
        requireInTerm(EvaluationStatus.OBJECTED, now);
        Objection objection = new Objection(objectionId, id, reason, now);
        move(EvaluationStatus.OBJECTED, Mover.EMPLOYEE);
        return objection;
    }

    /** The rater answers an objection. */
    public void explain(UUID actor, Objection objection, String text, Instant now) {
        parties.requireRater(actor);
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
     * @param subject  account of the superior, for the record
     * @param decision what was decided, with other ratings when they change
     * @param proposal what binds the rating of results of who leads the organisation
     */
    public void decide(UUID actor, String subject, Objection objection, Decision decision, Proposal proposal,
            Instant now) {
        parties.requireSuperior(actor);
        requireMove(EvaluationStatus.DECIDED, Mover.RATER_SUPERIOR);
        decision.requireChangeOf(resultRating(), behaviourRating());
        proposal.requireBound(decision.kind() == Decision.Kind.CHANGED ? decision.result() : resultRating());
        objection.decide(decision, subject, now);
        if (decision.kind() == Decision.Kind.CHANGED) {
            verdict().change(new Fixer(Mover.RATER_SUPERIOR, actor), decision.result(), decision.behaviour(), proposal,
                    decision.reason());
        }
        status = EvaluationStatus.DECIDED;
        finish(now);
    }

    /** The personnel agency reopens a final evaluation by a written order; the rater rates anew. */
    public void reopen(String order) {
        requireMove(EvaluationStatus.UNDER_REVIEW, Mover.REGION_HR_ADMIN);
        reopenOrder = Reasons.required("order", order);
        status = EvaluationStatus.UNDER_REVIEW;
        ratedAt = null;
        deliveredAt = null;
        answerDueAt = null;
        acknowledgedAt = null;
        finalAt = null;
    }

    /**
     * Takes who rates and who decides from the master data. Who has rated stays the rater, whom the agency named by a
     * letter stays, and of a final evaluation everybody stays.
     *
     * @param raterNow    null when nobody is named
     * @param superiorNow null when nobody is named
     */
    public void follow(UUID raterNow, UUID superiorNow) {
        if (partiesOrder == null && status != EvaluationStatus.FINAL) {
            parties = parties.following(status.isRated() ? parties.raterId() : raterNow, superiorNow);
        }
    }

    /**
     * The personnel agency names another rater, another superior, or both: somebody left, moved or is prevented.
     *
     * @param rater    null when the rater stays
     * @param superior null when the superior stays
     * @param order    number of the letter, or why
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} once it is final or taken out of the period,
     *         {@link Problem#REASON_NEEDED}, {@link Problem#SELF_RATING}, {@link Problem#INVALID_INPUT} when one person
     *         would do both
     */
    public void replaceParties(UUID rater, UUID superior, String order) {
        if (!status.isUnderWay()) {
            throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, status);
        }
        partiesOrder = Reasons.required("order", order);
        parties = parties.with(rater, superior);
    }

    private void finish(Instant now) {
        endedBy = status;
        move(EvaluationStatus.FINAL, Mover.SYSTEM);
        finalAt = now;
    }

    /**
     * What became final, to be kept for good: a reopened evaluation that becomes final again is a further row.
     *
     * @param number       1 the first time, 2 after the first reopening, …
     * @param marksAsJson  the seven marks with their notes
     * @param organisation what the unit achieved; null when nobody fixed it
     */
    public FinalResult finalResult(UUID rowId, int number, String marksAsJson, OrganisationAchievement organisation) {
        return new FinalResult(rowId, number, this, endedBy, marksAsJson, organisation, reopenOrder);
    }

    private void requireInTerm(EvaluationStatus next, Instant now) {
        requireMove(next, Mover.EMPLOYEE);
        if (!now.isBefore(answerDueAt)) {
            throw new ProblemException(Problem.OBJECTION_TOO_LATE);
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
        return parties.employeeId();
    }

    public UUID unitId() {
        return unitId;
    }

    /** Null while nobody is set to rate. */
    public UUID raterId() {
        return parties.raterId();
    }

    public UUID raterSuperiorId() {
        return parties.raterSuperiorId();
    }

    /** Letter or reason by which the agency named rater or superior; null when they come from the master data. */
    public String partiesOrder() {
        return partiesOrder;
    }

    public EvaluationStatus status() {
        return status;
    }

    public Rating resultRating() {
        return said().resultRating();
    }

    public Rating behaviourRating() {
        return said().behaviourRating();
    }

    /** Null until both ratings are fixed; a reopened evaluation keeps the one before until it is rated anew. */
    public Predicate predicate() {
        return said().predicate();
    }

    public String resultReason() {
        return said().resultReason();
    }

    public String behaviourReason() {
        return said().behaviourReason();
    }

    public String raterNote() {
        return said().raterNote();
    }

    /** Who fixed the rating of results as it stands; means nothing before it is rated. */
    public Fixer resultFixer() {
        return said().resultFixer();
    }

    /** The same for the rating of behaviour. */
    public Fixer behaviourFixer() {
        return said().behaviourFixer();
    }

    /** Who is to rate, and who gave a rating that stands before a letter named another. */
    public Set<UUID> raters() {
        return Stream.concat(Stream.ofNullable(raterId()), said().raters().stream()).collect(Collectors.toSet());
    }

    /** Whether a head fixed a rating in calibration, and nothing sent it back to be rated anew since. */
    public boolean isFixedByHead() {
        return status == EvaluationStatus.RATED && said().isFixedByHead();
    }

    /** The suggestion the ratings were given against; null when rated by hand or not yet. */
    public UUID suggestionId() {
        return said().suggestionId();
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /**
     * Since when it is about the plan as it was agreed then: handing in fixes what is judged, or the ratings do where
     * nothing was handed in. Null while it follows the plan.
     */
    public Instant plannedAsOf() {
        EvaluationStatus stands = excludedFrom == null ? status : excludedFrom;
        if (!stands.isHandedIn()) {
            return null;
        }
        return withoutSubmission ? ratedAt : submittedAt;
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

    /** Whether the rater began although nothing was handed in. */
    public boolean isWithoutSubmission() {
        return withoutSubmission;
    }

    /** Why it was taken out of the period; null while it is in. */
    public String exclusionReason() {
        return exclusionReason;
    }

    /** Whether it was final before: the order that reopened it lets it be rated although the period is over. */
    public boolean isReopened() {
        return reopenOrder != null;
    }

    /** Number of the order that reopened it last; null when it never was. */
    public String reopenOrder() {
        return reopenOrder;
    }

    /** To be judged into. The mapping leaves an embedded value of nothing but nulls out. */
    private Verdict verdict() {
        if (verdict == null) {
            verdict = new Verdict();
        }
        return verdict;
    }

    /** To be read only: making a value on the way of reading would be a change of the row. */
    private Verdict said() {
        return verdict == null ? Verdict.NOTHING : verdict;
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
