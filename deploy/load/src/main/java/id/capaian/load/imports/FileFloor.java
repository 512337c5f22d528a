package id.capaian.load.imports;

import id.capaian.load.LoadSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.postgresql.PGConnection;

/**
 * The least an import can cost: the file read by the library the server reads it with, and its rows copied into a table
 * of the same columns and keys, without triggers, checks or history.
 */
final class FileFloor {

    private static final double NANOS_A_MILLI = 1e6;

    private final LoadSystem system;
    private final Connection connection;
    private long made;

    FileFloor(LoadSystem system) throws SQLException {
        this.system = system;
        this.connection = system.database().connect("postgres", "capaian");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create schema floor");
            statement.execute("create table floor.employee (employee_id uuid primary key, civil_number text not null"
                    + " unique, full_name text not null, title_before text, title_after text, employment text not null,"
                    + " rank_grade text, birth_date date not null, sex text not null, email text, phone text,"
                    + " legal_status text not null)");
        }
    }

    /** Milliseconds of CPU, of this program's thread and of PostgreSQL. */
    double csv(byte[] file) throws IOException, SQLException {
        return measured(() -> {
            List<List<String>> rows = new ArrayList<>();
            CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').get();
            try (CSVParser parser = CSVParser.parse(
                    new StringReader(new String(file, StandardCharsets.UTF_8)), format)) {
                parser.forEach(record -> rows.add(record.toList()));
            }
            return rows;
        });
    }

    /** The same for a workbook. */
    double xlsx(byte[] file) throws IOException, SQLException {
        return measured(() -> {
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                    Stream<Row> lines = workbook.getFirstSheet().openStream()) {
                return lines.map(line -> line.stream().map(cell -> cell == null ? "" : cell.getText()).toList())
                        .toList();
            }
        });
    }

    /** Reads a file into rows, headings first. */
    @FunctionalInterface
    private interface Reading {
        List<List<String>> rows() throws IOException;
    }

    private double measured(Reading reading) throws IOException, SQLException {
        long postgres = system.cpu().postgres();
        long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        List<List<String>> rows = reading.rows();
        StringBuilder copied = new StringBuilder();
        rows.subList(1, rows.size()).forEach(row -> copied.append(new UUID(made++, 1)).append('\t')
                .append(String.join("\t", row)).append('\n'));
        connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy floor.employee from stdin", new StringReader(copied.toString()));
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / NANOS_A_MILLI
                + (system.cpu().postgres() - postgres);
    }
}
