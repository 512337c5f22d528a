package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Migrations;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Plans revised before indicators had an identity: what was recorded for either version is found afterwards. */
class IndicatorIdentityIT {

    private static final String BEFORE = "202611250200";
    private static final String T = "t_before.";
    private static TwoTenants two;

    @BeforeAll
    static void aRevisedPlanWithProgressOnBothVersions() throws SQLException {
        two = TwoTenants.migrated();
        AdminConfig config = two.config();
        Flyway.configure().dataSource(config.databaseUrl(), "p_owner", config.ownerPassword()).schemas("t_before")
                .locations("classpath:db/tenant").placeholders(Map.of("schema", "t_before")).target(BEFORE).load()
                .migrate();
        two.owner("set app.actor = 'test'; set app.request = 'test'; set search_path = t_before;"
                + "insert into employee values ('" + id(1)
                + "', 'NIP', '199003152014032001', 'Siti', null, null, 'PNS', null,"
                + " '1990-03-15', 'FEMALE', null, null, '01', 1);"
                + "insert into org_unit values ('" + id(2)
                + "', 'U', 'Puskesmas', 'HEALTH_CENTRE', null, '2020-01-01', null, 1);"
                + "insert into position values ('" + id(3) + "', 'P', 'Perawat', 'FUNCTIONAL_EXPERT', 'health', 1);"
                + "insert into assignment values ('" + id(4) + "', '" + id(1) + "', '" + id(3) + "', '" + id(2)
                + "', 'DEFINITIVE', '2024-01-01', null, 1);"
                + "insert into assessment_period values ('" + id(5)
                + "', 'Q3', 'Q3', 'QUARTERLY', '2026-07-01', '2026-09-30',"
                + " 'OPEN', 1), ('" + id(6) + "', 'Q4', 'Q4', 'QUARTERLY', '2026-10-01', '2026-12-31', 'OPEN', 1);"
                + "insert into skp values ('" + id(7) + "', '" + id(4)
                + "', '2026-01-01', '2026-12-31', 'ACTIVE', 2, null, 1);"
                + version(1) + version(2)
                // Both versions have an entry of Q3, the second the later one. Q4 has one of the second only.
                + entry(50, 21, 5, "2026-08-01") + entry(51, 22, 5, "2026-09-01") + entry(52, 22, 6, "2026-10-02")
                + entry(53, 31, 6, "2026-10-02")
                + "insert into evidence values ('" + id(60) + "', '" + id(50)
                + "', 'a.pdf', 'application/pdf', 1, 'x', 'x', now(), null);"
                + "insert into progress_judgement values ('" + id(61) + "', '" + id(50) + "', true, null, 1, '" + id(1)
                + "', now());"
                + "insert into indicator_value values ('" + id(62) + "', 'PERSON', '" + id(1) + "', 'A', '" + id(5)
                + "', 1, 'progress', now(), null, null, 1, 1, 1, '" + id(50) + "', now());");
        new Migrations(new Database(config)).migrateTenant("t_before");
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    private static String id(int number) {
        return String.format("00000000-0000-7000-8000-%012d", number);
    }

    /** Version with indicators 20 + no and 30 + no, code A and none. */
    private static String version(int no) {
        return "insert into skp_version values ('" + id(10 + no) + "', '" + id(7) + "', " + no
                + ", 'QUANTITATIVE', null, null, null, null, null, now());"
                + "insert into work_result values ('" + id(15 + no) + "', '" + id(10 + no)
                + "', 'MAIN', 1, 'Hasil', null);"
                + "insert into individual_indicator values ('" + id(20 + no) + "', '" + id(15 + no)
                + "', 1, 'A', 'A', 'TIME', 'jam', 'MAX', 1, null, null, 100, 'PERSON'), ('" + id(30 + no) + "', '"
                + id(15 + no) + "', 2, null, 'B', 'TIME', 'jam', 'MAX', 1, null, null, null, 'PERSON');";
    }

    private static String entry(int id, int indicator, int period, String savedAt) {
        return "insert into progress_entry values ('" + id(id) + "', '" + id(7) + "', '" + id(period) + "', '"
                + id(indicator)
                + "', 'SAVED', 1, null, null, null, '" + savedAt + "', 1);";
    }

    @Test
    void theLaterVersionContinuesTheFirst() throws SQLException {
        assertEquals(List.of(id(21) + " null", id(22) + " " + id(21), id(31) + " null", id(32) + " " + id(31)),
                two.ask("select individual_indicator_id || ' ' || coalesce(origin_id::text, 'null') from " + T
                        + "individual_indicator order by 1"));
    }

    @Test
    void whatWasRecordedIsUnderTheFirst() throws SQLException {
        assertEquals(List.of(id(51) + " " + id(21), id(52) + " " + id(21), id(53) + " " + id(31)),
                two.ask("select progress_entry_id || ' ' || individual_indicator_id from " + T
                + "progress_entry order by 1"));
    }

    @Test
    void nothingThatHungOnAnEarlierEntryIsLost() throws SQLException {
        for (String table : List.of("evidence", "progress_judgement", "indicator_value")) {
            assertEquals(List.of(id(51)), two.ask("select progress_entry_id from " + T + table), table);
        }
        assertEquals(List.of("1"), two.ask("select count(*) from " + T + "audit_entry where actor = 'admin'"
                + " and table_name = 'progress_entry' and operation = 'DELETE'"));
    }
}
