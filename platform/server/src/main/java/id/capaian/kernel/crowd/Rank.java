package id.capaian.kernel.crowd;

/** What matters less comes first here, and is sent away first when there is not room for all. */
public enum Rank {

    /** Nobody sits before the screen: whoever asked for it can ask again later. */
    BACKGROUND,
    /** Changes something; its sender still has what was to be written. */
    WRITE,
    /** Somebody looks at something. */
    READ
}
