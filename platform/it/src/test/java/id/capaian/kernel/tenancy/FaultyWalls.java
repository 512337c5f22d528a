package id.capaian.kernel.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.persistence.sessions.Session;

/**
 * Test double: the server's walls on the container's pools, and beneath them something that alters what they send. The
 * database hears what it would hear from walls that forgot something.
 */
@SuppressWarnings("removal")
public final class FaultyWalls implements org.eclipse.persistence.config.SessionCustomizer {

    private static final String ROLE = "set_config('role',?,true)";

    /** What is wrong. "Another" is always the first tenant. */
    public enum Fault {

        NONE(sql -> sql),
        ROLE_LEFT_OUT(sql -> sql.replace(ROLE, "set_config('app.unused',?,true)")),
        SCHEMA_LEFT_OUT(sql -> sql.replaceAll("\\bt_it\\d+\\.", "")),
        SCHEMA_OF_ANOTHER(Fault::otherSchema),
        ROLE_OF_ANOTHER(Fault::otherRole),
        BOTH_OF_ANOTHER(sql -> otherRole(otherSchema(sql))),
        SETTINGS_OF_THE_SESSION(sql -> sql.replace(",?,true)", ",?,false)"));

        private final UnaryOperator<String> alteration;

        Fault(UnaryOperator<String> alteration) {
            this.alteration = alteration;
        }

        private static String otherSchema(String sql) {
            return sql.replaceAll("\\bt_it\\d+\\.", "t_it01.");
        }

        private static String otherRole(String sql) {
            return sql.replace(ROLE, "set_config('role',left(?,0)||'t_it01',true)");
        }
    }

    private static volatile Fault fault = Fault.NONE;

    /** From now on this is wrong. */
    public static void have(Fault wrong) {
        fault = wrong;
    }

    @Override
    public void customize(Session session) {
        Tenancy.install(session, new AlteringPools(new ContainerPools()), new TransactionWork());
    }

    private record AlteringPools(TenantConnector.Pools pools) implements TenantConnector.Pools {

        @Override
        public TenantConnector.Drawn draw(Optional<Work> work) throws SQLException {
            TenantConnector.Drawn drawn = pools.draw(work);
            return new TenantConnector.Drawn(altering(Connection.class, drawn.connection()), drawn.whenClosed(),
                    drawn.limit());
        }
    }

    private static <T> T altering(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(FaultyWalls.class.getClassLoader(), new Class<?>[] {type},
                new Altering(target)));
    }

    /** Alters every text on its way, of the connection as of its plain statements. */
    private record Altering(Object target) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
                arguments[0] = fault.alteration.apply(sql);
            }
            try {
                Object answer = method.invoke(target, arguments);
                return method.getName().equals("createStatement") ? altering(Statement.class, answer) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
