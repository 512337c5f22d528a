package id.capaian.plugin.api;

/**
 * Which way an indicator is better. The arithmetic is {@link Kernel#achievement}.
 *
 * <p>Example: a waiting time is {@link #MIN}, a coverage is {@link #MAX}, a medication error is {@link #ZERO}.
 */
public enum Direction {
    /** More is better: reading / target. Needs a target above 0. */
    MAX,
    /** Less is better: 2 - reading / target. Needs a target above 0. */
    MIN,
    /** Inside low..high is 100; outside, more is better: reading / low, or reading / high. */
    RANGE_MAX,
    /** Inside low..high is 100; outside, less is better: 2 - reading / high, or 2 - reading / low. */
    RANGE_MIN,
    /** Nothing may happen: 120 at 0, else 0. Needs no target. */
    ZERO;

    /**
     * Whether an achievement can be computed against this target; the plan refuses a target that is not accepted.
     *
     * @param target the target agreed in the plan
     * @return true when the target has the numbers this direction needs and no division by zero can follow
     */
    public boolean accepts(Target target) {
        return switch (this) {
            case MAX, MIN -> target.value() != null && target.value().signum() > 0;
            case RANGE_MAX, RANGE_MIN -> target.low() != null && target.high() != null
                    && target.low().signum() > 0 && target.high().compareTo(target.low()) >= 0;
            case ZERO -> true;
        };
    }
}
