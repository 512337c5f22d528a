package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.DryRunView;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.MoverView;
import id.capaian.evaluation.boundary.ReplayView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.boundary.TrialInput;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Trying a pack on real tables: what it says, who may see it, and that nothing is written. */
class TrialSliceTest {

    private static final String ALL = "{}";
    private static final String HARD = "{\"factor\": 0.9}";
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final Sample sample = new Sample().withPack(new TrialPacks());

    @BeforeAll
    static void offer() throws SQLException {
        try (var owner = Sample.SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from)"
                    + " values ('trial', '\\x01', now())");
            for (String version : List.of(TrialPacks.FIRST, TrialPacks.SECOND)) {
                sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names,"
                        + " key_id, signature, bytes, staged_at) values ('" + TrialPacks.ID + "', '" + version
                        + "', 'trial" + version + "', 'DATA', '>=1.0.0', '{}', 'trial', '\\x02', '\\x03', now())");
            }
            sql.execute("insert into registry.pack_offer (tenant, pack_id) values ('" + Sample.HERE + "', '"
                    + TrialPacks.ID + "')");
        }
    }

    @Test
    void aDryRunScoresEverybodyAndSaysWhoIsNotAndWhy() throws SQLException {
        List<EvaluationView> people = sample.opened();
        people.stream().limit(2).forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        Map<String, Long> before = rows();
        DryRunView found = dryRun(TrialPacks.FIRST, ALL, sample.government.office);
        assertEquals(before, rows(), "nothing is written");
        assertEquals(3, found.persons());
        assertEquals(2, found.scored());
        assertEquals(1, found.notScorable());
        assertEquals(2, found.persons("MEETS", "MEETS"));
        assertEquals("GOOD", found.cells().get(0).predicate());
        assertEquals("BEHAVIOUR_MISSING", found.reasons().get(0).reasonCode());
        assertEquals(people.get(2).evaluationId(), found.attention().get(0).evaluationId());
        assertEquals("Puskesmas", found.attention().get(0).unitName());
        assertEquals(1, looksAt(people.get(2), "evaluation.purpose.dry-run"));
        assertEquals(0, looksAt(people.get(0), "evaluation.purpose.dry-run"), "of who is only counted nobody reads");
        assertEquals(2, dryRun(TrialPacks.SECOND, HARD, sample.government.office).persons("BELOW", "MEETS"),
                "with parameters of its own");
    }

    @Test
    void aDryRunCanBeAboutAPartOfTheGovernment() {
        sample.opened();
        assertEquals(3, dryRun(TrialPacks.FIRST, ALL, sample.government.office).persons());
        DryRunView whole = dryRun(TrialPacks.FIRST, ALL, null);
        assertTrue(whole.persons() >= 3 && whole.unitName() == null, "with those of other tests of the run");
        DryRunView none = dryRun(TrialPacks.FIRST, ALL, emptyUnit());
        assertEquals(0, none.persons());
        assertEquals("Kosong", none.unitName());
        Sample.refused(Problem.NOT_FOUND, () -> dryRun(TrialPacks.FIRST, ALL, UUID.randomUUID()));
    }

    @Test
    void whoWasTakenOutOfThePeriodIsNotTried() {
        EvaluationView out = sample.opened().get(0);
        sample.admin(bench -> bench.get(ExcludeEvaluation.class).exclude(out.evaluationId(), Sample.now(out),
                new TextInput("Surat perintah 7")));
        assertEquals(2, dryRun(TrialPacks.FIRST, ALL, sample.government.office).persons());
    }

    @Test
    void aFaultIsCountedAndAPackLeftAloneEndsTheTrial() {
        sample.opened().forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        sample.withPack(new TrialPacks().failing());
        DryRunView found = dryRun(TrialPacks.FIRST, ALL, sample.government.office);
        assertEquals(3, found.faults());
        assertEquals("FAILED", found.reasons().get(0).reasonCode());
        assertNull(found.attention().get(0).reason());
        sample.withPack(new TrialPacks().resting());
        Sample.refused(Problem.TRIAL_STOPPED, () -> dryRun(TrialPacks.FIRST, ALL, sample.government.office));
    }

    @Test
    void aReplayOfAClosedPeriodSaysWhoMovesAndWhyAndWritesNothing() throws SQLException {
        List<EvaluationView> people = suggested();
        sample.government.period(Sample.SLICE, Sample.HERE, "CLOSED");
        Map<String, Long> before = rows();
        ReplayView found = replay(TrialPacks.SECOND, HARD, new Replay.Part(null, 10, true));
        assertEquals(before, rows(), "nothing is written");
        assertTrue(found.whole());
        assertEquals(3, found.compared());
        assertEquals(3, found.ratingsMoved());
        assertEquals(0, found.unchanged());
        assertEquals(List.of(TrialPacks.ID + " " + TrialPacks.SECOND), found.storedWith());
        assertEquals(List.of("SLC.NEW"), found.unseen());
        ReplayView.RatingSpread meets = found.spread().get(1);
        assertEquals(List.of("MEETS", 3, 0, 3, 3), List.of(meets.rating(), meets.resultBefore(), meets.resultAfter(),
                meets.behaviourBefore(), meets.behaviourAfter()));
        MoverView mover = found.movers().get(0);
        assertEquals("MEETS", mover.before().resultRating());
        assertEquals("BELOW", mover.after().resultRating());
        assertEquals(new BigDecimal("97.50"), mover.before().indexScore());
        assertEquals(new BigDecimal("92.75"), mover.after().indexScore());
        assertEquals("strict", mover.why().name());
        assertEquals(new BigDecimal("95.00"), mover.why().before());
        assertEquals(new BigDecimal("85.50"), mover.why().after());
        people.forEach(one -> assertEquals(1, looksAt(one, "evaluation.purpose.replay")));
    }

    @Test
    void aReplayWithWhatWasUsedMovesNobody() {
        suggested();
        ReplayView found = replay(TrialPacks.SECOND, ALL, new Replay.Part(null, 10, false));
        assertEquals(3, found.unchanged());
        assertEquals(List.of(), found.movers());
    }

    @Test
    void whoseIndexAloneMovesIsListedWhenAskedFor() {
        suggested();
        ReplayView first = replay(TrialPacks.FIRST, ALL, new Replay.Part(null, 10, true));
        assertEquals(3, first.indexMoved());
        assertEquals(List.of(), first.movers());
        MoverView mover = replay(TrialPacks.FIRST, ALL, new Replay.Part(null, 10, false)).movers().get(0);
        assertEquals("strict", mover.why().name());
        assertNull(mover.why().after(), "the first version has no such step");
    }

    @Test
    void theListGoesOnWhereItEndedAndNamesEverybodyOnce() {
        suggested();
        ReplayView first = replay(TrialPacks.SECOND, HARD, new Replay.Part(null, 2, true));
        assertEquals(2, first.movers().size());
        assertEquals(3, first.ratingsMoved(), "the first part counts everybody");
        ReplayView second = replay(TrialPacks.SECOND, HARD, new Replay.Part(first.next(), 2, true));
        assertEquals(1, second.movers().size());
        assertNull(second.next());
        assertFalse(second.whole());
        Set<UUID> named = new HashSet<>();
        first.movers().forEach(mover -> named.add(mover.evaluationId()));
        second.movers().forEach(mover -> named.add(mover.evaluationId()));
        assertEquals(3, named.size());
    }

    @Test
    void whoHasNoSuggestionOrLosesItIsToldApart() {
        List<EvaluationView> people = sample.opened();
        sample.marked(sample.submitted(people.get(0)), "MEETS");
        ReplayView nothing = replay(TrialPacks.SECOND, ALL, new Replay.Part(null, 10, false));
        assertEquals(3, nothing.withoutSuggestion());
        assertEquals(0, nothing.compared());
        sample.run();
        sample.withPack(new TrialPacks().failing());
        ReplayView failing = replay(TrialPacks.SECOND, ALL, new Replay.Part(null, 10, true));
        MoverView lost = failing.movers().stream().filter(mover -> mover.before().isScored()).findFirst().orElseThrow();
        assertEquals("FAULT", lost.after().outcome());
        assertEquals("FAILED", lost.after().reasonCode());
        assertEquals(1, failing.movers().size(), "the others had none before");
        assertEquals(2, failing.unchanged());
    }

    @Test
    void nobodyLearnsTheOwnSuggestionBeforeItIsDelivered() {
        List<EvaluationView> people = suggested();
        ReplayView found = sample.as(people.get(0).employeeId(), Set.of(Roles.REGION_HR_ADMIN), bench ->
                bench.get(Replay.class).run(input(TrialPacks.SECOND, HARD, sample.government.office),
                        new Replay.Part(null, 10, true), INDONESIAN));
        assertEquals(2, found.compared(), "counts tell it as well as a list");
        assertEquals(2, found.ratingsMoved());
        assertEquals(1, found.leftOut());
        assertEquals(2, found.spread().stream().mapToInt(ReplayView.RatingSpread::resultBefore).sum());
        assertTrue(found.movers().stream().noneMatch(mover ->
                mover.evaluationId().equals(people.get(0).evaluationId())));
        DryRunView tried = sample.as(people.get(0).employeeId(), Set.of(Roles.REGION_HR_ADMIN), bench ->
                bench.get(DryRun.class).run(input(TrialPacks.SECOND, HARD, sample.government.office),
                        INDONESIAN));
        assertEquals(2, tried.persons());
        assertEquals(1, tried.leftOut());
        assertEquals(2, tried.persons("BELOW", "MEETS"));
        assertEquals(0, dryRun(TrialPacks.FIRST, ALL, sample.government.office).leftOut());
    }

    @Test
    void aTrialWaitsForNobodyAndIsRefusedWhileAnotherIsGoingOn() {
        sample.opened();
        sample.admin(bench -> bench.get(TrialTurns.class).alone(() -> {
            Sample.refused(Problem.TRIAL_UNDER_WAY, () -> bench.get(DryRun.class)
                    .run(input(TrialPacks.FIRST, ALL, null), INDONESIAN));
            Sample.refused(Problem.TRIAL_UNDER_WAY, () -> bench.get(Replay.class)
                    .run(input(TrialPacks.FIRST, ALL, null), new Replay.Part(null, 10, true), INDONESIAN));
            return null;
        }));
    }

    @Test
    void whoHadNoSuggestionAndGetsNoneForAnotherReasonDoesNotMove() {
        sample.opened();
        sample.run();
        sample.withPack(new TrialPacks().failing());
        ReplayView found = replay(TrialPacks.SECOND, ALL, new Replay.Part(null, 10, true));
        assertEquals(3, found.compared());
        assertEquals(0, found.ratingsMoved());
        assertEquals(3, found.unchanged());
        assertEquals(List.of(), found.movers());
    }

    @Test
    void refusesWhatIsNotTheTenantsAndParametersThePackRefuses() {
        suggested();
        Sample.refused(Problem.PACK_NOT_OFFERED, () -> dryRun("9.9.9", ALL, sample.government.office));
        Sample.refused(Problem.PACK_NOT_OFFERED, () -> sample.adminThere(bench -> bench.get(DryRun.class)
                .run(input(TrialPacks.FIRST, ALL, null), INDONESIAN)));
        ProblemException refusal = Sample.refused(Problem.INVALID_INPUT, () ->
                replay(TrialPacks.SECOND, "{\"factor\": 2}", new Replay.Part(null, 10, true)));
        assertEquals("parameters/factor", refusal.fields().get(0).field());
        assertEquals("Paling besar 1,2.", refusal.fields().get(0).detail());
    }

    /** Everybody marked, and a run that suggested for all. */
    private List<EvaluationView> suggested() {
        List<EvaluationView> people = sample.opened();
        people.forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        assertEquals(3, sample.run().scored());
        return people;
    }

    private UUID emptyUnit() {
        UUID unit = UUID.randomUUID();
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> work.entityManager().createNativeQuery("""
                insert into __T__.org_unit values (?, ?, 'Kosong', 'HEALTH_CENTRE', null, '2020-01-01', null, 1)""")
                .setParameter(1, unit).setParameter(2, "E" + unit.toString().substring(0, 8)).executeUpdate());
        return unit;
    }

    private DryRunView dryRun(String version, String parameters, UUID unit) {
        return sample.admin(bench -> bench.get(DryRun.class)
                .run(input(version, parameters, unit), INDONESIAN));
    }

    private ReplayView replay(String version, String parameters, Replay.Part part) {
        return sample.admin(bench -> bench.get(Replay.class)
                .run(input(version, parameters, sample.government.office), part, INDONESIAN));
    }

    private TrialInput input(String version, String parameters, UUID unit) {
        return new TrialInput(TrialPacks.ID, version, sample.government.code, unit, parameters);
    }

    private long looksAt(EvaluationView one, String purpose) {
        return sample.admin(bench -> bench.get(AccessLog.class).of(one.employeeId(), 100)).stream()
                .filter(look -> look.purpose().equals(purpose)).count();
    }

    /** How many rows each table has, but the one that notes who looked at whom. */
    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (var all = Sample.SLICE.connect("p_owner"); var list = all.createStatement();
                var tables = list.executeQuery("select schemaname, tablename from pg_tables"
                        + " where schemaname like 't\\_%' or schemaname in ('registry', 'national', 'ref')")) {
            while (tables.next()) {
                String table = tables.getString(1) + "." + tables.getString(2);
                try (var one = all.createStatement(); var count = one.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        assertTrue(rows.size() > 60, "found only " + rows.size() + " tables");
        rows.keySet().removeIf(table -> table.endsWith(".access_log"));
        return rows;
    }
}
