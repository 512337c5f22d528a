package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two ratings, the predicate that follows from them, and why they are what they are. Empty until rated. */
@Embeddable
public class Verdict {

    /** Not rated yet. */
    static final Verdict NOTHING = new Verdict();

    /** What calibration did to a rating. */
    public enum Calibration {
        /** The calibrating head left it as the rater gave it. */
        UPHELD,
        /** The calibrating head fixed another. */
        CHANGED
    }

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

    @Column(name = "result_calibration")
    @Enumerated(EnumType.STRING)
    private Calibration resultCalibration;

    @Column(name = "behavior_calibration")
    @Enumerated(EnumType.STRING)
    private Calibration behaviourCalibration;

    @Column(name = "result_fixed_as")
    @Enumerated(EnumType.STRING)
    private Mover resultFixedAs;

    @Column(name = "result_fixed_by")
    private UUID resultFixedBy;

    @Column(name = "behavior_fixed_as")
    @Enumerated(EnumType.STRING)
    private Mover behaviourFixedAs;

    @Column(name = "behavior_fixed_by")
    private UUID behaviourFixedBy;

    protected Verdict() {
    }

    /** The rater judges; departing from a suggestion needs a reason, from what the organisation achieved is refused. */
    void rate(UUID rater, Judgement judgement, Proposal proposal) {
        proposal.requireBound(judgement.result());
        requireReasons(judgement, proposal);
        take(judgement);
        resultFixedBy(new Fixer(Mover.RATER, rater));
        behaviourFixedBy(new Fixer(Mover.RATER, rater));
        raterNote = Reasons.optional(judgement.note());
        suggestionId = proposal.suggestionId();
        resultCalibration = null;
        behaviourCalibration = null;
    }

    /**
     * The calibrating head looked at both.
     *
     * @param reason needed when one changes; then it stands in place of the rater's reason for that one
     * @return whether one changed
     */
    boolean calibrate(UUID head, Rating result, Rating behaviour, Proposal proposal, String reason) {
        proposal.requireBound(result);
        resultCalibration = looked(result == resultRating, resultFixedAs);
        behaviourCalibration = looked(behaviour == behaviourRating, behaviourFixedAs);
        boolean changes = result != resultRating || behaviour != behaviourRating;
        if (changes) {
            change(new Fixer(Mover.UNIT_HEAD, head), result, behaviour, proposal, Reasons.required("reason", reason));
        }
        return changes;
    }

    /** What a head left as a head had changed it is no agreement with the rater. */
    private static Calibration looked(boolean same, Mover fixedAs) {
        return same && fixedAs != Mover.UNIT_HEAD ? Calibration.UPHELD : Calibration.CHANGED;
    }

    /** Others fix other ratings; what they leave as it was stays the rater's, with the rater's reason. */
    void change(Fixer fixer, Rating result, Rating behaviour, Proposal proposal, String reason) {
        boolean otherResult = result != resultRating;
        boolean otherBehaviour = behaviour != behaviourRating;
        Judgement judgement = new Judgement(result, behaviour, otherResult ? reason : resultReason,
                otherBehaviour ? reason : behaviourReason, raterNote);
        proposal.requireBound(result);
        take(judgement);
        if (otherResult) {
            resultFixedBy(fixer);
        }
        if (otherBehaviour) {
            behaviourFixedBy(fixer);
        }
    }

    private void resultFixedBy(Fixer fixer) {
        resultFixedAs = fixer.as();
        resultFixedBy = fixer.employeeId();
    }

    private void behaviourFixedBy(Fixer fixer) {
        behaviourFixedAs = fixer.as();
        behaviourFixedBy = fixer.employeeId();
    }

    private void take(Judgement judgement) {
        resultRating = judgement.result();
        behaviourRating = judgement.behaviour();
        predicate = judgement.predicate();
        resultReason = Reasons.optional(judgement.resultReason());
        behaviourReason = Reasons.optional(judgement.behaviourReason());
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

    void note(String text) {
        raterNote = text;
    }

    /** Whether calibration has looked at these ratings since the rater gave them. */
    boolean isCalibrated() {
        return resultCalibration != null;
    }

    /** Whether a rating stands as a head fixed it in calibration. */
    boolean isFixedByHead() {
        return resultFixedAs == Mover.UNIT_HEAD || behaviourFixedAs == Mover.UNIT_HEAD;
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

    /** Why the rating of results departs from the suggestion, or why it was changed; null when nobody had to say. */
    public String resultReason() {
        return resultReason;
    }

    public String behaviourReason() {
        return behaviourReason;
    }

    /** Who fixed the rating of results as it stands. */
    public Fixer resultFixer() {
        return resultFixedAs == null ? Fixer.UNNAMED_RATER : new Fixer(resultFixedAs, resultFixedBy);
    }

    /** The same for the rating of behaviour. */
    public Fixer behaviourFixer() {
        return behaviourFixedAs == null ? Fixer.UNNAMED_RATER : new Fixer(behaviourFixedAs, behaviourFixedBy);
    }

    /** Who gave, as rater, a rating that stands; whom the row does not name is absent. */
    Set<UUID> raters() {
        return Stream.of(resultFixer(), behaviourFixer()).filter(fixer -> fixer.as() == Mover.RATER)
                .map(Fixer::employeeId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Catatan/rekomendasi; while evidence is asked for, which. */
    public String raterNote() {
        return raterNote;
    }

    /** The suggestion the ratings were given against; null when rated by hand or not yet. */
    public UUID suggestionId() {
        return suggestionId;
    }
}
