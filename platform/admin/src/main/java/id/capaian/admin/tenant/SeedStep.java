package id.capaian.admin.tenant;

import id.capaian.admin.database.Acting;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * First periods, and settings. A period that is there is left alone: from the first day on the tenant decides. A setting
 * follows the file until the tenant changes it, which shows in its version.
 */
final class SeedStep implements Step {

    private record Present(String name, LocalDate validFrom, String value, boolean changedInside) {

        boolean settles(TenantConfig.Setting wanted) {
            return name.equals(wanted.name()) && validFrom.equals(wanted.validFrom())
                    && (changedInside || value.equals(wanted.value()));
        }
    }

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
        for (TenantConfig.Setting setting : settings(connection, tenant, tables)) {
            lines.add("set " + setting.name() + " to " + setting.value());
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
        for (TenantConfig.Setting setting : settings(connection, tenant, true)) {
            Sql.update(connection, "insert into " + tenant.schema() + """
                    .setting as s (setting_id, name, value, valid_from, version) values (uuidv7(), ?, ?, ?, 1)
                    on conflict (name, valid_from) do update set value = excluded.value where s.version = 1""",
                    setting.name(), setting.value(), setting.validFrom());
        }
    }

    private static List<TenantConfig.Period> periods(Connection connection, TenantConfig tenant, boolean tables)
            throws SQLException {
        List<String> present = !tables ? List.of() : Sql.rows(connection,
                "select code from " + tenant.schema() + ".assessment_period", row -> row.getString(1));
        return tenant.periods().stream().filter(period -> !present.contains(period.code())).toList();
    }

    private static List<TenantConfig.Setting> settings(Connection connection, TenantConfig tenant, boolean tables)
            throws SQLException {
        List<Present> present = !tables ? List.of() : Sql.rows(connection,
                "select name, valid_from, value, version > 1 from " + tenant.schema() + ".setting",
                row -> new Present(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3),
                        row.getBoolean(4)));
        return tenant.settings().stream().filter(wanted -> present.stream().noneMatch(row -> row.settles(wanted)))
                .sorted(Comparator.comparing(TenantConfig.Setting::name)).toList();
    }
}
