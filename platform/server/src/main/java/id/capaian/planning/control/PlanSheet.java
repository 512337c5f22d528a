package id.capaian.planning.control;

import id.capaian.planning.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A plan as people read it: content, where it stands, and the newest value of each indicator in the period.
 *
 * @param versionNo    version of the content shown
 * @param inForce      whether that version is agreed
 * @param note         reason of the last return, revision or take-over, null when there was none
 * @param packId       null when written by hand
 * @param planForm     the pack's plan form that was answered; null until it was
 * @param planAnswers  a JSON object in text; null like planForm
 * @param aligned      whether the leader has an approved plan to hang on to, or there is no leader; a plan may do
 *                     without one, so that nobody waits for a superior, but people see it
 * @param version      for {@code If-Match}
 * @param revisionRejected whether the last revision asked for was refused; the note says why
 * @param postKind     DEFINITIVE, ACTING, DAILY_ACTING, INTERIM or ADDITIONAL
 * @param positionGroup group of the post, e.g. SENIOR_LEADERSHIP
 * @param results      by sequence; empty while nothing was written yet
 */
public record PlanSheet(UUID skpId, UUID assignmentId, UUID employeeId, String positionName, String orgUnitName,
        String status, int versionNo, boolean inForce, String note, String packId, String packVersion,
        String indicatorSet,
        LocalDate startsOn, LocalDate endsOn, String planForm, String planAnswers, boolean aligned, long version,
        boolean revisionRejected, String postKind, String positionGroup, List<ResultLine> results) {

    public PlanSheet {
        results = List.copyOf(results);
    }

    /** A work result; expectation is the leader's, null for none. */
    public record ResultLine(UUID workResultId, String kind, int sequence, String title, String expectation,
            List<IndicatorLine> indicators) {

        public ResultLine {
            indicators = List.copyOf(indicators);
        }

        /** Whether it is outside any indicator set, so that its owner writes it. */
        public boolean byHand() {
            return indicators.stream().allMatch(indicator -> indicator.code() == null);
        }
    }

    /**
     * An individual indicator.
     *
     * @param code    of the pack's indicator; null when written by hand
     * @param aspect  null when there is a perspective, which senior leadership plans by
     * @param target  null for ranges and ZERO
     * @param weight  part of 100; null outside the set
     * @param latest  newest value in the period, null when there is none
     */
    public record IndicatorLine(UUID indicatorId, String code, String name, String aspect, String perspective,
            String unitOfMeasure,
            String direction, BigDecimal target, BigDecimal targetLow, BigDecimal targetHigh, BigDecimal weight,
            String attribution, Reading latest) {
    }
}
