package id.capaian.progress.entity;

/** How an entry stands with the rater. */
public enum ProgressStatus {
    /** Recorded by the person; may still change. */
    SAVED,
    /** The rater let its value count. */
    ACCEPTED,
    /** The rater asks for something else; the person may change it. */
    REFUSED
}
