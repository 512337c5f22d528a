package id.capaian.statistics.control;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One figure of one area.
 *
 * @param level       REGION (one government), PROVINCE or NATION
 * @param areaCode    code of the area, e.g. 64.72, 64 or ID
 * @param measure     PREDICATE, EVALUATED or INDEX
 * @param category    the predicate, or ALL
 * @param persons     how many; null when hidden
 * @param mean        mean with two decimals, rounded half up; null when hidden or when the measure has none
 * @param suppression HIDDEN (a small group, or it would tell of one); null when shown
 * @param tenantCount how many tenants of the area have published
 * @param asOf        when the newest of them did
 */
public record CubeCell(String level, String areaCode, String areaName, String measure, String category, Integer persons,
        BigDecimal mean, String suppression, int tenantCount, Instant asOf) {
}
