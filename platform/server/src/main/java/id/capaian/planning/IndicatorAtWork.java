package id.capaian.planning;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An individual indicator with what recording progress asks about: where its plan stands and the period worked in.
 *
 * @param orgUnitId   unit of the post the plan is for
 * @param packId      pack of the plan's content in force, or of its latest draft; null when written by hand
 * @param packVersion its version, null together with the id
 * @param agreed      whether some version of the plan was agreed and has this indicator, and the plan is not cancelled
 * @param startsOn    first day of the plan
 * @param endsOn      its last day, inclusive
 * @param period      the period asked for, else {@link Periods#current}; null when there is no such period
 */
public record IndicatorAtWork(PlanIndicator indicator, UUID orgUnitId, String packId, String packVersion,
        boolean agreed, LocalDate startsOn, LocalDate endsOn, Period period) {

    /** The same in another period. */
    public IndicatorAtWork in(Period other) {
        return new IndicatorAtWork(indicator, orgUnitId, packId, packVersion, agreed, startsOn, endsOn, other);
    }

    /**
     * Whether the plan was in force on some day of its period up to the one that counts today; see
     * {@link Period#dayCounting}. One that ended within the period, with its post, is still assessed for its days.
     */
    public boolean inForce(LocalDate today) {
        return agreed && !period.dayCounting(today).isBefore(startsOn) && !period.startsOn().isAfter(endsOn);
    }
}
