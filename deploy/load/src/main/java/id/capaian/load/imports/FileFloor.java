package id.capaian.load.imports;

import id.capaian.load.LoadSystem;
import id.capaian.load.Person;
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
 * The least an import can cost: the file read by the library the server reads it with, and its rows copied into the
 * employees of a tenant of its own, with the keys, checks and audit they have there. No row is judged or compared, and no
 * account asked for.
 */
final class FileFloor {

    private static final double NANOS_A_MILLI = 1e6;
    private static final String COPY = "copy t_%s.employee (employee_id, civil_number, full_name, title_before,"
            + " title_after, employment, rank_grade, birth_date, sex, email, phone, legal_status, number_kind, version)"
            + " from stdin (null '')";
    /** Column of the file that the table holds as a word. */
    private static final int SEX = 7;

    private final LoadSystem system;
    private final String copy;
    private final Connection connection;
    private long made;

    /** @param tenant whose employees the floor makes; nobody else's */
    FileFloor(LoadSystem system, int tenant) throws SQLException {
        this.system = system;
        this.copy = COPY.formatted(Person.code(tenant));
        this.connection = system.database().connect("postgres", "capaian");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('app.actor', 'floor', false), set_config('app.request', 'floor', false)");
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
        rows.subList(1, rows.size()).forEach(row -> copied.append(line(new UUID(made++, 1), row)).append('\n'));
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy,
                new ByteArrayInputStream(copied.toString().getBytes(StandardCharsets.UTF_8)));
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own) / NANOS_A_MILLI
                + (system.cpu().postgres() - postgres);
    }

    private static String line(UUID id, List<String> row) {
        List<String> cells = new ArrayList<>(row);
        cells.set(SEX, row.get(SEX).equals("P") ? "FEMALE" : "MALE");
        return id + "\t" + String.join("\t", cells) + "\tNIP\t1";
    }
}
