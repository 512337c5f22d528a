package id.capaian.readiness.control;

/** How far somebody is in a period, from nothing to final. Texts: {@code readiness.stage.<constant>}. */
public enum Stage {
    WITHOUT_PLAN,
    PLANNING,
    WORKING,
    RATED,
    FINISHED
}
