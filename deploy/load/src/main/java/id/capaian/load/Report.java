package id.capaian.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One line that says where it was measured, and one table of what came out; printed, and kept in a file. */
final class Report {

    private static final String FILE = "table.md";
    private static final String HEAD = "| part | what | target | measured | met |\n|---|---|---|---|---|\n";
    private static final long MEGA = 1_000_000;

    private final String environment;
    private final List<Row> rows = new ArrayList<>();

    Report(House house) throws IOException, InterruptedException, SQLException {
        LoadSystem system = house.system();
        this.environment = Machine.describe() + ", " + system.settings() + ", " + house.nation().tenants()
                + " tenants with " + house.nation().people() + " people, database " + databaseBytes(system) / MEGA
                + " MB" + (house.quick() ? ", quick: a tenth of the requests, no figures to rely on" : "");
    }

    void add(List<Row> more) {
        rows.addAll(more);
        System.out.print(HEAD + lines(more));
    }

    /** Prints all there is and writes it to a file. */
    void tell(Path folder) throws IOException {
        String text = environment + "\n\n" + HEAD + lines(rows);
        System.out.println();
        System.out.print(text);
        Files.writeString(folder.resolve(FILE), text);
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
