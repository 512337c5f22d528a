package id.capaian.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands Payara runs before it deploys: loopback listener, limits, compression, and the connection pools. The
 * same text serves any machine; address, user and password stay {@code MPCONFIG} references, so no password gets into
 * Payara's files.
 */
final class PreBoot {

    private static final String NETWORK = "configs.config.server-config.network-config.";
    private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";
    /** Evidence and imports; smaller limits by route are the server's own. */
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;
    /** A browser signed in to several areas, with sign-ins under way, sends more than the 8 kB the container takes. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    /**
     * Who waits for a place holds a thread: at most 120 that wait, 60 that work and 60 that work for long, half of the first
     * two for strangers, 20 and 30 of the slow ones and of those whose body comes late, and some to refuse the rest and to
     * answer health.
     */
    private static final int HTTP_THREADS = 450;
    /** Seconds in which a new connection must answer each time; a unit of work sets its own limit (ADR 009). */
    private static final int REQUESTS_WAIT = 1;
    private static final int JOBS_WAIT = 30;
    private static final int MOST_TO_CONNECT = 2;

    /** About as dear as never closing, at a tenth of the memory (stack/tenancy.md 4). */
    private static final int USES_BY_JOBS = 100;
    private static final String NO_OPTION = "";

    private PreBoot() {
    }

    /** One command a line. */
    static List<String> commands(PoolSizes pools) {
        List<String> commands = new ArrayList<>(List.of(
                "set " + NETWORK + "network-listeners.network-listener.http-listener.address=127.0.0.1",
                "set " + HTTP + "max-post-size-bytes=" + MAX_BODY_BYTES,
                "set " + HTTP + "compression=on",
                "set " + HTTP + "compression-min-size-bytes=1024",
                "set " + HTTP + "compressable-mime-type=text/html,text/css,text/plain,application/json,"
                        + "application/javascript,text/javascript,image/svg+xml",
                "set " + HTTP + "server-header=false",
                "set " + HTTP + "xpowered-by=false",
                "set " + HTTP + "max-connections=-1",
                "set " + HTTP + "header-buffer-length-bytes=" + MAX_HEADER_BYTES,
                "set " + HTTP + "http2-enabled=false",
                "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size="
                        + HTTP_THREADS));
        // Of one connection each, so that the server can choose: a tenant keeps to one while that is free.
        for (int i = 0; i < pools.tenantPools() * pools.tenant(); i++) {
            commands.addAll(pool("capaian-tenant-" + i, "p_app", "capaian.db.password", 1, REQUESTS_WAIT, NO_OPTION));
        }
        // Jobs come from every tenant: nothing but closing gives back what a connection has learnt of each.
        commands.addAll(pool("capaian-jobs-work", "p_app", "capaian.db.password", pools.jobs(), JOBS_WAIT,
                " --maxconnectionusagecount=" + USES_BY_JOBS));
        commands.addAll(pool("capaian-system", "p_app", "capaian.db.password", pools.system(), REQUESTS_WAIT,
                NO_OPTION));
        // db-scheduler commits by itself and must never be drawn into somebody's transaction.
        commands.addAll(pool("capaian-scheduler", "p_jobs", "capaian.db.jobs.password", pools.scheduler(), JOBS_WAIT,
                " --nontransactionalconnections=true --leaktimeout=60 --leakreclaim=true"));
        return commands;
    }

    /**
     * Statements are prepared at the first use and kept, because plans live as long as the statement does. They are planned
     * once, not five times before for the values of each use: with many tenants most uses are among the first. The
     * container wraps none of them: it would call each column of each row by reflection, for a tracing nobody asked for.
     * What the database adds to an error quotes rows, so exceptions, and with them the log, go without it. One connection
     * that fails its look is replaced alone: closing all of the pool would close those in use under who uses them. Where a
     * transaction holds the connection, its end gives it back; a watch for leaks would wake a timer for each request.
     * Idle connections stay: the container's look for them takes free ones out of the pool, asks the database of each and
     * puts them back without waking who came meanwhile, who then waits for three seconds beside a free connection.
     */
    private static List<String> pool(String name, String user, String passwordKey, int size, int wait, String option) {
        return List.of("create-jdbc-connection-pool --datasourceclassname=org.postgresql.ds.PGSimpleDataSource"
                + " --restype=javax.sql.DataSource --steadypoolsize=1 --maxpoolsize=" + size
                + " --poolresize=1 --maxwait=3000 --idletimeout=0"
                + " --isconnectvalidatereq=true --validationmethod=custom-validation"
                + " --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
                + " --validateatmostonceperiod=2"
                + " --statementcachesize=0 --wrapjdbcobjects=false"
                + option
                + " --property url=${MPCONFIG=capaian.db.url}:user=" + user
                + ":password=${MPCONFIG=" + passwordKey + "}"
                + ":prepareThreshold=1:preparedStatementCacheQueries=4096:preparedStatementCacheSizeMiB=16"
                + ":connectTimeout=" + Math.min(wait, MOST_TO_CONNECT) + ":socketTimeout=" + wait + ":cancelSignalTimeout=2:tcpKeepAlive=true"
                + ":logServerErrorDetail=false:options=" + PoolSizes.SESSION.replace("=", "\\=") + " " + name,
                "create-jdbc-resource --connectionpoolid=" + name + " jdbc/" + name);
    }
}
