package id.capaian.admin.export;

import id.capaian.admin.AdminException;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.admin.database.TenantSchema;
import id.capaian.admin.tenant.TenantFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * One zip: all rows as SQL and as a CSV a table, the files people handed in, the tenant's configuration, a description
 * in Indonesian and English, and the sha-256 of each entry. The tables are read as of one moment. Only the owner may read
 * the file, and it appears under its name when it is whole.
 */
public final class ExportTenant {

    private final Database database;
    private final Path store;
    private final Path configDir;

    /**
     * @param store the server's file store
     * @param configDir folder {@code tenants-config}, or null
     */
    public ExportTenant(Database database, Path store, Path configDir) {
        this.database = database;
        this.store = store;
        this.configDir = configDir;
    }

    /**
     * Writes it, in place of one of the same name.
     *
     * @param folder made when missing, readable by the owner only
     * @param name what tells it from other exports of the tenant
     * @return the file
     * @throws AdminException when there is no such tenant with tables, or a file cannot be read or written
     */
    public Path to(Path folder, String code, String name) {
        if (store == null) {
            throw new AdminException("Environment variable CAPAIAN_FILES_DIR is not set: the export would lack the"
                    + " files people handed in.");
        }
        Path whole = folder.resolve(code + "-" + name + ".zip");
        Path part = folder.resolve(whole.getFileName() + ".part");
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            write(part, code);
            return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AdminException("The export of " + code + " cannot be written into " + folder + ": "
                    + e.getMessage() + ". Make room there, or correct its rights.", e);
        } catch (SQLException e) {
            throw new AdminException("The database refused: " + e.getMessage(), e);
        }
    }

    private void write(Path part, String code) throws IOException, SQLException {
        String schema = TenantSchema.of(code);
        try (Connection connection = database.owner(); Archive archive = new Archive(part)) {
            connection.setAutoCommit(false);
            Sql.run(connection, "set transaction isolation level repeatable read, read only");
            List<Table> tables = Table.of(connection, schema);
            if (tables.isEmpty()) {
                throw new AdminException("Tenant " + code + " has no tables: check the code.");
            }
            archive.text("README.md", Description.of(connection, code, tables));
            archive.text("tenant.yaml", new Configuration(configDir).of(connection, code));
            Rows rows = new Rows(connection, schema);
            archive.entry("data.sql", out -> rows.sql(tables, out));
            for (Table table : tables) {
                archive.entry("csv/" + table.name() + ".csv", out -> rows.csv(table, out));
            }
            for (Path file : TenantFolder.files(store, code)) {
                archive.entry("files/" + file.getFileName(), out -> Files.copy(file, out));
            }
            archive.text("SHA256SUMS", sums(archive.sums()));
        }
    }

    /** As {@code sha256sum -c} reads it. */
    private static String sums(Map<String, String> sums) {
        StringBuilder lines = new StringBuilder();
        sums.forEach((entry, sha256) -> lines.append(sha256).append("  ").append(entry).append('\n'));
        return lines.toString();
    }
}
