package id.capaian.load;

import id.capaian.admin.Admin;
import id.capaian.admin.AdminConfig;
import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.local.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the tenants of a nation with the admin's own code and fills them by COPY, two tenants at once. Names and
 * numbers are invented; the same nation gives the same rows, but for the ids of the periods.
 */
public final class Generator {

    /** Goes up whenever the rows become others, so that no kept nation of before is taken for one of now. */
    static final int VERSION = 2;

    static final int YEAR = LocalDate.now().getYear();
    private static final int AT_ONCE = 2;
    /** Codes of the 38 provinces. */
    private static final List<Integer> PROVINCES = List.of(11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35,
            36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96);
    /** Regencies count up from 01 and cities from 71: nobody real is between. */
    private static final int FIRST_GOVERNMENT = 41;

    private final EmbeddedPostgres database;
    private final Nation nation;
    private final String packs;

    /**
     * For one database.
     *
     * @param packs what each tenant is offered, as its file says it
     */
    public Generator(EmbeddedPostgres database, Nation nation, String packs) {
        this.database = database;
        this.nation = nation;
        this.packs = packs;
    }

    /** The admin's own code. */
    public static Admin admin(EmbeddedPostgres database) {
        return new Admin(AdminConfig.database(
                database.url("capaian"), database.password("p_owner"), database.password("p_app")));
    }

    /** Makes them. Answers the id of each tenant's open period by its number. */
    public Map<Integer, UUID> make() throws SQLException, InterruptedException {
        Admin admin = admin(database);
        admin.migrate();
        List<TenantConfig> tenants = nation.all().stream()
                .map(tenant -> TenantFiles.parse(Person.code(tenant), yaml(tenant))).toList();
        for (Outcome outcome : admin.applyAllTenants(tenants, null, FirstPasswords.none(), false)) {
            if (outcome.result() == Outcome.Result.FAILED) {
                throw new IllegalStateException(outcome.code() + " was not made: " + outcome.failure());
            }
        }
        Map<Integer, UUID> periods = periods(database, nation);
        fill(periods);
        try (Connection connection = database.connect("postgres", "capaian")) {
            new NationalFigures(connection).write(nation);
        }
        return periods;
    }

    /** A tenant's file; also of one that is not of this nation. */
    public String yaml(int tenant) {
        String government = government(tenant);
        return """
                code: %s
                name: Beban %d
                government: {code: "%s", name: Beban %d, province: "%s"}
                timeZone: Asia/Makassar
                locale: id
                state: active
                calendar:
                  year: %d
                  kind: QUARTERLY
                  periods:
                    - {code: "%d", name: Tahun %d, kind: ANNUAL, startsOn: %s, endsOn: %s, status: OPEN}
                packs: %s
                settings: {answerDays: 14}
                contacts: {operations: beban@example.invalid}
                """.formatted(Person.code(tenant), tenant, government, tenant, province(tenant), YEAR, YEAR,
                YEAR, TenantRows.FIRST_DAY, TenantRows.LAST_DAY, packs);
    }

    /** Kemendagri code of the province a tenant's government is in. */
    static String province(int tenant) {
        return government(tenant).substring(0, 2);
    }

    /** Kemendagri code of a tenant's government, which is none of a real one. */
    static String government(int tenant) {
        int n = tenant - 1;
        return PROVINCES.get(n % PROVINCES.size()) + "." + (FIRST_GOVERNMENT + n / PROVINCES.size());
    }

    /** The open period of each tenant, by its number. */
    static Map<Integer, UUID> periods(EmbeddedPostgres database, Nation nation) throws SQLException {
        Map<Integer, UUID> periods = new TreeMap<>();
        try (Connection connection = database.connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            for (int tenant : nation.all()) {
                try (ResultSet row = statement.executeQuery(
                        "select assessment_period_id from t_" + Person.code(tenant) + ".assessment_period")) {
                    row.next();
                    periods.put(tenant, row.getObject(1, UUID.class));
                }
            }
        }
        return periods;
    }

    /** The largest first, so that no connection is left alone with it in the end. */
    private void fill(Map<Integer, UUID> periods) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int tenant : nation.all().stream().sorted(Comparator.comparing(nation::staffOf).reversed()).toList()) {
                running.add(workers.submit(() -> {
                    fill(tenant, periods.get(tenant));
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("not all tenants could be filled", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private void fill(int tenant, UUID period) throws SQLException, IOException {
        try (Connection connection = database.connect("postgres", "capaian")) {
            new TenantRows(tenant, nation.staffOf(tenant), nation.plan(), period).write(connection);
        }
    }
}
