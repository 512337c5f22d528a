package id.capaian.admin.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The rows of a tenant's tables, as PostgreSQL itself writes them. */
final class Rows {

    private final Connection connection;
    private final String schema;

    Rows(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** A heading, then a row a line; text in quotes where needed, empty means null, UTF-8. */
    void csv(Table table, OutputStream out) throws IOException, SQLException {
        copy("copy " + schema + "." + table.name() + " (" + columns(table) + ") to stdout (format csv, header)", out);
    }

    /**
     * What psql loads into empty tables of the same shape, as their owner, in one transaction. Triggers are off
     * meanwhile: the audit of these rows is among them.
     */
    void sql(List<Table> tables, OutputStream out) throws IOException, SQLException {
        write(out, "begin;\nset local client_encoding = 'UTF8';\n");
        for (Table table : tables) {
            String name = table.name();
            write(out, "\nalter table " + name + " disable trigger user;\n");
            write(out, "copy " + name + " (" + columns(table) + ") from stdin;\n");
            copy("copy " + schema + "." + name + " (" + columns(table) + ") to stdout", out);
            write(out, "\\.\nalter table " + name + " enable trigger user;\n");
            for (Table.Column column : table.columns()) {
                if (column.counted()) {
                    write(out, "select setval(pg_get_serial_sequence('" + name + "', '" + column.name() + "'), max("
                            + column.name() + ")) from " + name + ";\n");
                }
            }
        }
        write(out, "\ncommit;\n");
    }

    private void copy(String sql, OutputStream out) throws IOException, SQLException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
    }

    private static String columns(Table table) {
        return table.columns().stream().map(column -> '"' + column.name() + '"').collect(Collectors.joining(", "));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
