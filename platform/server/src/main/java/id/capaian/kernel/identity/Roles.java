package id.capaian.kernel.identity;

/** Names of roles as {@code @RolesAllowed} writes them. Granted in the tenant's schema, or implied by relations there. */
public final class Roles {

    /** Implied: the account belongs to an employee. */
    public static final String EMPLOYEE = "EMPLOYEE";
    /** Implied: has a rater line today. */
    public static final String RATER = "RATER";
    /** Implied: is the superior of a rater today; decides objections. */
    public static final String RATER_SUPERIOR = "RATER_SUPERIOR";
    /** Granted for a unit: fixes what the organisation achieved. */
    public static final String UNIT_HEAD = "UNIT_HEAD";
    public static final String UNIT_HR_ADMIN = "UNIT_HR_ADMIN";
    public static final String REGION_HR_ADMIN = "REGION_HR_ADMIN";
    public static final String PERF_MANAGER = "PERF_MANAGER";
    /** Realm roles; valid on the national and the operator's addresses only. */
    public static final String NATIONAL_ANALYST = "NATIONAL_ANALYST";
    public static final String OPERATOR = "OPERATOR";

    private Roles() {
    }
}
