package id.capaian.kernel.tenancy;

import java.sql.Types;
import java.util.Optional;
import java.util.Set;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Puts the walls into an EclipseLink session; used by the server's customizer and by slice tests alike. */
final class Tenancy {

    private Tenancy() {
    }

    static void install(Session session, TenantConnector.Pools pools, Supplier<Optional<Work>> currentWork) {
        for (DatabaseLogin login : loginsOf(session)) {
            login.setTableQualifier(TenantConnection.MARKER);
            // A retry after an interrupt loses a pooled connection for good (stack/tenancy.md 7.1).
            login.setQueryRetryAttemptCount(0);
            login.setConnector(new TenantConnector(pools, currentWork));
        }
        session.getDescriptors().values().stream().flatMap(descriptor -> descriptor.getMappings().stream())
                .forEach(Tenancy::leaveUuidAlone);
    }

    /**
     * The provider writes UUIDs as text and cannot read an absent one; the driver knows them as they are. An absent one must
     * be bound without a type, or a column of type uuid refuses it.
     */
    private static void leaveUuidAlone(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
            direct.setConverter(null);
            direct.getField().setSqlType(Types.OTHER);
        }
    }

    private static Set<DatabaseLogin> loginsOf(Session session) {
        Set<DatabaseLogin> logins = Collections.newSetFromMap(new IdentityHashMap<>());
        logins.add((DatabaseLogin) session.getDatasourceLogin());
        if (session instanceof ServerSession server) {
            server.getConnectionPools().values().forEach(pool -> logins.add(loginOf(pool)));
            logins.add(loginOf(server.getReadConnectionPool()));
        }
        return logins;
    }

    private static DatabaseLogin loginOf(ConnectionPool pool) {
        return (DatabaseLogin) pool.getLogin();
    }
}
