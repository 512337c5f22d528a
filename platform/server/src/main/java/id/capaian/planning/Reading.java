package id.capaian.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The latest value of an indicator about a subject in a period.
 *
 * @param readingId       key, for provenance
 * @param code            indicator code
 * @param value           in the indicator's unit, at most 4 decimals
 * @param source          where it came from, e.g. import, progress, survey
 * @param takenAt         when it was taken
 * @param sampleSize      how many answered; null when it is no sample
 * @param population      how many were served; null when unknown
 * @param completeness    0..1, null when not stated
 * @param timeliness      0..1, null when not stated
 * @param accuracy        0..1, null when not stated
 * @param progressEntryId the accepted progress entry it came from, else null
 */
public record Reading(UUID readingId, String code, BigDecimal value, String source, Instant takenAt, Integer sampleSize,
        Integer population, BigDecimal completeness, BigDecimal timeliness, BigDecimal accuracy, UUID progressEntryId) {
}
