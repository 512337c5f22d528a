package id.capaian.planning;

import java.util.UUID;

/**
 * An individual indicator with what recording progress asks about: where its plan stands and the period people work in.
 *
 * @param orgUnitId   unit of the post the plan is for
 * @param packId      pack of the plan's content in force, or of its latest draft; null when written by hand
 * @param packVersion its version, null together with the id
 * @param period      see {@link Periods#current}; null when the tenant has none
 * @param inForce     whether the plan is in force today; once the period is over, on its last day; false without a period
 */
public record IndicatorAtWork(PlanIndicator indicator, UUID orgUnitId, String packId, String packVersion, Period period,
        boolean inForce) {
}
