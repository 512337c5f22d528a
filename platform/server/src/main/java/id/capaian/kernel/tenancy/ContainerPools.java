package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The container's pools. Some connections share the tenants in groups, each a pool of its own to the container. A tenant
 * always draws on the same group, since a connection's memory grows with the tenants it has seen (design.md 4), within it
 * on the same connection unless others keep that busy, and never holds the group's last one: who waits for a lock or a
 * slow statement keeps the own tenant waiting, not the neighbours. What takes long is counted apart, for all tenants of a
 * group together, so that it leaves its own tenant a connection, too; when others' long work has used that up, it is
 * counted as usual. Jobs have their own pool, so that an evaluation
 * never keeps a person waiting.
 *
 * <p>Waiting is done here, before the container is asked: its pool, when it is full, throws a free connection away to
 * open a new one, and now and then forgets to wake who waits.
 */
final class ContainerPools implements TenantConnector.Pools {

    private static final String SYSTEM = "jdbc/capaian-system";
    private static final String JOBS = "jdbc/capaian-jobs-work";
    private static final String TENANT = "jdbc/capaian-tenant-";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * What one tenant may draw on.
     *
     * @param takingLong for what takes long; begins with the last of its group
     */
    private record Shares(Share usual, Share takingLong) {
    }

    /**
     * What is drawn on.
     *
     * @param simultaneous as many as may be held
     * @param places       of each connection, the one preferred first
     * @param pools        the container's names of the same
     */
    private record Share(Semaphore simultaneous, List<Semaphore> places, List<String> pools) {
    }

    private final int groupSize;
    private final WorkLimit limit;
    private final Function<String, DataSource> lookUp;
    private final Consumer<Seat> untilTransactionEnds;
    // Looked up once: JNDI is the dearest thing a request can do.
    private final Map<String, PatientPool> found = new ConcurrentHashMap<>();
    private final Map<TenantCode, Shares> shares = new ConcurrentHashMap<>();
    private final AtomicInteger dealt = new AtomicInteger();
    private final List<Semaphore> connections;
    private final List<Semaphore> takingLong;

    ContainerPools() {
        this(setting("capaian.db.pools"), setting("capaian.db.pool.size"), WorkLimit.configured(),
                ContainerPools::lookUp, new TransactionEnd());
    }

    /**
     * Pools found somewhere.
     *
     * @param groups               how many groups of connections share the tenants
     * @param groupSize            connections of each of them
     * @param limit                how long a request waits for an answer
     * @param untilTransactionEnds has a seat kept until the running transaction is over, if there is one
     */
    ContainerPools(int groups, int groupSize, WorkLimit limit, Function<String, DataSource> lookUp,
            Consumer<Seat> untilTransactionEnds) {
        this.groupSize = groupSize;
        // Fair: else a neighbour that asks without a pause takes it again each time.
        this.connections = Stream.generate(() -> new Semaphore(1, true)).limit((long) groups * groupSize).toList();
        this.takingLong = Stream.generate(this::allButOne).limit(groups).toList();
        this.limit = limit;
        this.lookUp = lookUp;
        this.untilTransactionEnds = untilTransactionEnds;
    }

    @Override
    public TenantConnector.Drawn draw(Optional<Work> work) throws SQLException {
        if (work.isEmpty()) {
            return draw(SYSTEM, Seat.uncounted(), WorkLimit.LONG);
        }
        if (work.get().job()) {
            return draw(JOBS, Seat.uncounted(), WorkLimit.LONG);
        }
        WorkLimit its = work.get().takesLong() ? WorkLimit.LONG : limit;
        if (work.get().tenant() == null) {
            return draw(SYSTEM, Seat.uncounted(), its);
        }
        Shares shared = shares.computeIfAbsent(work.get().tenant(), this::nextShares);
        boolean apart = work.get().takesLong() && shared.takingLong.simultaneous.availablePermits() > 0;
        Share share = apart ? shared.takingLong : shared.usual;
        Seat seat = Seat.take(share.simultaneous, share.places, PATIENCE);
        return draw(share.pools.get(seat.place()), seat, its);
    }

    private TenantConnector.Drawn draw(String pool, Seat seat, WorkLimit limit) throws SQLException {
        try {
            return new TenantConnector.Drawn(connection(pool, seat), seat::leave, limit);
        } catch (SQLException | RuntimeException e) {
            seat.leave();
            throw e;
        }
    }

    /** Dealt out in the order in which tenants first come: no connection gets more of them than another. */
    private Shares nextShares(TenantCode tenant) {
        int own = Math.floorMod(dealt.getAndIncrement(), connections.size());
        int first = own - own % groupSize;
        IntStream order = IntStream.range(0, groupSize).map(i -> first + (own + i) % groupSize);
        IntStream reverse = IntStream.rangeClosed(1, groupSize).map(i -> first + (own + groupSize - i) % groupSize);
        return new Shares(share(allButOne(), order.boxed().toList()),
                share(takingLong.get(own / groupSize), reverse.boxed().toList()));
    }

    private Share share(Semaphore simultaneous, List<Integer> order) {
        return new Share(simultaneous, order.stream().map(connections::get).toList(),
                order.stream().map(number -> TENANT + number).toList());
    }

    private Semaphore allButOne() {
        return new Semaphore(Math.max(1, groupSize - 1));
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
