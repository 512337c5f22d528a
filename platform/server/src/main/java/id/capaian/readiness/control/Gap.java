package id.capaian.readiness.control;

/** What may be missing about somebody in a period. Texts: {@code readiness.gap.<constant>}. */
public enum Gap {
    /** Nobody rates the post, or the person would rate oneself. */
    NO_RATER,
    /** Cannot sign in. */
    NO_ACCOUNT,
    /** No plan on any day of the period. */
    NO_PLAN,
    /** There is a plan, but no version of it was agreed. */
    PLAN_NOT_AGREED,
    /** The plan in force has an indicator of a set without any value in the period. */
    NO_VALUE,
    /** The plan in force has no file of evidence in the period. */
    NO_EVIDENCE,
    /** An objection waits to be explained or decided. */
    OBJECTION
}
