package id.capaian.admin.database;

/** The one place where a tenant code becomes a name in SQL text. */
public final class TenantSchema {

    private TenantSchema() {
    }

    /**
     * Name of a tenant's role and of its schema, {@code t_<code>}.
     *
     * @throws IllegalArgumentException when this is no tenant code
     */
    public static String of(String code) {
        if (!code.matches("[a-z][a-z0-9]{1,29}")) {
            throw new IllegalArgumentException("not a tenant code: " + code);
        }
        return "t_" + code;
    }
}
