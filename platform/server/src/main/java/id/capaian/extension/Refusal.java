package id.capaian.extension;

/** Why a node refuses a pack. Texts: {@code extension.refusal.<name>}. */
public enum Refusal {
    /** Its bytes are not those that were staged. */
    ALTERED,
    /** The key that signed it is not trusted. */
    KEY_UNKNOWN,
    /** The key that signed it was withdrawn. */
    KEY_REVOKED,
    /** It was staged outside the time its key is good for. */
    KEY_EXPIRED,
    /** The signature does not fit. */
    SIGNATURE_WRONG,
    /** It is no well-formed pack, or not the one it claims to be. */
    MALFORMED,
    /** Its code uses what packs may not use. */
    CODE_NOT_ALLOWED,
    /** It was made for another version of the platform. */
    OUT_OF_RANGE,
    /** It does not calculate its own examples. */
    SELF_TEST_FAILED,
    /** It could not be loaded. */
    NOT_LOADABLE,
    /** A calculation of it does not end. */
    HUNG
}
