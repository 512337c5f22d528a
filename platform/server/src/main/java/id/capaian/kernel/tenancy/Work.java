package id.capaian.kernel.tenancy;

import java.util.Objects;

/**
 * On whose behalf a unit of work runs: it decides the database role, the schema, the pool, and what audit writes.
 *
 * @param door      through which of the three doors it came
 * @param tenant    the tenant, null for the national and the system door
 * @param actor     subject of the signed-on caller, {@code job:<task>} or {@code system}; never a NIP
 * @param requestId id of the request or job run, as in logs and problem answers
 * @param job       whether a job does it; jobs draw on a pool of their own
 * @param takesLong whether it is {@link LongWork}, which leaves its tenant a connection for everything else
 * @param patience  that of its request, of all whose units of work it is the same
 */
public record Work(Door door, TenantCode tenant, String actor, String requestId, boolean job, boolean takesLong,
        Patience patience) {

    /** The three ways into the database (design.md 4). */
    public enum Door { TENANT, NATIONAL, SYSTEM }

    public Work {
        Objects.requireNonNull(door);
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(patience, "patience");
        if ((door == Door.TENANT) != (tenant != null)) {
            throw new IllegalArgumentException("A tenant is needed for the tenant door, and only there");
        }
    }

    /** Work that takes as long as any, with a patience of its own. */
    public Work(Door door, TenantCode tenant, String actor, String requestId, boolean job) {
        this(door, tenant, actor, requestId, job, false, new Patience());
    }

    public static Work ofTenant(TenantCode tenant, String actor, String requestId) {
        return new Work(Door.TENANT, tenant, actor, requestId, false);
    }

    Work takingLong() {
        return new Work(door, tenant, actor, requestId, job, true, patience);
    }

    /** The same in a request that has waited already. */
    public Work with(Patience its) {
        return new Work(door, tenant, actor, requestId, job, takesLong, its);
    }

    /** Whether both are on behalf of the same, whatever time each takes. */
    boolean isFor(Work other) {
        return takingLong().equals(other.with(patience).takingLong());
    }

    String role() {
        return switch (door) {
            case TENANT -> tenant.schema();
            case NATIONAL -> "national_reader";
            case SYSTEM -> "registry_writer";
        };
    }
}
