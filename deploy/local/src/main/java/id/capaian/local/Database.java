package id.capaian.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * How to reach the product's database, ours or somebody else's.
 *
 * @param url JDBC address, without user and password
 * @param ownerPassword password of {@code p_owner}
 */
record Database(String url, String ownerPassword) {

    private static final String LOGIN_SECONDS = "10";

    Connection connect() throws SQLException {
        return connect(url, "p_owner", ownerPassword);
    }

    private static Connection connect(String url, String login, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", LOGIN_SECONDS);
        return DriverManager.getConnection(url, properties);
    }

    /** @throws LocalException when the database does not let this login in */
    static void requireLogin(String url, String login, String password) {
        try (Connection connection = connect(url, login, password)) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new LocalException("The database " + url + " does not let " + login + " in: " + e.getMessage()
                    + " Correct the address or the password; which setting holds it: deploy/local/README.md.", e);
        }
    }

    /** How many migrations have been applied, in all schemas together. */
    int migrations() {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            int count = 0;
            for (String schema : schemasWithHistory(statement)) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + schema
                        + ".flyway_schema_history where version is not null")) {
                    rows.next();
                    count += rows.getInt(1);
                }
            }
            return count;
        } catch (SQLException e) {
            throw new LocalException("The database " + url + " does not answer: " + e.getMessage(), e);
        }
    }

    /** True when the registry holds a pack with these very bytes. */
    boolean holdsPack(String sha256) {
        try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(
                "select 1 from registry.pack_artifact where sha256 = ?")) {
            statement.setString(1, sha256);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new LocalException("The registry could not be asked for packs: " + e.getMessage(), e);
        }
    }

    /** The versions of a pack that the registry holds, retired ones too. */
    List<String> packVersions(String packId) {
        return ask("select version from registry.pack_artifact where pack_id = ?", packId);
    }

    /** Lets a demo tenant enable a pack that its file does not offer; what is offered already stays as it is. */
    void offerPack(String tenant, String packId) {
        try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(
                "insert into registry.pack_offer (tenant, pack_id) values (?, ?) on conflict do nothing")) {
            statement.setString(1, tenant);
            statement.setString(2, packId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LocalException("The registry does not take the offer of " + packId + " to " + tenant + ": "
                    + e.getMessage(), e);
        }
    }

    /**
     * Id of a unit.
     *
     * @param tenant a tenant there is
     * @throws LocalException when it has no such unit
     */
    String unit(String tenant, String code) {
        return ask("select org_unit_id from t_" + tenant + ".org_unit where code = ?", code).stream().findFirst()
                .orElseThrow(() -> new LocalException(tenant + " has no unit " + code + ": take a code of"
                        + " tenants-config/demo/" + tenant + "/01-units.csv."));
    }

    private List<String> ask(String query, String value) {
        try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new LocalException("The database " + url + " does not answer: " + e.getMessage(), e);
        }
    }

    private static List<String> schemasWithHistory(Statement statement) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select quote_ident(schemaname) from pg_catalog.pg_tables"
                + " where tablename = 'flyway_schema_history'")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }
}
