package id.capaian.registry.entity;

/** How far a tenant has come, seen by the one who wants something of it. */
public enum Standing {
    /** Nobody has heard of it, or it was taken back. */
    NONE,
    /** Ordered, and not served yet. */
    BEGUN,
    ACTIVE,
    SUSPENDED,
    /** Its code stays taken. */
    DROPPED;

    /** Whether people have worked there, so that there is something to keep. */
    public boolean isServed() {
        return this == ACTIVE || this == SUSPENDED;
    }

    /**
     * What the registry's words come to.
     *
     * @param desired  of the registry's line; null when there is none
     * @param observed of the same line
     * @param ordered  whether it was ordered and not taken back since
     */
    public static Standing of(String desired, String observed, boolean ordered) {
        if (desired == null) {
            return ordered ? BEGUN : NONE;
        }
        if (desired.equals("DROPPED")) {
            return DROPPED;
        }
        return switch (observed) {
            case "ACTIVE" -> desired.equals("SUSPENDED") ? SUSPENDED : ACTIVE;
            case "SUSPENDED" -> SUSPENDED;
            default -> BEGUN;
        };
    }
}
