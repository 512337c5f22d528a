package id.capaian.evaluation.entity;

/** Where a run stands. */
public enum RunStatus {
    /** Its chunks wait. */
    PENDING,
    /** At least one chunk is done. */
    RUNNING,
    /** Everybody was looked at and nobody's score failed. */
    DONE,
    /** Everybody was looked at; some scores failed and are listed. */
    NEEDS_ATTENTION,
    /** It cannot go on, for a stated reason; what was suggested so far stays. */
    BLOCKED
}
