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
    public enum Result { OK, CHANGED, FAILED }
}
