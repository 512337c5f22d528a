package id.capaian.admin.tenant;

/**
 * How a tenant's run ended.
 *
 * @param code tenant code
 * @param result what happened
 * @param migrations how many migrations ran in its schema
 * @param failure why it failed, or null
 */
public record Outcome(String code, Result result, int migrations, String failure) {

    /** What happened. */
    public enum Result {
        /** Nothing was to do. */
        OK,
        /** All that was to do was done. */
        CHANGED,
        /** The tenant is in service as far as our own database goes; Keycloak's part was not done. */
        INCOMPLETE,
        /** A step failed, those after it were not taken. */
        FAILED,
        /** Not begun, because the canary did not come through. */
        HELD,
        /** Not begun, because the tenant was dropped, or is being taken away, and only its file is left. */
        DROPPED;

        /** Whether nothing is left to do in the database and in Keycloak. */
        public boolean isComplete() {
            return this == OK || this == CHANGED || this == DROPPED;
        }
    }
}
