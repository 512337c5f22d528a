package id.capaian.planning;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An individual indicator of a plan (IKI).
 *
 * @param indicatorId   key; the same in every version of the plan, so what was recorded is found by it
 * @param code          code of the pack's indicator; null when written by hand
 * @param aspect        QUANTITY, QUALITY, TIME or COST; null in the plan of senior leadership, which has perspectives
 * @param unitOfMeasure unit of target and values
 * @param direction     MAX, MIN, RANGE_MAX, RANGE_MIN or ZERO
 * @param target        number to reach; null for ranges and ZERO
 * @param targetLow     lower edge of a range, else null
 * @param targetHigh    upper edge of a range, else null
 * @param weight        part of 100; null for an indicator outside the set
 * @param attribution   PERSON, TEAM, UNIT or SERVICE; see {@link IndicatorValues#subjectOf}
 */
public record PlanIndicator(UUID indicatorId, UUID skpId, UUID employeeId, UUID workResultId, String code, String name,
        String aspect, String unitOfMeasure, String direction, BigDecimal target, BigDecimal targetLow,
        BigDecimal targetHigh, BigDecimal weight, String attribution) {

    /** Whether its value is the person's own, not that of a team, unit or service. */
    public boolean belongsToPerson() {
        return "PERSON".equals(attribution);
    }
}
