package id.capaian.admin.database;

import id.capaian.admin.AdminException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings schemas to their newest shape with Flyway; each schema keeps its own history. */
public final class Migrations {

    /** In this order: later ones refer to earlier ones. */
    private static final List<String> GLOBAL = List.of("ref", "registry", "national");
    private static final Pattern VERSION = Pattern.compile("V(\\d{12})__.+\\.sql");
    /** Held strongly, else the level is lost with the logger. */
    private static final Logger FLYWAY_LOG = Logger.getLogger("org.flywaydb");

    private final Database database;
    private NewSchema newSchema;

    public Migrations(Database database) {
        this.database = database;
        // What fails is thrown with its reason, and a try that gave way to readers is no failure.
        FLYWAY_LOG.setLevel(Level.OFF);
    }

    /** What {@link #migrateGlobal()} would do, one line each; empty when nothing is to do. */
    public List<String> plan() {
        List<String> lines = new ArrayList<>();
        database.transaction(connection -> new GlobalRoles().missing(connection))
                .forEach(role -> lines.add("make role " + role));
        for (String schema : GLOBAL) {
            for (MigrationInfo migration : flyway(schema, schema).info().pending()) {
                lines.add("migrate " + schema + " to " + migration.getVersion() + " (" + migration.getDescription()
                        + ")");
            }
        }
        return lines;
    }

    /**
     * Makes the shared roles and brings {@code ref}, {@code registry} and {@code national} up to date.
     *
     * @return how many migrations ran
     */
    public int migrateGlobal() {
        database.transaction(connection -> {
            // Programs started at the same moment would both make the roles.
            Sql.run(connection, "select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('capaian/migrate'))");
            new GlobalRoles().ensure(connection);
            ensureExtensions(connection);
            return null;
        });
        int ran = 0;
        for (String schema : GLOBAL) {
            Flyway flyway = flyway(schema, schema);
            ran += Patience.with(() -> run(flyway));
        }
        return ran;
    }

    /**
     * Brings one tenant's schema, which must exist, up to date.
     *
     * @param schema {@code t_<code>}
     * @return how many migrations ran; when it had to wait for readers, those since the last wait
     */
    public int migrateTenant(String schema) {
        Flyway flyway = flyway(schema, "tenant");
        return Patience.with(() -> run(flyway));
    }

    /**
     * The same, and a schema without any migration gets all of them without Flyway's own cost.
     *
     * @param connection to look with
     */
    public int migrateTenant(Connection connection, String schema) throws SQLException {
        return NewSchema.isNew(connection, schema) ? newSchema().make(database, schema) : migrateTenant(schema);
    }

    private synchronized NewSchema newSchema() {
        if (newSchema == null) {
            // Asked of a schema that is not there, Flyway tells all migrations it has found.
            newSchema = new NewSchema(List.of(flyway("t_none", "tenant").info().all()));
        }
        return newSchema;
    }

    /** Version of the newest tenant migration in this program; {@code registry.tenant.schema_version} once applied. */
    public String newestTenantVersion() {
        return migrationNames().map(VERSION::matcher).filter(Matcher::matches).map(match -> match.group(1))
                .max(String::compareTo).orElseThrow(() -> new IllegalStateException("no tenant migrations in here"));
    }

    /** A database whose administrator prepared less than bootstrap.sql still gets what exclusion constraints need. */
    private static void ensureExtensions(Connection connection) throws SQLException {
        Sql.run(connection, "create schema if not exists ext",
                "create extension if not exists btree_gist with schema ext");
    }

    private Flyway flyway(String schema, String folder) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(database.url(), database.ownerName(), database.ownerPassword())
                .jdbcProperties(Database.SILENT)
                .initSql(Patience.BRIEFLY)
                .schemas(schema).defaultSchema(schema).createSchemas(true)
                .locations("classpath:db/" + folder).failOnMissingLocations(true).validateMigrationNaming(true)
                .placeholders(Map.of("schema", schema))
                .load();
    }

    private static int run(Flyway flyway) {
        try {
            return flyway.migrate().migrationsExecuted;
        } catch (FlywayException e) {
            throw new AdminException("Migration of " + flyway.getConfiguration().getDefaultSchema() + " failed: "
                    + e.getMessage(), e);
        }
    }

    private static Stream<String> migrationNames() {
        URL folder = Migrations.class.getResource("/db/tenant");
        try {
            if (!(folder.openConnection() instanceof JarURLConnection inJar)) {
                return names(Path.of(folder.toURI()));
            }
            Path jarFile = Path.of(inJar.getJarFileURL().toURI());
            try (FileSystem jar = FileSystems.newFileSystem(jarFile)) {
                return names(jar.getPath("/db/tenant"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot read the tenant migrations", e);
        }
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
