package id.capaian.kernel.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;

/**
 * A connection that speaks for one tenant until its transaction ends: it sends the opening statement and puts the
 * tenant's schema where SQL carries the marker. Marked SQL without a tenant is refused here; everything else that is
 * wrong is refused by the database. It keeps the request within the time it may wait for the database.
 */
final class TenantConnection implements InvocationHandler {

    /** Stands in all mapped and native SQL where the schema belongs. */
    static final String MARKER = "__T__";

    private static final String QUALIFIER = MARKER + ".";
    private static final String OPENING = "select pg_catalog.set_config('role',?,true),"
            + "pg_catalog.set_config('app.actor',?,true),pg_catalog.set_config('app.request',?,true),"
            + "pg_catalog.set_config('statement_timeout',?,true)";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String CANCELLED = "57014";
    /** The driver hears of less time than that only when it matters. */
    private static final int STEP_MILLIS = 100;

    private final Connection connection;
    private final Work work;
    private final long waitedBefore;
    private WorkLimit limit;
    private Runnable whenClosed;
    private String replacement;
    private int silenceMillis;

    private TenantConnection(TenantConnector.Drawn drawn, Work work) {
        this.connection = drawn.connection();
        this.work = work;
        this.waitedBefore = work == null ? 0 : work.patience().waitedMillis();
        this.limit = work == null ? drawn.limit() : drawn.limit().after(work.patience());
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
            inTime(opening::execute);
        }
        // Only after the database accepted the role: a refused tenant leaves nothing behind.
        replacement = work.tenant() == null ? null : work.tenant().schema() + ".";
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement", "prepareCall" -> {
                arguments[0] = qualify((String) arguments[0]);
                Object statement = call(connection, method, arguments);
                return limit.countsTogether() ? guarded(method.getReturnType(), statement) : statement;
            }
            case "nativeSQL" -> arguments[0] = qualify((String) arguments[0]);
            case "createStatement" -> {
                return guarded(Statement.class, call(connection, method, arguments));
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
            case "setNetworkTimeout" -> {
                // Comes from WorkLimit.liftFrom alone.
                silenceMillis = (int) arguments[1];
                limit = WorkLimit.LONG;
            }
            default -> { }
        }
        return call(connection, method, arguments);
    }

    private Object close(Method method, Object[] arguments) throws Throwable {
        replacement = null;
        try {
            if (silenceMillis > WorkLimit.ENDING_MILLIS && !connection.isClosed()) {
                // What ends it is heard of soon, however long the work might have taken.
                connection.setNetworkTimeout(Runnable::run, WorkLimit.ENDING_MILLIS);
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

    private Object guarded(Class<?> type, Object statement) {
        return proxy(type, new GuardedStatement(statement));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TenantConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** What the database is asked. */
    @FunctionalInterface
    private interface Question<T, E extends Throwable> {
        T ask() throws E;
    }

    /** Asks within the time that is left to the request, and counts what it took. */
    private <T, E extends Throwable> T inTime(Question<T, E> question) throws E, SQLException {
        if (!limit.countsTogether()) {
            return question.ask();
        }
        hurry();
        long began = System.nanoTime();
        try {
            return question.ask();
        } finally {
            work.patience().waited(System.nanoTime() - began);
        }
    }

    private void hurry() throws SQLException {
        long left = limit.silenceMillis() - (work.patience().waitedMillis() - waitedBefore);
        if (left <= 0) {
            throw new SQLTimeoutException("The request has waited for the database as long as it may", CANCELLED);
        }
        if (silenceMillis - left > STEP_MILLIS) {
            silenceMillis = (int) left;
            connection.setNetworkTimeout(Runnable::run, silenceMillis);
        }
    }

    /** Plain statements get their SQL late, at execute and addBatch; of all it is counted how long they take. */
    private final class GuardedStatement implements InvocationHandler {

        private final Object statement;

        GuardedStatement(Object statement) {
            this.statement = statement;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            boolean executes = method.getName().startsWith("execute");
            if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                    && (executes || "addBatch".equals(method.getName()))) {
                arguments[0] = qualify(sql);
            }
            return executes ? inTime(() -> call(statement, method, arguments)) : call(statement, method, arguments);
        }
    }
}
