package id.capaian.admin.order;

import java.util.UUID;

/**
 * An operator's wish.
 *
 * @param tenant code of a tenant, which need not exist
 * @param wanted of OPEN what a file in {@code tenants-config} would say, as JSON; else null
 */
record Order(UUID id, String tenant, Kind kind, String wanted) {

    /** What is wanted of the tenant. */
    enum Kind { OPEN, SUSPEND, RESUME, EXPORT, DROP, TAKE_BACK }

    /** Without what is wanted, which holds a person's number. */
    @Override
    public String toString() {
        return kind + " of " + tenant + " (" + id + ")";
    }
}
