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
 * All migrations of a tenant for a schema that has none yet, without Flyway, which costs several times the CPU, but with
 * the history it would have written: a test compares what both ways leave, and from then on Flyway goes on. Each has a
 * transaction of its own. All in one would tell PostgreSQL's other connections of more new tables at once than they keep
 * up with; then they forget all that they know, and everybody's statements are planned anew.
 */
final class NewSchema {

    private static final String HISTORY = """
            create table ${schema}.flyway_schema_history (installed_rank integer not null, version varchar(50),
                description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
                checksum integer, installed_by varchar(100) not null, installed_on timestamp not null default now(),
                execution_time integer not null, success boolean not null);
            alter table ${schema}.flyway_schema_history add constraint flyway_schema_history_pk primary key (installed_rank);
            create index flyway_schema_history_s_idx on ${schema}.flyway_schema_history (success);
            """;
    private static final String PLACEHOLDER = "${schema}";

    private final List<Migration> migrations = new ArrayList<>();

    /** @param script with {@link #PLACEHOLDER} where the schema's name goes */
    private record Migration(MigrationInfo info, String script) {
    }

    /** @param infos all there are, in order, as Flyway found them */
    NewSchema(List<MigrationInfo> infos) {
        infos.forEach(info -> migrations.add(new Migration(info, text(info.getScript()))));
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
     * Runs them. What is killed in between, Flyway finishes.
     *
     * @return how many they are
     */
    int make(Database database, String schema) {
        try (Connection connection = database.owner()) {
            String path = Sql.text(connection, "select pg_catalog.current_setting('search_path')").orElse("");
            Sql.holds(connection, "select pg_catalog.set_config('search_path', ?, false) is null",
                    path.isBlank() ? schema : schema + ", " + path);
            Sql.run(connection, HISTORY.replace(PLACEHOLDER, schema));
            for (int i = 0; i < migrations.size(); i++) {
                run(connection, schema, i + 1, migrations.get(i));
            }
            return migrations.size();
        } catch (SQLException e) {
            throw new AdminException("Migration of " + schema + " failed: " + e.getMessage(), e);
        }
    }

    private static void run(Connection connection, String schema, int rank, Migration migration) throws SQLException {
        MigrationInfo info = migration.info();
        Database.transaction(connection, c -> {
            Sql.run(c, migration.script().replace(PLACEHOLDER, schema));
            Sql.update(c, "insert into " + schema + ".flyway_schema_history (installed_rank, version, description, type,"
                    + " script, checksum, installed_by, execution_time, success)"
                    + " values (?, ?, ?, 'SQL', ?, ?, current_user, 0, true)", rank, info.getVersion().getVersion(),
                    info.getDescription(), info.getScript(), info.getChecksum());
            return null;
        });
    }
}
