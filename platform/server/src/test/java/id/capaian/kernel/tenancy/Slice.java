package id.capaian.kernel.tenancy;

import id.capaian.admin.Admin;
import id.capaian.admin.AdminConfig;
import id.capaian.kernel.identity.Caller;
import id.capaian.local.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A slice of the server on a real PostgreSQL: the same entities, the same walls, the tables made by the real admin code,
 * always two tenants (samarinda and tubei). One database for all slice tests of a run: tests make their own rows and
 * expect those of others.
 */
public final class Slice {

    /** A moment in the open quarter of 2026. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);

    /** For beans that ask the container whether a transaction runs: none does. */
    public static final RunningWork NO_CONTAINER = new RunningWork() {
        @Override
        public boolean isUnderWay() {
            return false;
        }
    };

    private static final ThreadLocal<Work> WORK = new ThreadLocal<>();
    private static final Slice SHARED = new Slice();

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final Admin admin = new Admin(AdminConfig.database(
            postgres.url("capaian"), postgres.password("p_owner"), postgres.password("p_app")));
    private final EntityManagerFactory factory;

    private Slice() {
        admin.migrate();
        admin.applyTenant(yamlOf("samarinda"));
        admin.applyTenant(yamlOf("tubei"));
        factory = Persistence.createEntityManagerFactory("capaian", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", dataSource(postgres),
                "eclipselink.session.customizer", SliceCustomizer.class.getName()));
    }

    /** The database of this run with its two tenants. */
    public static Slice ofTwoTenants() {
        return SHARED;
    }

    /** One more tenant, from the text of its file; others must not depend on there being two only. */
    public void apply(String yaml) {
        admin.applyTenant(yaml);
    }

    /** What a unit of work is handed: an entity manager behind the walls and the one who calls. */
    public record Unit(EntityManager entityManager, Caller caller, Clock clock) {
    }

    /** Runs one unit of work of a tenant and commits; an exception rolls back and comes out as it was. */
    public <T> T inTenant(String tenant, String subject, Function<Unit, T> work) {
        return inTenant(tenant, subject, null, work);
    }

    /** The same for an account that belongs to an employee. */
    public <T> T inTenant(String tenant, String subject, UUID employeeId, Function<Unit, T> work) {
        var caller = new Caller();
        caller.inRequest("slice-" + UUID.randomUUID());
        caller.signedOn(new TenantCode(tenant), subject, subject, employeeId, Set.of());
        return in(caller.work(Work.Door.TENANT), caller, work);
    }

    /** Runs one unit of work through any door. */
    public <T> T in(Work opened, Caller caller, Function<Unit, T> work) {
        WORK.set(opened);
        EntityManager entityManager = factory.createEntityManager();
        try {
            entityManager.getTransaction().begin();
            entityManager.unwrap(Connection.class);
            T result = work.apply(new Unit(entityManager, caller, CLOCK));
            entityManager.getTransaction().commit();
            return result;
        } finally {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
            WORK.remove();
        }
    }

    /** A connection of another login, for looking at the database from outside. */
    public Connection connect(String login) throws SQLException {
        return postgres.connect(login, "capaian");
    }

    static Connection connection() throws SQLException {
        Connection connection = SHARED.postgres.connect("p_app", "capaian");
        connection.setAutoCommit(false);
        return connection;
    }

    /** The file of a tenant of the repository. */
    public static String yamlOf(String tenant) {
        try {
            return Files.readString(Path.of("../../tenants-config/tenants", tenant + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource dataSource(EmbeddedPostgres postgres) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.url("capaian"));
        dataSource.setUser("p_app");
        dataSource.setPassword(postgres.password("p_app"));
        return dataSource;
    }

    static Work currentWork() {
        return WORK.get();
    }
}
