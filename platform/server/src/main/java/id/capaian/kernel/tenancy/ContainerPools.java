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
import org.postgresql.core.BaseConnection;

/**
 * The container's pools. Some connections share the tenants in groups, each a pool of its own to the container. A tenant
 * always draws on the same group, since a connection's memory grows with the tenants it has seen (design.md 4), within it
 * on the same connection unless others keep that busy, and never holds the group's last one: who waits for a lock or a
 * slow statement keeps the own tenant waiting, not the neighbours. What takes long is counted apart, for all tenants of a
 * group together, so that it leaves its own tenant a connection, too; it waits longer for one. Jobs have their own pool, so
 * that an evaluation never keeps a person waiting.
 *
 * <p>Waiting is done here, before the container is asked: its pool, when it is full, throws a free connection away to
 * open a new one, and now and then forgets to wake who waits.
 */
final class ContainerPools implements TenantConnector.Pools {

    private static final String SYSTEM = "jdbc/capaian-system";
    private static final String JOBS = "jdbc/capaian-jobs-work";
    private static final String TENANT = "jdbc/capaian-tenant-";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** Who waits for something long waits for its turn, too. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(10);

    /**
     * How many connections there are.
     *
     * @param groups    of connections that share the tenants
     * @param groupSize connections of each of them
     * @param jobs      for the work of jobs
     * @param system    for registry and national doors
     */
    record Sizes(int groups, int groupSize, int jobs, int system) {

        static Sizes configured() {
            return new Sizes(setting("capaian.db.pools"), setting("capaian.db.pool.size"), setting("capaian.db.jobs.size"),
                    setting("capaian.db.system.size"));
        }

        private static int setting(String key) {
            return ConfigProvider.getConfig().getValue(key, Integer.class);
        }
    }

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

    private final Sizes sizes;
    private final WorkLimit limit;
    private final Function<String, DataSource> lookUp;
    private final Consumer<Seat> untilTransactionEnds;
    // Looked up once: JNDI is the dearest thing a request can do.
    private final Map<String, PatientPool> found = new ConcurrentHashMap<>();
    private final Map<TenantCode, Shares> shares = new ConcurrentHashMap<>();
    private final AtomicInteger dealt = new AtomicInteger();
    private final List<Semaphore> connections;
    private final List<Semaphore> takingLong;
    private final Share jobs;
    private final Share system;

    ContainerPools() {
        this(Sizes.configured(), WorkLimit.configured(), ContainerPools::lookUp, new TransactionEnd());
    }

    /**
     * Pools found somewhere.
     *
     * @param sizes                as the container has them
     * @param limit                how long a request waits for an answer
     * @param untilTransactionEnds has a seat kept until the running transaction is over, if there is one
     */
    ContainerPools(Sizes sizes, WorkLimit limit, Function<String, DataSource> lookUp,
            Consumer<Seat> untilTransactionEnds) {
        this.sizes = sizes;
        this.connections = Stream.generate(() -> fair(1)).limit((long) sizes.groups * sizes.groupSize).toList();
        this.takingLong = Stream.generate(this::allButOne).limit(sizes.groups).toList();
        this.jobs = whole(JOBS, sizes.jobs);
        this.system = whole(SYSTEM, sizes.system);
        this.limit = limit;
        this.lookUp = lookUp;
        this.untilTransactionEnds = untilTransactionEnds;
    }

    @Override
    public TenantConnector.Drawn draw(Optional<Work> work) throws SQLException {
        if (work.isEmpty()) {
            return draw(system, PATIENCE, WorkLimit.LONG);
        }
        boolean job = work.get().job();
        if (job || work.get().takesLong()) {
            return draw(job ? jobs : shareOf(work.get()), LONG_PATIENCE, WorkLimit.LONG);
        }
        long began = System.nanoTime();
        try {
            return draw(shareOf(work.get()), PATIENCE, limit);
        } finally {
            work.get().patience().waited(System.nanoTime() - began);
        }
    }

    private Share shareOf(Work work) {
        if (work.tenant() == null) {
            return system;
        }
        Shares its = shares.computeIfAbsent(work.tenant(), this::nextShares);
        return work.takesLong() ? its.takingLong : its.usual;
    }

    private TenantConnector.Drawn draw(Share share, Duration patience, WorkLimit limit) throws SQLException {
        long began = System.nanoTime();
        Seat seat = Seat.take(share.simultaneous, share.places, patience);
        try {
            Duration left = PATIENCE.minusNanos(System.nanoTime() - began);
            return new TenantConnector.Drawn(connection(share.pools.get(seat.place()), seat, left), seat::leave, limit);
        } catch (SQLException | RuntimeException | Error e) {
            seat.leave();
            throw e;
        }
    }

    /** Dealt out in the order in which tenants first come: no connection gets more of them than another. */
    private Shares nextShares(TenantCode tenant) {
        int own = Math.floorMod(dealt.getAndIncrement(), connections.size());
        int size = sizes.groupSize;
        int first = own - own % size;
        IntStream order = IntStream.range(0, size).map(i -> first + (own + i) % size);
        IntStream reverse = IntStream.rangeClosed(1, size).map(i -> first + (own + size - i) % size);
        return new Shares(share(allButOne(), order.boxed().toList()),
                share(takingLong.get(own / size), reverse.boxed().toList()));
    }

    private Share share(Semaphore simultaneous, List<Integer> order) {
        return new Share(simultaneous, order.stream().map(connections::get).toList(),
                order.stream().map(number -> TENANT + number).toList());
    }

    /** One pool of several, for whoever comes. */
    private static Share whole(String pool, int size) {
        return new Share(fair(size), List.of(fair(size)), List.of(pool));
    }

    private Semaphore allButOne() {
        return fair(Math.max(1, sizes.groupSize - 1));
    }

    /** Else a neighbour that asks without a pause takes it again each time. */
    private static Semaphore fair(int permits) {
        return new Semaphore(permits, true);
    }

    /** @param left may be less than nothing */
    private Connection connection(String pool, Seat seat, Duration left) throws SQLException {
        PatientPool asked = found.computeIfAbsent(pool, name -> new PatientPool(lookUp.apply(name)));
        Connection connection = asked.connection(left);
        try {
            // The container's own wrapper takes nothing any more once it was closed, and the transaction may end later.
            Connection its = connection.unwrap(BaseConnection.class);
            seat.atTheEnd(() -> rest(asked, its));
            // Only now: the pool, asked first, hears of the end first.
            untilTransactionEnds.accept(seat);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** Nobody works on it any more. */
    private static void rest(PatientPool pool, Connection connection) {
        try {
            if (connection.isClosed()) {
                pool.lost();
            } else {
                connection.setNetworkTimeout(Runnable::run, WorkLimit.IDLE_MILLIS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A connection that is open and idle takes no limit", e);
        }
    }

    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("No pool named " + name + "; the pre-boot file and capaian.db.* must agree", e);
        }
    }
}
