package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The container's pools. A tenant always draws on the same one, since a connection's memory grows with the tenants it has
 * seen (design.md 4), and never holds its last connection: who waits for a lock or a slow statement keeps the own tenant
 * waiting, not the neighbours. Jobs have their own pool, so that an evaluation never keeps a person waiting.
 */
final class ContainerPools implements TenantConnector.Pools {

    private static final String SYSTEM = "jdbc/capaian-system";
    private static final String JOBS = "jdbc/capaian-jobs-work";
    private static final String TENANT = "jdbc/capaian-tenant-";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final int tenantPools;
    private final int share;
    private final Function<String, DataSource> lookUp;
    // Looked up once: JNDI is the dearest thing a request can do.
    private final Map<String, DataSource> found = new ConcurrentHashMap<>();
    private final Map<TenantCode, Semaphore> shares = new ConcurrentHashMap<>();

    ContainerPools() {
        this(setting("capaian.db.pools"), setting("capaian.db.pool.size"), ContainerPools::lookUp);
    }

    /**
     * Pools found somewhere.
     *
     * @param tenantPools how many pools share the tenants
     * @param poolSize    most connections of each of them
     */
    ContainerPools(int tenantPools, int poolSize, Function<String, DataSource> lookUp) {
        this.tenantPools = tenantPools;
        this.share = Math.max(1, poolSize - 1);
        this.lookUp = lookUp;
    }

    @Override
    public Connection connection(Optional<Work> work) throws SQLException {
        Semaphore own = work.map(this::shareOf).orElse(null);
        if (own != null) {
            take(own);
        }
        try {
            return found.computeIfAbsent(work.map(this::poolOf).orElse(SYSTEM), lookUp).getConnection();
        } catch (SQLException | RuntimeException e) {
            if (own != null) {
                own.release();
            }
            throw e;
        }
    }

    @Override
    public void closed(Work work) {
        Semaphore own = shareOf(work);
        if (own != null) {
            own.release();
        }
    }

    /** The tenant's share of its pool; null for work on pools that no tenant fills. */
    private Semaphore shareOf(Work work) {
        return work.job() || work.tenant() == null ? null
                : shares.computeIfAbsent(work.tenant(), tenant -> new Semaphore(share));
    }

    private static void take(Semaphore own) throws SQLException {
        try {
            if (own.tryAcquire() || own.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("The tenant holds its share of the pool already", TOO_MANY_CONNECTIONS);
    }

    private String poolOf(Work work) {
        if (work.job()) {
            return JOBS;
        }
        return work.tenant() == null ? SYSTEM : TENANT + Math.floorMod(work.tenant().value().hashCode(), tenantPools);
    }

    private static int setting(String key) {
        return ConfigProvider.getConfig().getValue(key, Integer.class);
    }

    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("No pool named " + name + "; the pre-boot file and capaian.db.pools must agree", e);
        }
    }
}
