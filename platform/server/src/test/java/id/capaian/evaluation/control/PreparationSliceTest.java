package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.Rehearsals;
import id.capaian.evaluation.Rehearsals.Played;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.planning.PeriodOpened;
import id.capaian.readiness.boundary.PreparationLanding;
import id.capaian.readiness.control.GoLive;
import id.capaian.readiness.control.Preparation;
import id.capaian.readiness.control.ReadPreparation;
import id.capaian.readiness.control.Rehearse;
import id.capaian.readiness.control.Step;
import id.capaian.readiness.control.Step.Kind;
import id.capaian.readiness.control.Step.Weight;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an empty tenant to the first open period, beside others that are live. */
class PreparationSliceTest {

    private static final String EMPTY = "persiapankosong";
    private static final String REHEARSING = "persiapangladi";
    private static final String STARTING = "persiapanmulai";

    @BeforeAll
    static void tenants() {
        for (String code : List.of(EMPTY, REHEARSING, STARTING)) {
            Sample.SLICE.apply(Slice.yamlOf("samarinda").replace("code: samarinda", "code: " + code)
                    .replace("64.72", "64.98")
                    .replaceAll("status: (CLOSED|OPEN)", "status: PLANNED"));
        }
    }

    @Test
    void aNewGovernmentMayNotGoLiveBeforeWhatItNeedsIsThere() {
        Sample nothing = Sample.ofNothing(EMPTY).withPack(new SlicePack("sha").onlyIn(UUID.randomUUID(),
                UUID.randomUUID()));
        Preparation preparation = nothing.admin(bench -> bench.get(ReadPreparation.class).read());
        assertFalse(preparation.live());
        assertEquals(List.of(Kind.values()), preparation.steps().stream().map(Step::kind).toList());
        assertEquals(Set.of(Kind.UNITS, Kind.POSTS, Kind.PEOPLE, Kind.RATERS, Kind.PACK, Kind.REHEARSAL),
                kinds(preparation.blocking()));
        assertEquals(Set.of(Kind.PEOPLE, Kind.RATERS),
                kinds(preparation.steps().stream().filter(Step::nobody).toList()));
        assertEquals(List.of("2026-Q4", "2026"), preparation.toOpen().stream().map(period -> period.code()).toList());
        GoLive.Gone gone = nothing.admin(bench -> bench.get(GoLive.class).go(EMPTY));
        assertEquals(GoLive.Outcome.BLOCKED, gone.outcome());
        assertEquals(kinds(preparation.blocking()), kinds(gone.blocking()));
        assertFalse(nothing.admin(bench -> bench.get(ReadPreparation.class).read()).live());
        assertTrue(nothing.admin(bench -> bench.get(Rehearse.class).rehearse()).played().isEmpty());
        assertTrue(nothing.adminThere(bench -> bench.get(ReadPreparation.class).read()).live(), "the other tenant is");
    }

    @Test
    void theRehearsalPlaysACycleAndLeavesNothingButThatItWasPlayed() {
        Sample sample = planned(REHEARSING);
        Map<String, Long> before = rows(REHEARSING);
        List<Played> played = sample.admin(bench -> bench.get(Rehearse.class).rehearse()).played();
        assertEquals(Rehearse.SHADOWS, played.size());
        for (Played one : played) {
            assertNull(one.stoppedAt(), one::toString);
            assertEquals("health", one.shadow().jobFamily());
            assertFalse(one.explanation().isEmpty());
        }
        assertTrue(played.stream().map(Played::predicate).distinct().count() > 1, "they do not all fare alike");
        Map<String, Long> after = rows(REHEARSING);
        assertEquals(before.get("setting") + 1, after.get("setting"));
        assertEquals(before.get("audit_entry") + 1, after.get("audit_entry"), "the note alone is audited");
        for (String noted : List.of("setting", "audit_entry")) {
            before.remove(noted);
            after.remove(noted);
        }
        assertEquals(before, after);
        long settings = rows(REHEARSING).get("setting");
        sample.admin(bench -> bench.get(Rehearse.class).rehearse());
        assertEquals(settings, rows(REHEARSING).get("setting"), "one note, however often it is played");
        Preparation preparation = sample.admin(bench -> bench.get(ReadPreparation.class).read());
        assertEquals(Rehearse.SHADOWS, preparation.rehearsed().finished());
        assertEquals(Weight.DONE, weight(preparation, Kind.REHEARSAL));
    }

    @Test
    void theRehearsalSaysWhereItStoppedAndWhy() {
        Sample sample = planned(REHEARSING);
        sample.withPack(new SlicePack("sha").onlyIn(UUID.randomUUID(), UUID.randomUUID()));
        assertStopped(sample, Rehearsals.Act.PACK, "NO_PACK");
        sample.withPack(new SlicePack("sha").disabled());
        assertStopped(sample, Rehearsals.Act.PACK, "PACK_NOT_READY");
        assertEquals(Weight.BLOCKING, weight(sample.admin(bench -> bench.get(ReadPreparation.class).read()),
                Kind.REHEARSAL));
        sample.withPack(new SlicePack("sha"));
        Sample.SLICE.inTenant(REHEARSING, "seed", unit -> unit.entityManager().createNativeQuery(
                "update __T__.position set job_family = 'unknown'").executeUpdate());
        assertStopped(sample, Rehearsals.Act.PLAN, "NO_SET");
        Sample.SLICE.inTenant(REHEARSING, "seed", unit -> unit.entityManager().createNativeQuery(
                "update __T__.position set job_family = 'health'").executeUpdate());
    }

    @Test
    void goingLiveIsConfirmedByTypingOpensThePeriodsAndHappensOnce() {
        Sample sample = planned(STARTING);
        sample.admin(bench -> bench.get(Rehearse.class).rehearse());
        Preparation prepared = sample.admin(bench -> bench.get(ReadPreparation.class).read());
        assertEquals(List.of(), prepared.blocking());
        assertEquals(Weight.WARNING, weight(prepared, Kind.RATERS), "those who rate have no rater themselves");
        assertEquals(GoLive.Outcome.NOT_CONFIRMED, go(sample, "ya"));
        assertEquals(GoLive.Outcome.NOT_CONFIRMED, go(sample, null));
        assertEquals(0, rows(STARTING).get("opened"));
        assertEquals(Optional.of("/persiapan"), sample.admin(bench -> bench.get(PreparationLanding.class).path()));
        assertEquals(Optional.empty(), sample.as(sample.government.head, bench ->
                bench.get(PreparationLanding.class).path()), "others have a home");
        assertEquals(GoLive.Outcome.LIVE, go(sample, " " + STARTING + " "));
        assertEquals(prepared.toOpen().size(), sample.fired().stream().filter(PeriodOpened.class::isInstance).count());
        assertEquals(prepared.toOpen().size(), rows(STARTING).get("opened"));
        long audited = rows(STARTING).get("audit_entry");
        assertEquals(GoLive.Outcome.LIVE, go(sample, null), "asked again it says what is");
        assertEquals(Optional.empty(), sample.admin(bench -> bench.get(PreparationLanding.class).path()));
        assertEquals(audited, rows(STARTING).get("audit_entry"));
        assertTrue(sample.admin(bench -> bench.get(ReadPreparation.class).read()).live());
        Sample.SLICE.inTenant(STARTING, "look", unit -> {
            List<?> actors = unit.entityManager().createNativeQuery("""
                    select distinct actor from __T__.audit_entry
                    where table_name = 'assessment_period' and operation = 'UPDATE'
                        and row_after ->> 'status' = 'OPEN'""").getResultList();
            assertEquals(List.of("admin"), actors);
            return null;
        });
    }

    private static GoLive.Outcome go(Sample sample, String typed) {
        return sample.admin(bench -> bench.get(GoLive.class).go(typed)).outcome();
    }

    private static Sample planned(String tenant) {
        Sample sample = new Sample(tenant);
        sample.government.period(Sample.SLICE, tenant, "PLANNED");
        return sample;
    }

    private static void assertStopped(Sample sample, Rehearsals.Act act, String code) {
        List<Played> played = sample.admin(bench -> bench.get(Rehearse.class).rehearse()).played();
        assertEquals(Set.of(act), played.stream().map(Played::stoppedAt).collect(Collectors.toSet()));
        assertEquals(Set.of(code), played.stream().map(Played::code).collect(Collectors.toSet()));
    }

    private static Set<Kind> kinds(List<Step> steps) {
        return steps.stream().map(Step::kind).collect(Collectors.toSet());
    }

    private static Weight weight(Preparation preparation, Kind kind) {
        return preparation.steps().stream().filter(step -> step.kind() == kind).findFirst().orElseThrow().weight();
    }

    /** Rows of every table of the tenant; {@code opened} are the periods that are no longer planned. */
    private static Map<String, Long> rows(String tenant) {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection owner = Sample.SLICE.connect("p_owner"); Statement ask = owner.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = ask.executeQuery("select table_name from information_schema.tables"
                    + " where table_type = 'BASE TABLE' and table_schema = 't_" + tenant + "'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                rows.put(table, count(ask, tenant + "." + table));
            }
            rows.put("opened", count(ask, tenant + ".assessment_period where status <> 'PLANNED'"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static long count(Statement ask, String what) throws SQLException {
        try (ResultSet counted = ask.executeQuery("select count(*) from t_" + what)) {
            counted.next();
            return counted.getLong(1);
        }
    }
}
