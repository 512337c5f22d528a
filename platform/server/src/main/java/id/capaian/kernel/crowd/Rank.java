package id.capaian.kernel.crowd;

/** What goes first when there is not room for all, the first to go first: nothing is lost with it, somebody waits for it. */
public enum Rank {

    /** Nobody sits before the screen: whoever asked for it can ask again later. */
    BACKGROUND,
    /** Changes something; its sender still has what was to be written. */
    WRITE,
    /** Somebody looks at something. */
    READ
}
