package id.capaian.admin.tenant;

import id.capaian.admin.database.Acting;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** First periods and settings. What is there is left alone: from the first day on the tenant decides. */
final class SeedStep implements Step {

    /** Settings begin before any period, so that no date falls in front of them. */
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    @Override
    public StepName name() {
        return StepName.SEED;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        List<String> lines = new ArrayList<>();
        boolean tables = Sql.holds(connection, "select pg_catalog.to_regclass(?) is not null",
                tenant.schema() + ".setting");
        for (TenantConfig.Period period : periods(connection, tenant, tables)) {
            lines.add("make period " + period.code());
        }
        for (String setting : settings(connection, tenant, tables).keySet()) {
            lines.add("set " + setting);
        }
        return lines;
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) throws SQLException {
        Acting.asAdmin(connection);
        for (TenantConfig.Period period : periods(connection, tenant, true)) {
            Sql.update(connection, "insert into " + tenant.schema() + """
                    .assessment_period (assessment_period_id, code, name, kind, starts_on, ends_on, status, version)
                    values (uuidv7(), ?, ?, ?, ?, ?, ?, 1)""", period.code(), period.name(), period.kind(),
                    period.startsOn(), period.endsOn(), period.status());
        }
        for (Map.Entry<String, String> setting : settings(connection, tenant, true).entrySet()) {
            Sql.update(connection, "insert into " + tenant.schema()
                    + ".setting (setting_id, name, value, valid_from, version) values (uuidv7(), ?, ?, ?, 1)",
                    setting.getKey(), setting.getValue(), BEGINNING);
        }
    }

    private static List<TenantConfig.Period> periods(Connection connection, TenantConfig tenant, boolean tables)
            throws SQLException {
        List<String> present = !tables ? List.of() : Sql.rows(connection,
                "select code from " + tenant.schema() + ".assessment_period", row -> row.getString(1));
        return tenant.periods().stream().filter(period -> !present.contains(period.code())).toList();
    }

    private static Map<String, String> settings(Connection connection, TenantConfig tenant, boolean tables)
            throws SQLException {
        Map<String, String> absent = new TreeMap<>(tenant.settings());
        if (tables) {
            absent.keySet().removeAll(Sql.rows(connection, "select name from " + tenant.schema() + ".setting",
                    row -> row.getString(1)));
        }
        return absent;
    }
}
