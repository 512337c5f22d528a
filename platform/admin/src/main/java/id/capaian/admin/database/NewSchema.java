package id.capaian.admin.database;

import id.capaian.admin.AdminException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;

/**
 * All migrations of a tenant in one go, for a schema that has none yet, with the history Flyway would have written: one
 * by one they cost several times the CPU. A test compares what both ways leave; from then on Flyway goes on.
 */
final class NewSchema {

    private static final String HISTORY = """
            create table $.flyway_schema_history (installed_rank integer not null, version varchar(50),
                description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
                checksum integer, installed_by varchar(100) not null, installed_on timestamp not null default now(),
                execution_time integer not null, success boolean not null);
            alter table $.flyway_schema_history add constraint flyway_schema_history_pk primary key (installed_rank);
            create index flyway_schema_history_s_idx on $.flyway_schema_history (success);
            """;
    private static final String PLACEHOLDER = "${schema}";

    private final List<MigrationInfo> migrations;
    private final String script;

    /** @param migrations all there are, in order, as Flyway found them */
    NewSchema(List<MigrationInfo> migrations) {
        this.migrations = migrations;
        StringBuilder all = new StringBuilder(HISTORY.replace("$.", PLACEHOLDER + "."));
        migrations.forEach(migration -> all.append(text(migration.getScript())).append("\n;\n"));
        this.script = all.toString();
    }

    private static String text(String script) {
        try (InputStream in = NewSchema.class.getResourceAsStream("/db/tenant/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the migrations are part of the program", e);
        }
    }

    /** Whether no migration has run in the schema. */
    static boolean isNew(Connection connection, String schema) throws SQLException {
        return Sql.holds(connection, "select pg_catalog.to_regclass(?) is null", schema + ".flyway_schema_history");
    }

    /**
     * Runs them.
     *
     * @param connection in a transaction; its search path is as before afterwards
     * @return how many they are
     */
    int make(Connection connection, String schema) {
        try {
            String path = Sql.text(connection, "select pg_catalog.current_setting('search_path')").orElse("");
            setPath(connection, path.isBlank() ? schema : schema + ", " + path);
            Sql.run(connection, script.replace(PLACEHOLDER, schema));
            setPath(connection, path);
            writeHistory(connection, schema);
            return migrations.size();
        } catch (SQLException e) {
            throw new AdminException("Migration of " + schema + " failed: " + e.getMessage(), e);
        }
    }

    private static void setPath(Connection connection, String path) throws SQLException {
        Sql.holds(connection, "select pg_catalog.set_config('search_path', ?, true) is null", path);
    }

    private void writeHistory(Connection connection, String schema) throws SQLException {
        List<String> rows = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (MigrationInfo migration : migrations) {
            rows.add("(?, ?, ?, 'SQL', ?, ?, current_user, 0, true)");
            values.addAll(List.of(rows.size(), migration.getVersion().getVersion(), migration.getDescription(),
                    migration.getScript(), migration.getChecksum()));
        }
        Sql.update(connection, "insert into " + schema + ".flyway_schema_history (installed_rank, version, description,"
                + " type, script, checksum, installed_by, execution_time, success) values " + String.join(", ", rows),
                values.toArray());
    }
}
