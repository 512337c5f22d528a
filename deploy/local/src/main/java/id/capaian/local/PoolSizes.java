package id.capaian.local;

/**
 * Connection pools of one server.
 *
 * @param tenantPools how many pools share the tenants; each tenant always uses the same one
 * @param tenant connections of one such pool; each is a pool of its own to the container
 * @param jobs most connections for the work of jobs
 * @param system most connections for registry and national doors
 * @param scheduler most connections for the timing of jobs
 */
public record PoolSizes(int tenantPools, int tenant, int jobs, int system, int scheduler) {

    /** What each connection of the server is opened with, for PostgreSQL: a statement is planned once, for any values. */
    public static final String SESSION = "-cplan_cache_mode=force_generic_plan";

    /** Enough for a handful of tenants on one machine. */
    public static final PoolSizes SMALL = new PoolSizes(2, 3, 3, 3, 2);

    /** All connections one server can hold at once. */
    public int total() {
        return tenantPools * tenant + jobs + system + scheduler;
    }
}
