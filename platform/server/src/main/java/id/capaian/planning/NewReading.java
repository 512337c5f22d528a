package id.capaian.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A value of an indicator to be recorded; it replaces nothing, the newest counts.
 *
 * @param subjectKind     PERSON, UNIT or SERVICE
 * @param subjectId       employee for PERSON, else org unit
 * @param indicatorCode   code of the pack's indicator
 * @param value           in the indicator's unit, at most 4 decimals
 * @param source          where it came from, e.g. import, progress, survey
 * @param sampleSize      how many answered; null when it is no sample
 * @param population      how many were served; null when unknown
 * @param completeness    0..1, null when not stated
 * @param timeliness      0..1, null when not stated
 * @param accuracy        0..1, null when not stated
 * @param progressEntryId the accepted progress entry it comes from, whose plan alone it counts for; else null
 */
public record NewReading(String subjectKind, UUID subjectId, String indicatorCode, UUID periodId, BigDecimal value,
        String source, Instant takenAt, Integer sampleSize, Integer population, BigDecimal completeness,
        BigDecimal timeliness, BigDecimal accuracy, UUID progressEntryId) {
}
