package id.capaian.kernel.audit;

/**
 * What is wrong with the audit, and where it begins.
 *
 * @param sealNumber the seal that shows it
 * @param entryId    the entry; null when the seal itself is at fault
 */
public record AuditFinding(Kind kind, long sealNumber, Long entryId) {

    /** What may be wrong. */
    public enum Kind {
        /** An entry's content is not what was sealed. */
        ENTRY_ALTERED,
        /** A sealed entry is gone. */
        ENTRY_MISSING,
        /** An entry stands among sealed ones and was not sealed with them. */
        ENTRY_ADDED,
        /** The seal's hash is not that of what it holds. */
        SEAL_ALTERED,
        /** A seal before this one is gone or was replaced. */
        CHAIN_BROKEN
    }
}
