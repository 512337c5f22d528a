package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.StepWatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** One tenant's export, beside another tenant that must not be in it. */
class ExportIT {

    private static final String FILE = "cd".repeat(32);

    private static TwoTenants two;
    private static KeycloakDouble keycloak;
    private static Operator operator;

    @BeforeAll
    static void twoTenantsWithPeopleAndFiles() throws SQLException, IOException {
        two = TwoTenants.migrated();
        keycloak = new KeycloakDouble();
        operator = new Operator(two, keycloak);
        for (String code : List.of("bahari", "lestari")) {
            operator.open(code);
            operator.reconcile();
            two.as("t_" + code, connection -> Sql.update(connection, "insert into t_" + code + ".employee (employee_id,"
                    + " number_kind, civil_number, full_name, employment, birth_date, sex, legal_status, version)"
                    + " values (uuidv7(), 'NIP', '199001012020012002', 'Siti, dari " + code + " \"Utara\"\nBaris dua\t\\',"
                    + " 'PNS', '1990-01-01', 'FEMALE', '01', 1)"));
            Path folder = Files.createDirectories(operator.store().resolve(code).resolve("cd"));
            Files.writeString(folder.resolve(FILE), "bukti dari " + code);
            Files.writeString(folder.resolve("f1.part"), "belum selesai");
        }
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        two.close();
    }

    @Test
    void holdsEverythingOfTheTenantAndNothingOfOthers() throws Exception {
        UUID order = operator.order("bahari", "EXPORT", null);
        operator.reconcile();
        String name = two.ask("select outcome from registry.tenant_order where kind = 'EXPORT'").get(0);
        assertEquals("bahari-" + order + ".zip", name);
        Path zip = operator.exports().resolve(name);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip.getParent())));
        try (ZipFile file = new ZipFile(zip.toFile())) {
            List<String> names = file.stream().map(ZipEntry::getName).toList();
            List<String> tables = two.ask("select 'csv/' || relname || '.csv' from pg_class"
                    + " where relnamespace = 't_bahari'::regnamespace and relkind = 'r'"
                    + " and relname <> 'flyway_schema_history'");
            List<String> expected = new ArrayList<>(tables);
            expected.addAll(List.of("README.md", "SHA256SUMS", "data.sql", "tenant.yaml", "files/" + FILE));
            assertEquals(expected.stream().sorted().toList(), names.stream().sorted().toList());
            assertTrue(text(file, "csv/employee.csv").startsWith("employee_id,number_kind,civil_number,"));
            assertTrue(text(file, "csv/employee.csv").contains("\"Siti, dari bahari \"\"Utara\"\"\nBaris dua\t\\\""));
            assertEquals("bukti dari bahari", text(file, "files/" + FILE));
            assertTrue(text(file, "tenant.yaml").contains("name: Kota bahari"));
            for (String entry : names) {
                assertFalse(text(file, entry).contains("lestari"), entry);
            }
            for (String line : text(file, "SHA256SUMS").lines().toList()) {
                assertEquals(line.substring(0, 64), sha256(file, line.substring(66)), line);
            }
            assertEquals(names.size() - 1, text(file, "SHA256SUMS").lines().count());
            describesEveryColumn(text(file, "README.md"));
            loadsInto(text(file, "data.sql"), "lestari");
        }
        try (Stream<Path> left = Files.list(operator.exports())) {
            assertEquals(List.of(zip), left.toList(), "nothing half-written stays");
        }
    }

    private static void describesEveryColumn(String readme) throws SQLException {
        for (String column : two.ask("select '| `' || a.attname || '` | ' || format_type(a.atttypid, a.atttypmod) || ' | '"
                + " from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relkind = 'r' and a.attnum > 0"
                + " and c.relnamespace = 't_bahari'::regnamespace and c.relname <> 'flyway_schema_history'")) {
            assertTrue(readme.contains(column), column);
        }
        assertTrue(readme.contains("| `org_unit_id` | uuid | ya / yes | org_unit |"), readme);
        assertTrue(readme.contains("data pribadi") && readme.contains("personal data"));
    }

    /** As psql would: into the tables of another tenant, emptied. */
    private static void loadsInto(String sql, String code) throws Exception {
        String schema = "t_" + code;
        List<String> before = two.ask("select full_name from t_bahari.employee");
        two.owner("set app.actor = 'test'", "set app.request = 'test'", "truncate " + String.join(", ", two.ask(
                "select '" + schema + ".' || relname from pg_class where relnamespace = '" + schema + "'::regnamespace"
                        + " and relkind = 'r' and relname <> 'flyway_schema_history'")));
        two.ownerWork(connection -> {
            connection.setAutoCommit(false);
            Sql.run(connection, "set local search_path = " + schema,
                    "set local app.actor = 'test'", "set local app.request = 'test'");
            for (String part : sql.replace("begin;", "").replace("commit;", "").split("(?m)^(?=copy |\\\\\\.$)")) {
                load(connection, part);
            }
            assertEquals(List.of("admin"), TwoTenants.rows(connection, "select distinct actor from audit_entry"
                    + " where table_name = 'role_grant'"));
            assertEquals(before, TwoTenants.rows(connection, "select full_name from employee"));
            connection.rollback();
            return null;
        });
    }

    /** A copy with its rows, or statements. */
    private static void load(Connection connection, String part) throws SQLException {
        try {
            if (part.startsWith("copy ")) {
                int end = part.indexOf('\n');
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(part.substring(0, end),
                        new StringReader(part.substring(end + 1)));
            } else {
                Sql.run(connection, part.replaceFirst("^\\\\\\.", ""));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ZipFile file, String entry) throws IOException {
        try (InputStream in = file.getInputStream(file.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(ZipFile file, String entry) throws Exception {
        try (InputStream in = file.getInputStream(file.getEntry(entry))) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        }
    }

    @Test
    void isACommandTooAndNamesATenantThereIsNot() {
        Path folder = two.files.resolve("by-hand");
        assertTrue(operator.run(0, StepWatch.NONE, "tenant", "export", "lestari", "--to", folder.toString())
                .contains("lestari: exported to " + folder));
        assertTrue(operator.run(1, StepWatch.NONE, "tenant", "export", "entah", "--to", folder.toString())
                .contains("Tenant entah has no tables: check the code."));
        assertTrue(operator.run(1, StepWatch.NONE, "tenant", "export", "../lestari", "--to", folder.toString())
                .contains("not a tenant code"));
    }
}
