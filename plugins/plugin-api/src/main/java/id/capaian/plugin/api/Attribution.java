package id.capaian.plugin.api;

/**
 * Whose work an indicator value speaks about. Values of citizens are never {@link #PERSON}. Example: the
 * satisfaction with a clinic is of the SERVICE, and every nurse there carries it.
 */
public enum Attribution {
    /** One employee. */
    PERSON,
    /** A team; every member carries the same value. */
    TEAM,
    /** An organisation unit; every member carries the same value. */
    UNIT,
    /** A public service, as surveyed. */
    SERVICE
}
