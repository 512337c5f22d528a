package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The container's pools. A tenant always draws on the same one, since a connection's memory grows with the tenants it has
 * seen (design.md 4); jobs have their own, so that an evaluation never keeps a person waiting for a connection.
 */
final class ContainerPools implements TenantConnector.Pools {

    private static final String SYSTEM = "jdbc/capaian-system";
    private static final String JOBS = "jdbc/capaian-jobs-work";
    private static final String TENANT = "jdbc/capaian-tenant-";

    private final int tenantPools = ConfigProvider.getConfig().getValue("capaian.db.pools", Integer.class);
    // Looked up once: JNDI is the dearest thing a request can do.
    private final Map<String, DataSource> found = new ConcurrentHashMap<>();

    @Override
    public Connection connection(Optional<Work> work) throws SQLException {
        return found.computeIfAbsent(work.map(this::poolOf).orElse(SYSTEM), ContainerPools::lookUp).getConnection();
    }

    private String poolOf(Work work) {
        if (work.job()) {
            return JOBS;
        }
        return work.tenant() == null ? SYSTEM : TENANT + Math.floorMod(work.tenant().value().hashCode(), tenantPools);
    }

    private static DataSource lookUp(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("No pool named " + name + "; the pre-boot file and capaian.db.pools must agree", e);
        }
    }
}
