package id.capaian.admin.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries the platform's smallest groups into the reference data, effective from the day they are changed. */
public final class Thresholds {

    private static final String CURRENT = "select value from ref.threshold where name = ?"
            + " and valid_from <= current_date order by valid_from desc limit 1";

    private Thresholds() {
    }

    /** What {@link #apply} would change, one line each. */
    public static List<String> missing(Connection connection, Map<String, Integer> wanted) throws SQLException {
        List<String> lines = new ArrayList<>();
        boolean table = Sql.holds(connection, "select pg_catalog.to_regclass('ref.threshold') is not null");
        for (Map.Entry<String, Integer> threshold : wanted.entrySet()) {
            String value = threshold.getValue().toString();
            if (!table || !value.equals(Sql.text(connection, CURRENT, threshold.getKey()).orElse(null))) {
                lines.add("set threshold " + threshold.getKey() + " to " + value);
            }
        }
        return lines;
    }

    /** Adds a row for each that differs; the database refuses one below its floor. */
    public static void apply(Connection connection, Map<String, Integer> wanted) throws SQLException {
        for (Map.Entry<String, Integer> threshold : wanted.entrySet()) {
            String value = Sql.text(connection, CURRENT, threshold.getKey()).orElse(null);
            if (!threshold.getValue().toString().equals(value)) {
                Sql.update(connection, """
                        insert into ref.threshold (name, value, floor_value, valid_from)
                        select ?, ?, max(floor_value), current_date from ref.threshold where name = ?
                        on conflict (name, valid_from) do update set value = excluded.value""",
                        threshold.getKey(), threshold.getValue(), threshold.getKey());
            }
        }
    }
}
