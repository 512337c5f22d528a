package id.capaian.kernel.tenancy;

import java.util.regex.Pattern;

/**
 * Code of a tenant, e.g. {@code samarinda}: lower case, never changed, never reused (design.md 2).
 *
 * @param value {@code [a-z][a-z0-9]{1,29}}; anything else is refused with {@link IllegalArgumentException}, because the
 *              code becomes part of SQL text (schema and role name)
 */
public record TenantCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{1,29}");

    public TenantCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a tenant code: it must match " + SHAPE);
        }
    }

    public static boolean isWellFormed(String value) {
        return value != null && SHAPE.matcher(value).matches();
    }

    /** Name of the tenant's schema and of its database role alike. */
    public String schema() {
        return "t_" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
