package id.capaian.plugin.api;

/** What the value of a step is counted in. Example: 0.70 × NH is in POINTS, coverage 0.95 is a RATIO. */
public enum StepUnit {
    /** Percent of a target, 0..120. */
    PERCENT,
    /** Points of a score, 0..120 or a weighted part of it. */
    POINTS,
    /** A share, 0..1. */
    RATIO,
    /** A plain count or a value in an indicator's own unit. */
    VALUE
}
