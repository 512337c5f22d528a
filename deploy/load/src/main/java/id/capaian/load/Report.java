package id.capaian.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One line that says where it was measured, and one table of what came out; printed, and kept in a file of this run's own,
 * which is whole after each part: a run takes hours, and may be stopped.
 */
final class Report {

    private static final String PREFIX = "table-";
    private static final String HEAD = "| part | what | target | measured | met |\n|---|---|---|---|---|\n";
    private static final long MEGA = 1_000_000;

    private final String environment;
    private final Path file;
    private final List<String> missing;
    private final List<Row> rows = new ArrayList<>();

    /** @param parts what is to be measured, in its order */
    Report(House house, List<String> parts) throws IOException, InterruptedException, SQLException {
        this(environment(house), house.system().state().resolve(PREFIX + Instant.now().truncatedTo(ChronoUnit.MINUTES)
                .toString().replaceAll("[^0-9T]", "") + ".md"), parts);
    }

    Report(String environment, Path file, List<String> parts) {
        this.environment = environment;
        this.file = file;
        this.missing = new ArrayList<>(parts);
    }

    private static String environment(House house) throws IOException, InterruptedException, SQLException {
        LoadSystem system = house.system();
        return "Begun " + Instant.now().truncatedTo(ChronoUnit.MINUTES) + ". " + Machine.describe() + ", "
                + system.settings() + ", " + house.nation().tenants() + " tenants with " + house.nation().people()
                + " people, database " + databaseBytes(system) / MEGA + " MB, PostgreSQL " + system.postgresSettings()
                + (house.quick() ? ", quick: a tenth of the requests, no figures to rely on" : "");
    }

    /** Whether a name in the state folder is that of a table of any run, which starting and stopping leave alone. */
    static boolean isOne(Path path) {
        return path.getFileName().toString().startsWith(PREFIX);
    }

    /** What came of a part; one that could not be measured stays missing. */
    void add(String part, List<Row> more) throws IOException {
        rows.addAll(more);
        if (more.stream().noneMatch(Row::isFailed)) {
            missing.remove(part);
        }
        System.out.print(HEAD + lines(more));
        Files.writeString(file, text());
    }

    /** Whether everything that was asked for was measured. */
    boolean isWhole() {
        return missing.isEmpty();
    }

    /** Prints all there is. */
    void tell() {
        System.out.println();
        System.out.print(text());
        System.out.println("Kept in " + file);
    }

    private String text() {
        return environment + "\n\n" + HEAD + lines(rows)
                + (isWhole() ? "" : "\nNot measured: " + String.join(", ", missing) + ".\n");
    }

    static String lines(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row.part(), row.what(), row.target(),
                row.measured(), row.verdict())).append(" |\n"));
        return text.toString();
    }

    private static long databaseBytes(LoadSystem system) throws SQLException {
        try (Connection connection = system.database().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_database_size('capaian')")) {
            row.next();
            return row.getLong(1);
        }
    }
}
