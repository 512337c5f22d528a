package id.capaian.evaluation.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An evaluation as its reader may see it: to the person, marks, ratings and suggestion are absent before delivery.
 *
 * @param partiesOrder             letter or reason by which the agency named rater or superior; null when it did not
 * @param status                   constant of the state machine
 * @param organisationAchievement  what the unit achieved; null until it is fixed
 * @param marks                    marks given so far
 * @param suggestion               newest suggestion, or the one the ratings were given against; null when there is none
 * @param resultFixed              who fixed the rating of results as it stands; null before it may be known
 * @param behaviourFixed           the same for the rating of behaviour
 * @param proposal                 what the rater is proposed; null for readers who do not rate
 * @param organisationCorrected    whether the person leads the unit and is rated anew because its achievement was
 *                                 corrected
 * @param predicate                null until rated
 * @param answerDueAt              first instant at which an answer is too late; null before delivery
 * @param finals                   results as they became final, oldest first; more than one after reopening
 * @param reopenOrder              number of the order that reopened it last; null when it never was
 * @param submission               what the person would hand in now; null for everybody else and when it is handed in
 * @param withoutSubmission        whether the rater began although nothing was handed in
 * @param exclusionReason          why it was taken out of the period; null while it is in
 * @param may                      what the caller may do with it now, constants of {@link Act}
 * @param version                  for {@code If-Match}
 */
public record EvaluationView(UUID evaluationId, UUID planId, UUID periodId, String periodCode, String periodName,
        UUID employeeId, String employeeName, String positionName, UUID unitId, String unitName, String raterName,
        String raterSuperiorName, String partiesOrder, String status, String organisationAchievement,
        boolean organisationCorrected, List<MarkView> marks, SuggestionView suggestion, ProposalView proposal,
        String resultRating, String behaviourRating, String predicate, FixedView resultFixed, FixedView behaviourFixed,
        String resultReason, String behaviourReason, String note, Instant submittedAt, Instant ratedAt,
        Instant deliveredAt, Instant answerDueAt, Instant acknowledgedAt, Instant finalAt, ObjectionView objection,
        List<FinalResultView> finals, String reopenOrder, SubmissionView submission,
        boolean withoutSubmission, String exclusionReason, Set<Act> may, long version) {

    /** What somebody may do with an evaluation. */
    public enum Act {
        SUBMIT, WITHDRAW_SUBMISSION, BEGIN_WITHOUT_SUBMISSION, MARK, RETURN, COMPUTE, RATE, SEND_TO_CALIBRATION,
        CALIBRATE, DELIVER, ACKNOWLEDGE, OBJECT, EXPLAIN, DECIDE, REOPEN, REPLACE_PARTIES, EXCLUDE, REINSTATE
    }

    /** Whether the caller may do that now. */
    public boolean may(Act act) {
        return may.contains(act);
    }

    /** Whether it was final, was reopened by order, and is not final again yet. */
    public boolean beingCorrected() {
        return reopenOrder != null && !status.equals("FINAL");
    }
}
