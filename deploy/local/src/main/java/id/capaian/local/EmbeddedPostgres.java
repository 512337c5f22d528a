package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * A real PostgreSQL on this machine, out of a Maven artifact, with the logins and databases of the product in it:
 * databases {@code capaian} and {@code keycloak}; logins {@code p_owner}, {@code p_app}, {@code p_jobs} and
 * {@code keycloak}; superuser {@code postgres}.
 *
 * <p>For a test: <pre>{@code
 * try (EmbeddedPostgres db = EmbeddedPostgres.temporary();
 *         Connection owner = db.connect("p_owner", "capaian")) { … }
 * }</pre>
 *
 * <p>The server outlives the JVM that started it, unless it is {@link #temporary()}; starting the same home again
 * adopts it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final int LOCK_SECONDS = 60;
    private static final int PORT_ATTEMPTS = 5;
    private static final String SUPERUSER = "postgres";

    private final PostgresOptions options;
    private final Secrets secrets;
    private final PostgresControl control;
    private final boolean adopted;
    private final boolean throwAway;

    private EmbeddedPostgres(PostgresOptions options, Secrets secrets, PostgresControl control, boolean adopted,
            boolean throwAway) {
        this.options = options;
        this.secrets = secrets;
        this.control = control;
        this.adopted = adopted;
        this.throwAway = throwAway;
    }

    /**
     * Starts, or adopts, the server whose data lie in {@code options.home()}, and sees that it is prepared. One that
     * runs with other options, or does not answer within ten seconds, is replaced.
     *
     * @throws LocalException when something a person can put right stands in the way (port taken, root without help)
     */
    public static EmbeddedPostgres start(PostgresOptions options) {
        return start(options, false);
    }

    /**
     * The server of a home as it runs, with whatever options; for looking at it.
     *
     * @throws IllegalStateException when none runs
     */
    public static EmbeddedPostgres running(PostgresOptions options) {
        try {
            PostgresControl control = new PostgresControl(options, PostgresPrograms.unpackedIn(options.unpacked()));
            Secrets secrets = new Secrets(options.secrets());
            EmbeddedPostgres server = new EmbeddedPostgres(options, secrets, control, true, false);
            server.pid();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A new, empty server on a free port, gone when closed or when the JVM ends. Data are not synced to disk. The
     * programs are unpacked once for each user, below the system's temporary folder.
     */
    public static EmbeddedPostgres temporary() {
        return temporary(Ports::anyFree);
    }

    /**
     * The same with what another temporary one held, passwords among it. A copy costs a tenth of making it anew.
     *
     * @param kept the folder of {@link #keepIn}; stays as it is
     */
    public static EmbeddedPostgres temporaryLike(Path kept) {
        return temporary(Ports::anyFree, kept);
    }

    /** @param ports gives a port that was free a moment ago; asked again when somebody was faster */
    static EmbeddedPostgres temporary(IntSupplier ports) {
        return temporary(ports, null);
    }

    private static EmbeddedPostgres temporary(IntSupplier ports, Path kept) {
        try {
            Path state = Files.createTempDirectory("capaian-pg-");
            if (kept != null) {
                Trees.copy(kept, state);
            }
            // Where root cannot make a user namespace the server runs as nobody, who must get at the data.
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx--x--x"));
            PostgresOptions options = PostgresOptions.in(state, 0)
                    .unpackedIn(sharedPrograms())
                    .with("fsync", "off").with("full_page_writes", "off").with("synchronous_commit", "off")
                    .with("shared_buffers", "64MB");
            EmbeddedPostgres server = onAnyPort(options, ports);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-temporary-postgres"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Making the data directory takes seconds, in which another program may take the port. */
    private static EmbeddedPostgres onAnyPort(PostgresOptions options, IntSupplier ports) {
        for (int attempt = 1;; attempt++) {
            int port = ports.getAsInt();
            try {
                return start(options.onPort(port), true);
            } catch (LocalException e) {
                if (attempt == PORT_ATTEMPTS || Ports.isFree(port)) {
                    throw e;
                }
            }
        }
    }

    private static Path sharedPrograms() throws IOException {
        String user = System.getProperty("user.name");
        Path shared = Path.of(System.getProperty("java.io.tmpdir"), "capaian-" + user);
        Files.createDirectories(shared);
        if (!Files.getOwner(shared).getName().equals(user)) {
            throw new LocalException("The folder " + shared + " belongs to somebody else: delete it.");
        }
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        return shared;
    }

    private static EmbeddedPostgres start(PostgresOptions options, boolean throwAway) {
        try {
            Files.createDirectories(options.home());
            Path programs = PostgresPrograms.unpackedIn(options.unpacked());
            try (FileChannel channel = FileChannel.open(options.home().resolve("lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock(channel)) {
                return startLocked(options, programs, throwAway);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres startLocked(PostgresOptions options, Path programs, boolean throwAway)
            throws IOException {
        Secrets secrets = new Secrets(options.secrets());
        PostgresControl control = new PostgresControl(options, programs);
        control.initialiseOnce(secrets.get("db.superuser.password"));
        EmbeddedPostgres server = new EmbeddedPostgres(options, secrets, control,
                control.startOrAdopt(new PostgresProbe(url(options.port(), SUPERUSER), SUPERUSER,
                        secrets.get(SecretNames.password(SUPERUSER)))), throwAway);
        // Also after adopting: whoever started it may have been killed before this.
        server.bootstrap();
        return server;
    }

    /** Two launchers on one fresh folder would both initialise it: the second waits for the first. */
    private static FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOCK_SECONDS);
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > end) {
                throw new LocalException("Another start of PostgreSQL has been under way for " + LOCK_SECONDS
                        + " seconds: wait for it or stop it.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for another start", e);
            }
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameJvm) {
            return null;
        }
    }

    private void bootstrap() {
        try {
            new Bootstrap(this).run();
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new LocalException("The passwords in " + secrets.dir() + " are not those of the database in "
                        + options.home() + ": restore them, or delete both folders to begin anew.", e);
            }
            throw new LocalException("PostgreSQL runs but could not be prepared: " + e.getMessage(), e);
        }
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return options.port();
    }

    /** JDBC address of a database of this server, without user and password. */
    public String url(String database) {
        return url(port(), database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The generated password of a login, {@code postgres} among them. */
    public String password(String login) {
        return secrets.get(SecretNames.password(login));
    }

    /** True when the server ran before and was not started by this call. */
    public boolean adopted() {
        return adopted;
    }

    /** The server's process number. */
    public long pid() {
        return control.runningPid().orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
    }

    /**
     * Connects.
     *
     * @param login {@code p_owner}, {@code p_app}, {@code p_jobs}, {@code keycloak} or {@code postgres}
     * @param database {@code capaian}, {@code keycloak} or {@code postgres}
     */
    public Connection connect(String login, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", password(login));
        return DriverManager.getConnection(url(database), properties);
    }

    /** True when the server runs and the superuser gets an answer. */
    public boolean answers() {
        if (control.runningPid().isEmpty()) {
            return false;
        }
        try (Connection connection = connect(SUPERUSER, SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Stops a temporary server and keeps what it holds, for {@link #temporaryLike}.
     *
     * @param folder takes it; must not be there yet; to be deleted by whoever calls
     */
    public void keepIn(Path folder) {
        if (!throwAway) {
            throw new IllegalStateException("only what a temporary server holds is kept elsewhere");
        }
        try {
            control.stop();
            Files.move(options.home().getParent(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server, at once but cleanly; a temporary one is deleted too. Safe to repeat. */
    @Override
    public void close() {
        try {
            control.stop();
            if (throwAway) {
                Trees.delete(options.home().getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when the server of a home runs. */
    static boolean isRunning(PostgresOptions options) {
        return new PostgresProcesses(options.home().resolve("data")).server().isPresent();
    }

    /**
     * Stops the server of a home if it runs, whoever started it.
     *
     * @return true when one ran
     */
    public static boolean stop(PostgresOptions options) {
        try {
            if (!Files.exists(options.home().resolve("data"))) {
                return false;
            }
            return new PostgresControl(options, PostgresPrograms.unpackedIn(options.unpacked())).stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
