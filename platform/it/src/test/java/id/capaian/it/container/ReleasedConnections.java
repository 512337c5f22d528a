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

    /** As {@link ContainerWorld} sets them. */
    private static final int POOLS = 2;
    private static final int CONNECTIONS_A_POOL = 2;

    /** Looks at one connection of one of the pools. */
    void look(int turn, Findings findings) throws SQLException {
        try (Connection connection = pool(turn % POOLS).getConnection()) {
            look(connection, findings);
        }
    }

    /** Looks at every connection there is; one that cannot be drawn is lost. */
    void lookAtAll(Findings findings) throws SQLException {
        for (int pool = 0; pool < POOLS; pool++) {
            List<Connection> held = new ArrayList<>();
            try {
                while (held.size() < CONNECTIONS_A_POOL) {
                    held.add(pool(pool).getConnection());
                    look(held.get(held.size() - 1), findings);
                }
            } catch (SQLException e) {
                findings.add(Finding.LOST_CONNECTION, "pool " + pool + ": " + e.getMessage());
            } finally {
                for (Connection connection : held) {
                    connection.close();
                }
            }
        }
    }

    /** Leaves a connection that still spoke for somebody as it should have been, for those who come after. */
    private static void look(Connection connection, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select current_user::text, current_setting('app.actor', true),
                       current_setting('app.request', true)""")) {
            row.next();
            String told = row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
            if (!told.equals("p_app  ") && !told.equals("p_app null null")) {
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
