package id.capaian.extension;

/** How far a pack has come on a node. */
public enum PackCondition {
    /** Everything about it was checked; it may be enabled. */
    VERIFIED,
    /** It is loaded and can calculate. */
    ACTIVE,
    /** It was refused; see the reason. */
    FAILED,
    /** Nobody uses it any more. */
    UNLOADED
}
