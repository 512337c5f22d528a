package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.database.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the nation may see: nothing that tells of fewer than ten persons, directly or by subtraction. */
class SuppressionIT {

    private static final String PERIOD = "2026-Q4";
    private static final List<String> ALL = List.of("samarinda", "bontang", "balikpapan", "tubei", "rejang",
            "bengkulu");
    private static TwoTenants two;

    @BeforeAll
    static void sixTenantsInTwoProvinces() {
        two = TwoTenants.applied();
        // More in their provinces, so that a province has several governments.
        two.admin().applyTenant(sibling("bontang", "64.74", "Kota Bontang"));
        two.admin().applyTenant(sibling("balikpapan", "64.71", "Kota Balikpapan"));
        two.admin().applyTenant(TwoTenants.TUBEI.replace("code: tubei", "code: rejang").replace("17.07", "17.02")
                .replace("Kabupaten Lebong", "Kabupaten Rejang Lebong"));
        // A province's own government bears the code of the province.
        two.admin().applyTenant(TwoTenants.TUBEI.replace("code: tubei", "code: bengkulu").replace("17.07", "17")
                .replace("Kabupaten Lebong", "Provinsi Bengkulu"));
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        two.owner("delete from national.summary", "delete from national.cube", "delete from national.cell",
                "delete from national.closed_period", "delete from national.last_shown");
    }

    @Test
    void showsLargeGroupsAndSums() throws SQLException {
        for (String tenant : List.of("samarinda", "bontang", "balikpapan", "tubei")) {
            publish(tenant, figure("EVALUATED", "ALL", 100, null), figure("PREDICATE", "GOOD", 60, null),
                    figure("PREDICATE", "VERY_GOOD", 40, null), figure("INDEX", "ALL", 100, "9532.50"));
        }
        refresh();
        assertEquals("400", cell("NATION", "ID", "EVALUATED", "ALL"));
        assertEquals("180", cell("PROVINCE", "64", "PREDICATE", "GOOD"));
        assertEquals(List.of("Kota Samarinda 95.33 1"), two.as("national_reader", connection -> TwoTenants.rows(
                connection, "select area_name || ' ' || value_mean || ' ' || tenant_count from national.cube"
                        + " where area_code = '64.72' and measure = 'INDEX'")));
    }

    @Test
    void hidesSmallGroupsAndTheirNeighbour() throws SQLException {
        for (String tenant : List.of("bontang", "balikpapan", "tubei")) {
            publish(tenant, figure("PREDICATE", "GOOD", 60, null), figure("PREDICATE", "VERY_GOOD", 30, null));
        }
        publish("samarinda", figure("PREDICATE", "GOOD", 60, null), figure("PREDICATE", "VERY_GOOD", 30, null),
                figure("PREDICATE", "POOR", 4, null));
        refresh();
        assertEquals("PRIMARY", why("REGION", "64.72", "PREDICATE", "POOR"));
        assertEquals("COMPLEMENTARY", why("REGION", "64.72", "PREDICATE", "VERY_GOOD"),
                "else POOR is the total minus the rest");
        assertEquals("60", cell("REGION", "64.72", "PREDICATE", "GOOD"));
    }

    @Test
    void hidesMoreWhenTheHiddenTogetherAreFew() throws SQLException {
        publish("samarinda", figure("PREDICATE", "GOOD", 60, null), figure("PREDICATE", "VERY_GOOD", 30, null),
                figure("PREDICATE", "POOR", 4, null), figure("PREDICATE", "VERY_POOR", 2, null));
        refresh();
        assertEquals("COMPLEMENTARY", why("REGION", "64.72", "PREDICATE", "VERY_GOOD"),
                "else six persons are known to be poor or worse");
    }

    @Test
    void hidesASecondRegionSoThatTheFirstIsNotTheProvinceMinusTheRest() throws SQLException {
        publish("samarinda", figure("EVALUATED", "ALL", 300, null));
        publish("bontang", figure("EVALUATED", "ALL", 7, null));
        publish("balikpapan", figure("EVALUATED", "ALL", 50, null));
        publish("tubei", figure("EVALUATED", "ALL", 80, null));
        refresh();
        assertEquals("PRIMARY", why("REGION", "64.74", "EVALUATED", "ALL"));
        assertEquals("COMPLEMENTARY", why("REGION", "64.71", "EVALUATED", "ALL"));
        assertEquals("300", cell("REGION", "64.72", "EVALUATED", "ALL"));
        assertEquals("357", cell("PROVINCE", "64", "EVALUATED", "ALL"));
    }

    @Test
    void hidesAProvinceThatIsItsOnlyRegion() throws SQLException {
        publishFour("EVALUATED", "ALL", 100);
        publish("tubei", figure("EVALUATED", "ALL", 5, null));
        refresh();
        assertEquals("PRIMARY", why("PROVINCE", "17", "EVALUATED", "ALL"));
        assertNotEquals("300", cell("PROVINCE", "64", "EVALUATED", "ALL"), "else 17 is the nation minus 64");
    }

    @Test
    void hidesASecondGovernmentBesideASmallOneOfTheProvinceItself() throws SQLException {
        publishFour("EVALUATED", "ALL", 80);
        publish("rejang", figure("EVALUATED", "ALL", 50, null));
        publish("bengkulu", figure("EVALUATED", "ALL", 7, null));
        refresh();
        assertEquals("137", cell("PROVINCE", "17", "EVALUATED", "ALL"));
        assertEquals("80", cell("REGION", "17.07", "EVALUATED", "ALL"));
        assertEquals("PRIMARY", why("REGION", "17", "EVALUATED", "ALL"));
        assertEquals("COMPLEMENTARY", why("REGION", "17.02", "EVALUATED", "ALL"));
        assertEquals(List.of(), reader().told());
    }

    @Test
    void saysOfWhichAreaEachIsAPart() throws SQLException {
        for (String tenant : ALL) {
            publish(tenant, figure("EVALUATED", "ALL", 100, null));
        }
        refresh();
        assertEquals(List.of("REGION 17", "REGION 17.02", "REGION 17.07"), partsOf("17"));
        assertEquals(List.of("REGION 64.71", "REGION 64.72", "REGION 64.74"), partsOf("64"));
        assertEquals(List.of("PROVINCE 17", "PROVINCE 64"), partsOf("ID"));
    }

    @Test
    void leavesNoCellToBeToldFromOneTable() throws SQLException {
        Random random = new Random(7);
        for (int round = 0; round < 15; round++) {
            emptyTables();
            for (String tenant : List.of("samarinda", "bontang", "balikpapan", "tubei")) {
                int[] counts = random.ints(4, 0, 40).map(n -> n < 12 ? n / 4 : n).toArray();
                publish(tenant, figure("PREDICATE", "VERY_GOOD", counts[0], null),
                        figure("PREDICATE", "GOOD", counts[1], null), figure("PREDICATE", "POOR", counts[2], null),
                        figure("PREDICATE", "VERY_POOR", counts[3], null));
            }
            refresh();
            assertEquals(List.of(), two.ask("select level || area_code from national.cell"
                    + " group by level, area_code having count(suppression) = 1"
                    + " or sum(person_count) filter (where suppression is not null) between 1 and 9"
                    + " and count(*) > count(suppression)"), "rows, round " + round);
            assertEquals(List.of(), two.ask("""
                    select w.area_code || w.category from national.cell w join national.cell p
                      on p.parent_code = w.area_code and p.category = w.category and p.level <> w.level
                     group by w.area_code, w.category, w.suppression
                    having count(p.suppression) + (w.suppression is not null)::int = 1"""), "areas, round " + round);
        }
    }

    @Test
    void changesAShownFigureOnlyWhenTenPersonsDid() throws SQLException {
        publishFour("EVALUATED", "ALL", 100);
        refresh();
        publish("samarinda", figure("EVALUATED", "ALL", 101, null));
        refresh();
        assertEquals("100", cell("REGION", "64.72", "EVALUATED", "ALL"));
        assertEquals("300", cell("PROVINCE", "64", "EVALUATED", "ALL"));
        publish("samarinda", figure("EVALUATED", "ALL", 110, null));
        refresh();
        assertEquals("110", cell("REGION", "64.72", "EVALUATED", "ALL"));
        publish("samarinda", figure("EVALUATED", "ALL", 111, null));
        refresh();
        assertEquals("110", cell("REGION", "64.72", "EVALUATED", "ALL"));
        close("samarinda");
        refresh();
        assertEquals("111", cell("REGION", "64.72", "EVALUATED", "ALL"), "the government closes the period");
    }

    @Test
    void theClosingOfOneTellsNothingOfAnother() throws SQLException {
        publishFour("EVALUATED", "ALL", 100);
        refresh();
        publish("samarinda", figure("EVALUATED", "ALL", 101, null));
        publish("bontang", figure("EVALUATED", "ALL", 101, null));
        close("samarinda");
        refresh();
        assertEquals("101", cell("REGION", "64.72", "EVALUATED", "ALL"));
        assertEquals("100", cell("REGION", "64.74", "EVALUATED", "ALL"), "Bontang is still at work");
        assertEquals("300", cell("PROVINCE", "64", "EVALUATED", "ALL"));
        for (String tenant : List.of("samarinda", "bontang", "balikpapan")) {
            close(tenant);
        }
        refresh();
        assertEquals("302", cell("PROVINCE", "64", "EVALUATED", "ALL"), "all of the province have closed");
        assertEquals("400", cell("NATION", "ID", "EVALUATED", "ALL"));
    }

    @Test
    void remembersWhatWasShownWhileItIsHidden() throws SQLException {
        publish("samarinda", figure("EVALUATED", "ALL", 300, null));
        publish("bontang", figure("EVALUATED", "ALL", 100, null));
        publish("balikpapan", figure("EVALUATED", "ALL", 50, null));
        publish("tubei", figure("EVALUATED", "ALL", 80, null));
        refresh();
        String seen = asOf("REGION", "64.71");
        assertEquals("50", cell("REGION", "64.71", "EVALUATED", "ALL"));
        publish("bontang", figure("EVALUATED", "ALL", 7, null));
        refresh();
        assertEquals("COMPLEMENTARY", why("REGION", "64.71", "EVALUATED", "ALL"));
        publish("bontang", figure("EVALUATED", "ALL", 100, null));
        publish("balikpapan", figure("EVALUATED", "ALL", 51, null));
        refresh();
        assertEquals("50", cell("REGION", "64.71", "EVALUATED", "ALL"), "else one person is told by two looks");
        assertEquals(seen, asOf("REGION", "64.71"));
        publish("balikpapan", figure("EVALUATED", "ALL", 60, null));
        refresh();
        assertEquals("60", cell("REGION", "64.71", "EVALUATED", "ALL"));
    }

    @Test
    void tellsNoMomentOfAHiddenFigure() throws SQLException {
        publish("samarinda", figure("PREDICATE", "GOOD", 60, null), figure("PREDICATE", "VERY_GOOD", 30, null),
                figure("PREDICATE", "POOR", 4, null));
        refresh();
        String shown = asOf("REGION", "64.72", "GOOD");
        assertEquals("60", cell("REGION", "64.72", "PREDICATE", "GOOD"));
        assertEquals(shown, asOf("REGION", "64.72", "POOR"));
        publish("samarinda", figure("PREDICATE", "GOOD", 60, null), figure("PREDICATE", "VERY_GOOD", 30, null),
                figure("PREDICATE", "POOR", 5, null));
        refresh();
        assertEquals(shown, asOf("REGION", "64.72", "POOR"), "else somebody became poor at that moment");
    }

    @Test
    void tellsADayAndNoMomentWhereNothingIsShown() throws SQLException {
        publish("tubei", figure("EVALUATED", "ALL", 3, null));
        refresh();
        String first = asOf("REGION", "17.07");
        assertEquals(List.of("00:00:00"),
                two.ask("select ('" + first + "'::timestamptz at time zone 'Asia/Jakarta')::time"));
        publish("tubei", figure("EVALUATED", "ALL", 4, null));
        two.owner("update national.summary set published_at = published_at + interval '3 days'");
        refresh();
        assertEquals(first, asOf("REGION", "17.07"));
    }

    @Test
    void takesFinalFiguresOnce() throws SQLException {
        publishFour("EVALUATED", "ALL", 100);
        close("samarinda");
        refresh();
        publish("samarinda", figure("EVALUATED", "ALL", 99, null));
        close("bontang");
        refresh();
        assertEquals("100", cell("REGION", "64.72", "EVALUATED", "ALL"), "a correction after the closing is one person");
        publish("samarinda", figure("EVALUATED", "ALL", 90, null));
        refresh();
        assertEquals("90", cell("REGION", "64.72", "EVALUATED", "ALL"));
    }

    @Test
    void doesNotTellThatAGroupIsEmpty() throws SQLException {
        for (String tenant : ALL) {
            publishPredicates(tenant, 0, 90, 0, 0);
        }
        refresh();
        assertEquals("90", cell("REGION", "64.72", "EVALUATED", "ALL"));
        assertEquals("HIDDEN", cell("REGION", "64.72", "PREDICATE", "GOOD"), "else all are known to be good");
    }

    @Test
    void doesNotTellATotalByItsCategories() throws SQLException {
        publishPredicates("samarinda", 100, 100, 30, 30);
        publishPredicates("balikpapan", 12, 13, 14, 15);
        publishPredicates("bontang", 2, 3, 0, 1);
        refresh();
        assertEquals("PRIMARY", why("REGION", "64.74", "EVALUATED", "ALL"));
        assertEquals("COMPLEMENTARY", why("REGION", "64.71", "EVALUATED", "ALL"));
        assertEquals(List.of(), reader().told());
    }

    @Test
    void leavesNothingToBeWorkedOutAcrossTables() throws SQLException {
        Random random = new Random(11);
        int shown = 0;
        for (int round = 0; round < 25; round++) {
            emptyTables();
            int size = 15 + random.nextInt(120);
            for (String tenant : ALL) {
                publishPredicates(tenant, random.ints(4, 0, size).map(n -> n < size / 3 ? n % 5 : n).toArray());
            }
            refresh();
            assertEquals(List.of(), reader().told(), "round " + round);
            shown += reader().shown();
            // Kept figures do not add up with the new ones around them: refresh has to find an end all the same.
            for (String tenant : ALL) {
                publishPredicates(tenant, random.ints(4, 0, size).map(n -> n < size / 3 ? n % 5 : n).toArray());
            }
            refresh();
            assertEquals(List.of(), reader().told(), "kept figures, round " + round);
        }
        assertTrue(shown > 25 * 8, "hiding everything is no art: " + shown);
    }

    @Test
    void mayGoDownToFiveAndNoFurther() throws SQLException {
        publishFour("EVALUATED", "ALL", 7);
        refresh();
        assertEquals("PRIMARY", why("REGION", "64.72", "EVALUATED", "ALL"));
        two.owner("insert into ref.threshold values ('national-cell', 5, 5, current_date)");
        refresh();
        assertEquals("7", cell("REGION", "64.72", "EVALUATED", "ALL"));
        two.owner("delete from ref.threshold where name = 'national-cell' and valid_from = current_date");
        assertThrows(SQLException.class,
                () -> two.owner("insert into ref.threshold values ('national-cell', 4, 5, current_date)"));
    }

    @Test
    void letsATenantReplaceOnlyItsOwnUnit() throws SQLException {
        UUID other = UUID.randomUUID();
        publish("samarinda", figure("EVALUATED", "ALL", 40, null));
        publishUnit("samarinda", other, figure("EVALUATED", "ALL", 30, null));
        publish("tubei", figure("EVALUATED", "ALL", 20, null));
        publish("samarinda", figure("EVALUATED", "ALL", 45, null));
        assertEquals(List.of("samarinda 75", "tubei 20"), two.ask(
                "select tenant || ' ' || sum(person_count) from national.summary group by tenant order by tenant"));
    }

    private static String sibling(String code, String government, String name) {
        return TwoTenants.SAMARINDA.replace("code: samarinda", "code: " + code).replace("64.72", government)
                .replace("Kota Samarinda", name);
    }

    private static void publishFour(String measure, String category, int count) throws SQLException {
        for (String tenant : List.of("samarinda", "bontang", "balikpapan", "tubei")) {
            publishUnit(tenant, UUID.nameUUIDFromBytes((tenant + measure + category).getBytes()),
                    figure(measure, category, count, null));
        }
    }

    /** Very good, good, poor, very poor; the evaluated are their sum, as the tenants count them. */
    private static void publishPredicates(String tenant, int... counts) throws SQLException {
        publishUnit(tenant, UUID.nameUUIDFromBytes(tenant.getBytes()),
                figure("EVALUATED", "ALL", IntStream.of(counts).sum(), null),
                figure("PREDICATE", "VERY_GOOD", counts[0], null), figure("PREDICATE", "GOOD", counts[1], null),
                figure("PREDICATE", "POOR", counts[2], null), figure("PREDICATE", "VERY_POOR", counts[3], null));
    }

    private static CuriousReader reader() throws SQLException {
        return new CuriousReader(two, 10);
    }

    private static void close(String tenant) throws SQLException {
        two.as("t_" + tenant, connection -> Sql.text(connection, "select national.finish_period(?)::text", PERIOD));
    }

    private static String figure(String measure, String category, int count, String sum) {
        return "\"measure\":\"%s\",\"category\":\"%s\",\"person_count\":%d%s".formatted(measure, category, count,
                sum == null ? "" : ",\"value_sum\":" + sum);
    }

    private static void publish(String tenant, String... figures) throws SQLException {
        String first = figures[0];
        String key = first.contains("EVALUATED") ? tenant + "EVALUATEDALL" : tenant;
        publishUnit(tenant, UUID.nameUUIDFromBytes(key.getBytes()), figures);
    }

    private static void publishUnit(String tenant, UUID unit, String... figures) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String figure : figures) {
            rows.add("{\"period_code\":\"" + PERIOD + "\",\"org_unit_id\":\"" + unit + "\",\"org_unit_name\":\"Dinas\","
                    + figure + "}");
        }
        two.as("t_" + tenant, connection -> Sql.text(connection,
                "select national.publish_summary(?::jsonb)::text", "[" + String.join(",", rows) + "]"));
    }

    private static void refresh() throws SQLException {
        two.as("registry_writer", connection -> Sql.text(connection, "select national.refresh(?)::text", PERIOD));
    }

    private static List<String> partsOf(String area) throws SQLException {
        return two.as("national_reader", connection -> TwoTenants.rows(connection,
                "select level || ' ' || area_code from national.cube where parent_code = '" + area + "' order by 1"));
    }

    private static String asOf(String level, String area) throws SQLException {
        return asOf(level, area, "ALL");
    }

    private static String asOf(String level, String area, String category) throws SQLException {
        return two.as("national_reader", connection -> Sql.text(connection, "select as_of::text from national.cube"
                + " where level = ? and area_code = ? and category = ?", level, area, category).orElseThrow());
    }

    /** Why a cell is hidden, which no reader is told. */
    private static String why(String level, String area, String measure, String category) throws SQLException {
        assertEquals("HIDDEN", cell(level, area, measure, category));
        return two.ask("select suppression from national.cell where level = '" + level + "' and area_code = '" + area
                + "' and measure = '" + measure + "' and category = '" + category + "'").get(0);
    }

    /** What a reader sees: the count, or that there is none to be seen. */
    private static String cell(String level, String area, String measure, String category) throws SQLException {
        return two.as("national_reader", connection -> Sql.text(connection,
                "select coalesce(suppression, person_count::text) from national.cube"
                        + " where level = ? and area_code = ? and measure = ? and category = ?",
                level, area, measure, category).orElse("no cell"));
    }
}
