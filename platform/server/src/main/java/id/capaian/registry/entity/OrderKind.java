package id.capaian.registry.entity;

/** What an operator may want of a tenant. */
public enum OrderKind {
    /** Make it, with its first regional admin. */
    OPEN,
    /** Stop serving it; nothing is lost. */
    SUSPEND,
    /** Serve it again. */
    RESUME,
    /** Write all it has into an archive. */
    EXPORT,
    /** Delete a suspended one; its code is never used again. */
    DROP,
    /** Delete one that never served, as if it had never been ordered. */
    TAKE_BACK;

    /** Whether the one who wants it types the tenant's code again, because it takes something from people. */
    public boolean needsConfirmation() {
        return this == SUSPEND || this == DROP || this == TAKE_BACK;
    }

    /**
     * Why it cannot be wanted of a tenant as it stands.
     *
     * @param standing what the tenant is now
     * @return a word for the reason; null when it can
     */
    public String refusal(Standing standing) {
        return switch (this) {
            case OPEN -> standing == Standing.NONE ? null : "exists";
            case TAKE_BACK -> standing == Standing.BEGUN ? null : "has-served";
            case EXPORT -> standing.isServed() ? null : "never-served";
            case SUSPEND -> standing == Standing.ACTIVE ? null : "not-active";
            case RESUME -> standing == Standing.SUSPENDED ? null : "not-suspended";
            case DROP -> standing == Standing.SUSPENDED ? null : "suspend-first";
        };
    }
}
