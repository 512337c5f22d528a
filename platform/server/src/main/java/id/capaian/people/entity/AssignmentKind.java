package id.capaian.people.entity;

/** How somebody holds a post (domain.md 3.5). A person has at most one definitive post on a day. */
public enum AssignmentKind {
    /** Definitif. */
    DEFINITIVE,
    /** Plt. */
    ACTING,
    /** Plh. */
    DAILY_ACTING,
    /** Pj. */
    INTERIM,
    /** Tugas tambahan. */
    ADDITIONAL
}
