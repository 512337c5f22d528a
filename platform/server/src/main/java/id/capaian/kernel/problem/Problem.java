package id.capaian.kernel.problem;

import java.util.Locale;

/** Every problem the server answers with. The type is {@code /problems/<slug>}; texts: {@code texts/problem.*.properties}. */
public enum Problem {

    // Coming in
    NOT_SIGNED_ON(401),
    FORBIDDEN(403),
    NOT_AN_EMPLOYEE(403),
    UNKNOWN_TENANT(404),
    TENANT_SUSPENDED(503),
    TENANT_OUT_OF_RANGE(503),
    SIGN_IN_UNAVAILABLE(503),
    TOO_BUSY(503),
    TOO_MANY_REQUESTS(429),
    NODE_FULL(429),

    // Asking
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    INVALID_INPUT(422),
    BODY_TOO_LARGE(413),
    BODY_INCOMPLETE(408),
    UNSUPPORTED_FORMAT(415),
    NOT_ACCEPTABLE(406),
    BAD_REQUEST(400),
    FORM_EXPIRED(403),

    // Writing
    VERSION_NEEDED(428),
    VERSION_STALE(412),
    IDEMPOTENCY_KEY_NEEDED(400),
    IDEMPOTENCY_KEY_REUSED(422),
    CONFLICT(409),

    // Moving through the cycle
    PERIOD_NOT_OPEN(409),
    EVALUATIONS_UNFINISHED(409),
    MOVE_NOT_ALLOWED(409),
    PLAN_NOT_ACTIVE(409),
    REASON_NEEDED(422),
    ORGANISATION_PREDICATE_NOT_FIXED(409),
    HEAD_RATING_OUTDATED(409),
    RATING_CALIBRATED(409),
    SUGGESTION_OUTDATED(409),
    BEHAVIOUR_MARKS_MISSING(409),
    DISTRIBUTION_NOT_JUSTIFIED(409),
    RATER_LIST_INCOMPLETE(409),
    RATER_LIST_NOT_SCORED(409),
    NOT_THE_RATER(403),
    SELF_RATING(403),
    OBJECTION_TOO_LATE(409),
    RUN_UNDER_WAY(409),

    // Governments
    TENANT_ORDER_REFUSED(409),

    // Packs
    NO_PACK_ENABLED(409),
    PACK_NOT_OFFERED(404),
    PACK_NOT_READY(409),
    PACK_REFUSED(409),
    NO_VERSION_BEFORE(409),
    TRIAL_STOPPED(409),
    TRIAL_UNDER_WAY(409),

    // Files
    FILE_REFUSED(422),
    IMPORT_REFUSED(422),
    IMPORT_BUILT_ON(409),

    INTERNAL(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Last part of the problem's type, e.g. {@code period-not-open}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
