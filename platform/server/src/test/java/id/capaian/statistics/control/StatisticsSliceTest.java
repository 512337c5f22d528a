package id.capaian.statistics.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.EvaluationFinal;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.kernel.tenancy.Work;
import id.capaian.planning.PeriodArchived;
import id.capaian.planning.PeriodClosed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** From two tenants' evaluations to the figures of the nation, each step through its own door. */
class StatisticsSliceTest {

    private final Slice slice = Slice.ofTwoTenants();
    private final String period = "2026-Q4-" + UUID.randomUUID();

    @Test
    void countsOfTwoTenantsBecomeFiguresOfTheNation() {
        var samarinda = new Seed(slice, "samarinda", period).people(12, "VERY_GOOD", 100).people(20, "GOOD", 80)
                .people(11, "NEEDS_IMPROVEMENT", null);
        var tubei = new Seed(slice, "tubei", period).people(15, "VERY_GOOD", 90).people(30, "GOOD", null)
                .people(11, "NEEDS_IMPROVEMENT", null);
        publish("samarinda", samarinda.unit());
        publish("tubei", tubei.unit());
        refresh();
        Cube cube = read(period);
        assertEquals(99, cell(cube, "NATION", "ID", "EVALUATED", "ALL").persons());
        assertEquals(2, cell(cube, "NATION", "ID", "EVALUATED", "ALL").tenantCount());
        assertEquals(27, cell(cube, "NATION", "ID", "PREDICATE", "VERY_GOOD").persons());
        CubeCell index = regionCell("samarinda", "INDEX", "ALL");
        assertEquals(new BigDecimal("87.50"), index.mean());
        assertEquals(Slice.CLOCK.instant(), index.asOf());
        assertEquals(15, regionCell("tubei", "INDEX", "ALL").persons());
    }

    @Test
    void theNationIsShownByProvinceAndAProvinceByItsOwnGovernmentsAlone() {
        for (String tenant : List.of("samarinda", "tubei")) {
            publish(tenant, new Seed(slice, tenant, period).people(40, "GOOD", 80).unit());
        }
        refresh();
        Cube nation = read(period);
        assertEquals(List.of("PROVINCE 17", "PROVINCE 64", "NATION ID"), areas(nation));
        assertEquals("Indonesia", nation.areaName());
        assertEquals(areas(nation), areas(read(period, Cube.NATION)));
        Cube province = read(period, "64");
        assertEquals(List.of("REGION " + regionOf("samarinda"), "PROVINCE 64"), areas(province));
        assertEquals("Kalimantan Timur", province.areaName());
        assertEquals(cell(nation, "PROVINCE", "64", "EVALUATED", "ALL"),
                cell(province, "PROVINCE", "64", "EVALUATED", "ALL"));
        assertEquals(40, cell(province, "PROVINCE", "64", "EVALUATED", "ALL").persons());
    }

    @Test
    void aProvinceWithoutFiguresIsEmptyAndWhatIsNoneIsNotFound() {
        publish("tubei", new Seed(slice, "tubei", period).people(12, "GOOD", 80).unit());
        refresh();
        Cube empty = read(period, "63");
        assertEquals("Kalimantan Selatan", empty.areaName());
        assertEquals(List.of(), empty.cells());
        for (String code : List.of("00", "17.07", "tubei", "17%")) {
            var refused = assertThrows(ProblemException.class, () -> read(period, code), code);
            assertEquals(Problem.NOT_FOUND, refused.problem());
            assertEquals(List.of(new TextKey("statistics.unknown-area")), refused.arguments());
        }
    }

    @Test
    void aSmallGroupIsHiddenAndNotToBeWorkedOut() {
        var samarinda = new Seed(slice, "samarinda", period).people(3, "VERY_GOOD", 100).people(40, "GOOD", 80)
                .people(15, "NEEDS_IMPROVEMENT", 60);
        publish("samarinda", samarinda.unit());
        refresh();
        String region = regionOf("samarinda");
        Cube cube = read(period, "64");
        CubeCell small = cell(cube, "REGION", region, "PREDICATE", "VERY_GOOD");
        assertNull(small.persons());
        assertEquals("HIDDEN", small.suppression());
        assertEquals(58, cell(cube, "REGION", region, "EVALUATED", "ALL").persons());
        CubeCell next = cell(cube, "REGION", region, "PREDICATE", "NEEDS_IMPROVEMENT");
        assertEquals("HIDDEN", next.suppression());
        assertNull(next.persons());
        assertEquals(40, cell(cube, "REGION", region, "PREDICATE", "GOOD").persons());
        assertEquals(10, cube.smallestGroup());
    }

    @Test
    void reopenedEvaluationsCountNoMore() {
        var samarinda = new Seed(slice, "samarinda", period).people(12, "GOOD", 80);
        publish("samarinda", samarinda.unit());
        samarinda.reopen(12);
        publish("samarinda", samarinda.unit());
        assertEquals("7 rows, 0 persons", published(samarinda.unit()));
    }

    @Test
    void aTransferredPersonCountsOnceAndInTheNewUnit() {
        var old = new Seed(slice, "samarinda", period).people(40, "GOOD", null);
        var next = new Seed(slice, "samarinda", period).people(20, "GOOD", null).transferred(12, old, "VERY_GOOD");
        publish("samarinda", old.unit());
        publish("samarinda", next.unit());
        assertEquals("GOOD 28", predicates(old.unit()));
        assertEquals("GOOD 20, VERY_GOOD 12", predicates(next.unit()));
        refresh();
        assertEquals(60, regionCell("samarinda", "EVALUATED", "ALL").persons());
        assertEquals(0, publishMissed("samarinda"));
        next.reopen(32);
        assertEquals(2, publishMissed("samarinda"), "until the new one is final again, the old one counts");
        assertEquals("GOOD 40", predicates(old.unit()));
        assertEquals("", predicates(next.unit()));
    }

    @Test
    void whoStandsInElsewhereCountsInTheDefinitivePost() {
        var own = new Seed(slice, "samarinda", period).people(30, "GOOD", null);
        var other = new Seed(slice, "samarinda", period).people(10, "GOOD", null).acting(12, own, "VERY_GOOD");
        publish("samarinda", other.unit());
        publish("samarinda", own.unit());
        assertEquals("GOOD 10", predicates(other.unit()));
        assertEquals("GOOD 30", predicates(own.unit()));
    }

    @Test
    void bothUnitsOfAPersonArePublishedAgain() {
        var old = new Seed(slice, "samarinda", period).people(1, "GOOD", null);
        var next = new Seed(slice, "samarinda", period).transferred(1, old, "VERY_GOOD");
        UUID evaluation = UUID.fromString(look("select evaluation_id from t_samarinda.evaluation where org_unit_id = '"
                + next.unit() + "'"));
        UUID periodId = UUID.fromString(look("select assessment_period_id from t_samarinda.assessment_period"
                + " where code = '" + period + "'"));
        slice.inTenant("samarinda", "rater", work -> {
            Wiring.of(work).get(AskForSummary.class)
                    .becameFinal(new EvaluationFinal(evaluation, UUID.randomUUID(), periodId, next.unit()));
            return null;
        });
        assertEquals(Set.of(asked(old.unit()), asked(next.unit())), Set.of(look("select string_agg(task_instance, ' ')"
                + " from registry.scheduled_tasks where task_instance like '%" + period + "/%'").split(" ")));
    }

    @Test
    void whatWasMissedIsPublishedAtNightAndOnlyThat() {
        var samarinda = new Seed(slice, "samarinda", period).people(12, "GOOD", 80);
        var second = new Seed(slice, "samarinda", period).people(20, "VERY_GOOD", 90);
        publish("samarinda", second.unit());
        assertEquals(1, publishMissed("samarinda"));
        assertEquals("7 rows, 36 persons", published(samarinda.unit()));
        assertEquals(0, publishMissed("samarinda"));
        assertEquals(0, publishMissed("tubei"));
        samarinda.reopen(12);
        assertEquals(1, publishMissed("samarinda"));
        assertEquals("7 rows, 0 persons", published(samarinda.unit()));
        assertEquals("7 rows, 60 persons", published(second.unit()));
    }

    @Test
    void aClosingAsksForTheFinalFiguresInTheSameTransaction() {
        assertThrows(IllegalStateException.class, () -> slice.inTenant("samarinda", "admin", work -> {
            Wiring.of(work).get(AskForClosing.class).closed(new PeriodClosed(UUID.randomUUID(), period));
            throw new IllegalStateException("somebody has a reason against it");
        }));
        assertNull(closingsAsked());
        slice.inTenant("samarinda", "admin", work -> {
            AskForClosing asking = Wiring.of(work).get(AskForClosing.class);
            asking.closed(new PeriodClosed(UUID.randomUUID(), period));
            asking.archived(new PeriodArchived(UUID.randomUUID(), period));
            return null;
        });
        assertEquals("samarinda/ARCHIVED/" + period + " samarinda/CLOSED/" + period, closingsAsked());
    }

    /** A government is known to have closed a period when nobody in it can be missing, and with the very same commit. */
    @Test
    void figuresAreFinalOnceNobodyIsAtWorkAndThenTheyHoldEverybody() {
        var samarinda = new Seed(slice, "samarinda", period).people(40, "GOOD", 80);
        close("samarinda", ClosingJob.Cause.CLOSED.of(period));
        assertEquals("0", closed(), "the period is open");
        refresh();
        assertEquals(40, regionCell("samarinda", "EVALUATED", "ALL").persons());
        samarinda.people(2, "GOOD", 80).reopen(1);
        samarinda.put("CLOSED");
        close("samarinda", period);
        refresh();
        assertEquals("0", closed(), "a unit has an extension");
        assertEquals(40, regionCell("samarinda", "EVALUATED", "ALL").persons(), "41 are published");
        samarinda.finish();
        assertEquals(1, publishMissed("samarinda"), "as every night");
        assertEquals("1", closed());
        refresh();
        assertEquals(42, regionCell("samarinda", "EVALUATED", "ALL").persons());
    }

    /** Nothing was unfinished when it was archived, and no night looks at it any more. */
    @Test
    void anArchivedPeriodIsFinalAlthoughSomebodyWasReopenedSince() {
        var tubei = new Seed(slice, "tubei", period).people(40, "GOOD", 80).reopen(1);
        tubei.put("ARCHIVED");
        close("tubei", ClosingJob.Cause.ARCHIVED.of(period));
        assertEquals("1", closed());
    }

    @Test
    void theIndexIsThatOfTheNewestRunWheneverItsChunkWasWritten() {
        var samarinda = new Seed(slice, "samarinda", period).people(12, "GOOD", 80).suggestedLateByAnOlderRun("GOOD", 40);
        publish("samarinda", samarinda.unit());
        refresh();
        assertEquals(new BigDecimal("80.00"), regionCell("samarinda", "INDEX", "ALL").mean());
    }

    @Test
    void oneTenantCannotPublishForAnother() {
        var samarinda = new Seed(slice, "samarinda", period).people(12, "GOOD", 80);
        publish("samarinda", samarinda.unit());
        publish("tubei", samarinda.unit());
        assertEquals("7 rows, 36 persons", published(samarinda.unit()));
        slice.inTenant("tubei", "intruder", work -> work.entityManager().createNativeQuery("""
                select 1 from (select national.publish_summary(jsonb_build_array(jsonb_build_object(
                    'tenant', 'samarinda', 'period_code', cast(? as text), 'org_unit_id', cast(? as text),
                    'org_unit_name', 'x', 'measure', 'EVALUATED', 'category', 'ALL', 'person_count', 99)))) done""")
                .setParameter(1, period).setParameter(2, samarinda.unit().toString()).getSingleResult());
        assertEquals("7 rows, 36 persons", published(samarinda.unit()));
    }

    @Test
    void theNationalDoorSeesTheCubeAlone() {
        new Seed(slice, "samarinda", period);
        for (String table : List.of("national.summary", "national.cell", "t_samarinda.evaluation",
                "t_tubei.employee")) {
            assertThrows(PersistenceException.class, () -> national(entityManager ->
                    entityManager.createNativeQuery("select count(*) from " + table).getSingleResult()), table);
        }
        assertThrows(PersistenceException.class, () -> slice.inTenant("samarinda", "anna", work ->
                work.entityManager().createNativeQuery("select count(*) from national.cube").getSingleResult()));
        assertThrows(PersistenceException.class, () -> system(entityManager ->
                entityManager.createNativeQuery("select count(*) from national.summary").getSingleResult()));
    }

    @Test
    void anUnknownPeriodIsNotFoundAndTheLatestIsShownFirst() {
        var refused = assertThrows(ProblemException.class, () -> read("no-such-period"));
        assertEquals(Problem.NOT_FOUND, refused.problem());
        assertEquals(List.of(new TextKey("statistics.unknown-period")), refused.arguments());
        var tubei = new Seed(slice, "tubei", period).people(12, "GOOD", 80);
        publish("tubei", tubei.unit());
        refresh();
        assertTrue(read(period).periods().contains(period));
        Cube latest = read(null);
        assertEquals(latest.periods().get(0), latest.period());
        assertEquals(look("select string_agg(distinct period_code, ' ' order by period_code desc) from national.cube"),
                String.join(" ", latest.periods()));
    }

    @Test
    void aKeySaysWhatAJobIsAbout() {
        UUID unit = UUID.randomUUID();
        var key = new SummaryKey("2026/Q4", unit, 0).nextRound();
        assertEquals(key, SummaryKey.parse(key.text()));
        assertThrows(IllegalArgumentException.class, () -> SummaryKey.parse("2026-Q4"));
        assertFalse(key.text().isBlank());
    }

    private void publish(String tenant, UUID unit) {
        slice.inTenant(tenant, "job:publish-summary", work -> {
            new PublishSummary(new SummarySql(work.entityManager()), work.clock()).publish(period, unit);
            return null;
        });
    }

    private int publishMissed(String tenant) {
        return slice.inTenant(tenant, "job:catch-up-summary", work -> publishMissed(work).publish(period));
    }

    private static PublishMissed publishMissed(Slice.Unit work) {
        return new PublishMissed(new SummarySql(work.entityManager()), null, work.clock());
    }

    private void close(String tenant, String key) {
        slice.inTenant(tenant, "job:close-summary", work -> {
            new ClosingJob(publishMissed(work)).run(key);
            return null;
        });
    }

    private String closed() {
        return look("select count(*) from national.closed_period where period_code = '" + period + "'");
    }

    private String closingsAsked() {
        return look("select string_agg(task_instance, ' ' order by task_instance) from registry.scheduled_tasks"
                + " where task_name = 'close-summary' and task_instance like '%" + period + "'");
    }

    /** As if the one before was an hour ago. */
    private void refresh() {
        look("with aged as (update national.refreshed set began_at = began_at - interval '1 hour',"
                + " ended_at = ended_at - interval '1 hour' returning 1) select count(*) from aged");
        system(entityManager -> {
            new RefreshCube(new RefreshSql(entityManager)).refreshDue();
            return null;
        });
    }

    private Cube read(String wanted) {
        return read(wanted, null);
    }

    private Cube read(String wanted, String area) {
        return national(entityManager -> new ReadCube(new CubeSql(entityManager), Slice.CLOCK).read(wanted, area));
    }

    private CubeCell regionCell(String tenant, String measure, String category) {
        String region = regionOf(tenant);
        return cell(read(period, region.substring(0, 2)), "REGION", region, measure, category);
    }

    private static List<String> areas(Cube cube) {
        return cube.cells().stream().map(cell -> cell.level() + " " + cell.areaCode()).distinct().toList();
    }

    private <T> T national(Function<EntityManager, T> act) {
        return slice.in(new Work(Work.Door.NATIONAL, null, "analyst", "slice", false), new Caller(),
                work -> act.apply(work.entityManager()));
    }

    private <T> T system(Function<EntityManager, T> act) {
        return slice.in(new Work(Work.Door.SYSTEM, null, "system", "slice", false), new Caller(),
                work -> act.apply(work.entityManager()));
    }

    private static CubeCell cell(Cube cube, String level, String area, String measure, String category) {
        return cube.cells().stream().filter(cell -> cell.level().equals(level) && cell.areaCode().equals(area)
                && cell.measure().equals(measure) && cell.category().equals(category)).findFirst().orElseThrow();
    }

    private String regionOf(String tenant) {
        return look("select government_code from registry.tenant where code = '" + tenant + "'");
    }

    /** What lies in the summary for the unit, seen by the owner of the database's tables. */
    private String published(UUID unit) {
        return look("select count(*) || ' rows, ' || sum(person_count) || ' persons' from national.summary"
                + " where tenant = 'samarinda' and org_unit_id = '" + unit + "'");
    }

    private String asked(UUID unit) {
        return "samarinda/" + new SummaryKey(period, unit, 0).text();
    }

    /** What was published of a unit, zeros left out. */
    private String predicates(UUID unit) {
        return look("select coalesce(string_agg(category || ' ' || person_count, ', ' order by category), '')"
                + " from national.summary where measure = 'PREDICATE' and person_count > 0 and org_unit_id = '" + unit
                + "'");
    }

    private String look(String sql) {
        try (var owner = slice.connect("p_owner"); var query = owner.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
