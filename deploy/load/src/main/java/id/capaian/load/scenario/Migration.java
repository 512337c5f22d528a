package id.capaian.load.scenario;

import id.capaian.load.House;
import id.capaian.load.Part;
import id.capaian.load.Person;
import id.capaian.load.Program;
import id.capaian.load.Row;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A release that expands tables everybody uses is migrated to while all tenants work; taken back in the end. Its one
 * migration takes the strongest lock of three tables, each held for a moment.
 */
final class Migration implements Part {

    private static final String VERSION = "209901010000";
    private static final List<String> TABLES = List.of("skp", "individual_indicator", "progress_entry");
    private static final String COLUMN = "load_wave";

    @Override
    public String name() {
        return "migration";
    }

    @Override
    public List<Row> measure(House house) throws Exception {
        AdminProcess admin = new AdminProcess(house, house.system().state().resolve("migration"));
        admin.addMigration(VERSION, TABLES.stream()
                .map(table -> "alter table " + table + " add column " + COLUMN + " text;\n")
                .collect(Collectors.joining()));
        List<Integer> tenants = house.nation().all();
        try (Connection connection = house.system().database().connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            String before = version(statement);
            try {
                List<Row> rows = new ArrayList<>(new Beside(house, name()).measure(
                        "all " + tenants.size() + " tenants are migrated", tenants.size(), () -> admin.apply(tenants)));
                rows.add(Row.none(name(), "tenants not migrated", behind(statement, tenants),
                        Integer.toString(tenants.size())));
                return rows;
            } finally {
                admin.stop();
                takeBack(statement, tenants, before);
            }
        }
    }

    private static String version(Statement statement) throws SQLException {
        return one(statement, "select max(schema_version) from registry.tenant");
    }

    private static int behind(Statement statement, List<Integer> tenants) throws SQLException {
        String codes = tenants.stream().map(tenant -> "'" + Person.code(tenant) + "'").collect(Collectors.joining(","));
        return tenants.size() - Integer.parseInt(one(statement, "select count(*) from registry.tenant where code in ("
                + codes + ") and observed_state = 'ACTIVE' and schema_version = '" + VERSION + "'"));
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void takeBack(Statement statement, List<Integer> tenants, String version) throws SQLException {
        Program.say("Taking the migration back");
        for (int tenant : tenants) {
            String schema = "t_" + Person.code(tenant) + ".";
            for (String table : TABLES) {
                statement.execute("alter table " + schema + table + " drop column if exists " + COLUMN);
            }
            statement.execute("delete from " + schema + "flyway_schema_history where version = '" + VERSION + "'");
        }
        statement.execute("update registry.tenant set schema_version = '" + version + "' where schema_version = '"
                + VERSION + "'");
    }
}
