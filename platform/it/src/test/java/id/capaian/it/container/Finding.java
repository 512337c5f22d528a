package id.capaian.it.container;

/** What an isolation check can find. A server whose walls stand gives none. */
public enum Finding {

    /** A unit of work saw rows of another tenant, or ran under another role. */
    FOREIGN_ROW,
    /** The database, or the wall itself, refused what a tenant may do. */
    REFUSAL,
    /** A released connection still spoke for somebody. */
    LEFTOVER_SETTING,
    /** What one tenant wrote lies with another. */
    MISPLACED_ROW,
    /** Audit names somebody who did not do it. */
    WRONG_ACTOR,
    /** Committed, and not there. */
    LOST_WRITE,
    /** Rolled back, and there. */
    UNDONE_WRITE,
    /** A connection that never came back to its pool. */
    LOST_CONNECTION
}
