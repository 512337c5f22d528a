package id.capaian.kernel.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection that speaks for one tenant until its transaction ends: it sends the opening statement and puts the
 * tenant's schema where SQL carries the marker. Marked SQL without a tenant is refused here; everything else that is
 * wrong is refused by the database.
 */
final class TenantConnection implements InvocationHandler {

    /** Stands in all mapped and native SQL where the schema belongs. */
    static final String MARKER = "__T__";

    private static final String QUALIFIER = MARKER + ".";
    private static final String OPENING = "select pg_catalog.set_config('role',?,true),"
            + "pg_catalog.set_config('app.actor',?,true),pg_catalog.set_config('app.request',?,true),"
            + "pg_catalog.set_config('statement_timeout',?,true)";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final Work work;
    private final WorkLimit limit;
    private Runnable whenClosed;
    private String replacement;
    private int silenceMillis;

    private TenantConnection(TenantConnector.Drawn drawn, Work work) {
        this.connection = drawn.connection();
        this.work = work;
        this.limit = drawn.limit();
        this.whenClosed = drawn.whenClosed();
    }

    /** A connection on which no unit of work has begun; marked SQL is refused. */
    static Connection unopened(TenantConnector.Drawn drawn) {
        return proxy(Connection.class, new TenantConnection(drawn, null));
    }

    /** A connection opened for the given work; closes the raw one when opening fails. */
    static Connection opened(TenantConnector.Drawn drawn, Work work) throws SQLException {
        var handler = new TenantConnection(drawn, work);
        try {
            handler.begin();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                drawn.connection().close();
            } finally {
                handler.closed();
            }
            throw e;
        }
        return proxy(Connection.class, handler);
    }

    private void begin() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new SQLException("A unit of work needs a transaction", INSUFFICIENT_PRIVILEGE);
        }
        silenceMillis = limit.silenceMillis();
        connection.setNetworkTimeout(Runnable::run, silenceMillis);
        try (PreparedStatement opening = connection.prepareStatement(OPENING)) {
            opening.setString(1, work.role());
            opening.setString(2, work.actor());
            opening.setString(3, work.requestId());
            opening.setString(4, Integer.toString(limit.statementMillis()));
            opening.execute();
        }
        // Only after the database accepted the role: a refused tenant leaves nothing behind.
        replacement = work.tenant() == null ? null : work.tenant().schema() + ".";
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement", "prepareCall", "nativeSQL" -> arguments[0] = qualify((String) arguments[0]);
            case "createStatement" -> {
                return proxy(Statement.class, new QualifyingStatement((Statement) call(connection, method, arguments)));
            }
            case "commit" -> replacement = null;
            case "close", "abort" -> {
                return close(method, arguments);
            }
            case "rollback" -> {
                // Back to a savepoint is still the same unit of work.
                if (arguments == null) {
                    replacement = null;
                }
            }
            case "equals" -> {
                return proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "setNetworkTimeout" -> silenceMillis = (int) arguments[1];
            default -> { }
        }
        return call(connection, method, arguments);
    }

    private Object close(Method method, Object[] arguments) throws Throwable {
        replacement = null;
        try {
            if (silenceMillis > WorkLimit.IDLE_MILLIS && !connection.isClosed()) {
                // Whoever draws it next is not to wait as long as this work might have.
                connection.setNetworkTimeout(Runnable::run, WorkLimit.IDLE_MILLIS);
            }
        } finally {
            closeRaw(method, arguments);
        }
        return null;
    }

    private void closeRaw(Method method, Object[] arguments) throws Throwable {
        try {
            call(connection, method, arguments);
        } finally {
            closed();
        }
    }

    /** Closing twice is closing once. */
    private void closed() {
        Runnable act = whenClosed;
        whenClosed = null;
        if (act != null) {
            act.run();
        }
    }

    private String qualify(String sql) throws SQLException {
        if (!sql.contains(QUALIFIER)) {
            return sql;
        }
        if (replacement == null) {
            throw new SQLException("Tenant table addressed outside a tenant's unit of work", INSUFFICIENT_PRIVILEGE);
        }
        return sql.replace(QUALIFIER, replacement);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TenantConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Plain statements get their SQL late: at execute and addBatch. */
    private final class QualifyingStatement implements InvocationHandler {

        private final Statement statement;

        QualifyingStatement(Statement statement) {
            this.statement = statement;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                    && (method.getName().startsWith("execute") || "addBatch".equals(method.getName()))) {
                arguments[0] = qualify(sql);
            }
            return call(statement, method, arguments);
        }
    }
}
