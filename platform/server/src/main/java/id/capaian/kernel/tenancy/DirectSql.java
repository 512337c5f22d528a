package id.capaian.kernel.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * SQL straight on the connection of the running unit of work, for what every visit does: the mapping's native queries
 * take a multiple of the processor time for the same rows (deploy/load). The walls are the same, tables carry the marker
 * {@code __T__.}; text is constant, values are parameters. What the mapping has not flushed is not seen here.
 */
@ApplicationScoped
public class DirectSql {

    private final EntityManager entityManager;

    DirectSql() {
        this(null);
    }

    @Inject
    DirectSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Makes something of the rows; stands before the first one. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /**
     * Reads.
     *
     * @param values the parameters: what the driver's {@code setObject} takes, or a collection of UUIDs for a
     *               {@code uuid[]} (written {@code = any(?)})
     * @throws PersistenceException with the driver's exception as its cause
     */
    public <T> T read(String sql, Reading<T> reading, Object... values) {
        try (PreparedStatement statement = prepared(sql, values); ResultSet rows = statement.executeQuery()) {
            return reading.of(rows);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Writes; parameters and errors as in {@link #read}. Answers how many rows it concerned. */
    public int write(String sql, Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private PreparedStatement prepared(String sql, Object[] values) throws SQLException {
        Connection connection = entityManager.unwrap(Connection.class);
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Collection<?> ids
                        ? connection.createArrayOf("uuid", ids.toArray()) : values[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
