package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The container's pools. A tenant always draws on the same one, since a connection's memory grows with the tenants it has
 * seen (design.md 4), and never holds its last connection: who waits for a lock or a slow statement keeps the own tenant
 * waiting, not the neighbours. Jobs have their own pool, so that an evaluation never keeps a person waiting.
 *
 * <p>Waiting is done here, before the container is asked: its pool, when it is full, throws a free connection away to
 * open a new one, and now and then forgets to wake who waits.
 */
final class ContainerPools implements TenantConnector.Pools {

    private static final String SYSTEM = "jdbc/capaian-system";
    private static final String JOBS = "jdbc/capaian-jobs-work";
    private static final String TENANT = "jdbc/capaian-tenant-";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final int tenantPools;
    private final int poolSize;
    private final WorkLimit limit;
    private final Function<String, DataSource> lookUp;
    private final Consumer<Seat> untilTransactionEnds;
    // Looked up once: JNDI is the dearest thing a request can do.
    private final Map<String, PatientPool> found = new ConcurrentHashMap<>();
    private final Map<TenantCode, Semaphore> shares = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> seats = new ConcurrentHashMap<>();

    ContainerPools() {
        this(setting("capaian.db.pools"), setting("capaian.db.pool.size"), WorkLimit.configured(),
                ContainerPools::lookUp, new TransactionEnd());
    }

    /**
     * Pools found somewhere.
     *
     * @param tenantPools          how many pools share the tenants
     * @param poolSize             most connections of each of them
     * @param limit                how long a request waits for an answer
     * @param untilTransactionEnds has a seat kept until the running transaction is over, if there is one
     */
    ContainerPools(int tenantPools, int poolSize, WorkLimit limit, Function<String, DataSource> lookUp,
            Consumer<Seat> untilTransactionEnds) {
        this.tenantPools = tenantPools;
        this.poolSize = poolSize;
        this.limit = limit;
        this.lookUp = lookUp;
        this.untilTransactionEnds = untilTransactionEnds;
    }

    @Override
    public TenantConnector.Drawn draw(Optional<Work> work) throws SQLException {
        String pool = work.map(this::poolOf).orElse(SYSTEM);
        Seat seat = Seat.take(work.map(one -> counters(one, pool)).orElse(List.of()), PATIENCE);
        try {
            return new TenantConnector.Drawn(connection(pool, seat), seat::leave,
                    work.isPresent() && !work.get().job() ? limit : WorkLimit.LONG);
        } catch (SQLException | RuntimeException e) {
            seat.leave();
            throw e;
        }
    }

    private Connection connection(String pool, Seat seat) throws SQLException {
        Connection connection = found.computeIfAbsent(pool, name -> new PatientPool(lookUp.apply(name)))
                .connection(PATIENCE);
        try {
            // Only now: the pool, asked first, hears of the end first.
            untilTransactionEnds.accept(seat);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The tenant's share of its pool, then the pool; none for work on pools that no tenant fills. */
    private List<Semaphore> counters(Work work, String pool) {
        if (work.job() || work.tenant() == null) {
            return List.of();
        }
        return List.of(
                shares.computeIfAbsent(work.tenant(), tenant -> new Semaphore(Math.max(1, poolSize - 1))),
                seats.computeIfAbsent(pool, name -> new Semaphore(poolSize)));
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
