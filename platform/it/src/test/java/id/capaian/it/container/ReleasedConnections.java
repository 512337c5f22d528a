package id.capaian.it.container;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Draws connections no unit of work has opened and looks whether they still speak for somebody. */
@Dependent
public class ReleasedConnections {

    /** Two pools of two, as {@link ContainerWorld} sets them; each connection is a pool of its own to the container. */
    private static final int CONNECTIONS = 4;
    /** As the pre-boot file says. */
    private static final String PLANNED_ONCE = "force_generic_plan";

    /** Looks at one of the connections. */
    void look(int turn, Findings findings) throws SQLException {
        try (Connection connection = pool(turn % CONNECTIONS).getConnection()) {
            look(connection, findings);
        }
    }

    /** Looks at every connection there is; one that cannot be drawn is lost. */
    void lookAtAll(Findings findings) throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            while (held.size() < CONNECTIONS) {
                held.add(pool(held.size()).getConnection());
                look(held.get(held.size() - 1), findings);
            }
        } catch (SQLException e) {
            findings.add(Finding.LOST_CONNECTION, "number " + held.size() + ": " + e.getMessage());
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }

    /** Leaves a connection that still spoke for somebody as it should have been, for those who come after. */
    private static void look(Connection connection, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select current_user::text, current_setting('app.actor', true),
                       current_setting('app.request', true), current_setting('plan_cache_mode')""")) {
            row.next();
            String told = row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4);
            if (!told.equals("p_app   " + PLANNED_ONCE) && !told.equals("p_app null null " + PLANNED_ONCE)) {
                findings.add(Finding.LEFTOVER_SETTING, told);
                statement.execute("reset role; reset app.actor; reset app.request");
            }
        }
    }

    private static DataSource pool(int number) {
        try {
            return InitialContext.doLookup("jdbc/capaian-tenant-" + number);
        } catch (NamingException e) {
            throw new IllegalStateException("no pool " + number, e);
        }
    }
}
