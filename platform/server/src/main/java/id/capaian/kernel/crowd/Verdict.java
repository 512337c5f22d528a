package id.capaian.kernel.crowd;

/** What became of a request that asked for a place. */
public enum Verdict {

    /** It has a place, which is to be given back. */
    COME_IN,
    /** Its own tenant uses all it may: 429. */
    LINE_FULL,
    /** The node has no room: 503. */
    NODE_FULL
}
