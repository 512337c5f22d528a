package id.capaian.registry;

/** Whether a tenant is served: what is wanted and what was reached, in one word. */
public enum TenantState {
    /** Wanted, and ready to serve. */
    ACTIVE,
    /** Not to be served for now, by a decision of the operator. */
    SUSPENDED,
    /** Being made, or mended. */
    CREATING,
    /** Could not be made; the operator knows. */
    FAILED
}
