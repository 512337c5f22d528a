package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.RecomputationView;
import id.capaian.evaluation.boundary.RunInput;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.kernel.problem.Problem;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs: their chunks, their packs, and computing again what they suggested. */
class RunSliceTest {

    private final Sample sample = new Sample();

    @Test
    void aChunkThatRunsAgainSuggestsNobodyTwice() {
        UUID faulty = sample.opened().get(0).employeeId();
        sample.withPack(new SlicePack("sha", faulty));
        String key = "run-" + sample.government.code;
        RunView started = start(sample.government.office, key);
        assertEquals(started.runId(), start(sample.government.office, key).runId());
        Sample.refused(Problem.RUN_UNDER_WAY, () -> start(null, null));
        sample.score(started, 1);
        sample.score(started, 1);
        RunView half = seen(started);
        assertEquals("RUNNING", half.status());
        assertEquals(2, half.done());
        sample.score(started, 2);
        RunView done = seen(started);
        assertEquals("NEEDS_ATTENTION", done.status());
        assertEquals(3, done.done());
        assertEquals(1, done.faults());
        assertEquals(3, sample.admin(bench ->
                bench.get(ReadRuns.class).detail(started.runId())).attention().size());
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadRuns.class).run(started.runId())));
    }

    @Test
    void aRunStopsWhenThePackIsNotTheFrozenOne() throws SQLException {
        sample.opened();
        RunView started = start(sample.government.unit, null);
        sample.withPack(new SlicePack("other bytes"));
        whileEnabled(() -> Sample.refused(Problem.PACK_NOT_READY, () -> sample.score(started, 1)));
        assertEquals("BLOCKED", seen(started).status());
        assertFalse(seen(started).isOver());
        sample.withPack(new SlicePack("sha"));
        sample.score(started, 1);
        sample.score(started, 2);
        assertTrue(seen(started).isOver());
    }

    /** As long as the database says that the tenant has enabled the pack for one of its units. */
    private void whileEnabled(Runnable act) throws SQLException {
        try (var owner = Sample.SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from)"
                    + " values ('run', '\\x01', now())");
            sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id,"
                    + " signature, bytes, staged_at) values ('" + SlicePack.ID + "', '1.0.0', 'run', 'DATA', '>=1.0.0',"
                    + " '{}', 'run', '\\x02', '\\x03', now())");
            sql.execute("insert into registry.pack_binding (pack_binding_id, tenant, org_unit_id, pack_id, version,"
                    + " parameters, effective_from, desired_state, requested_by, requested_at) values"
                    + " (gen_random_uuid(), '" + Sample.HERE + "', gen_random_uuid(), '" + SlicePack.ID + "', '1.0.0',"
                    + " '{}', date '2999-01-01', 'ENABLED', 'admin', now())");
            try {
                act.run();
            } finally {
                sql.execute("delete from registry.pack_binding where pack_id = '" + SlicePack.ID + "'");
                sql.execute("delete from registry.pack_artifact where pack_id = '" + SlicePack.ID + "'");
                sql.execute("delete from registry.trusted_key where key_id = 'run'");
            }
        }
    }

    @Test
    void aRunWhosePackIsDisabledEndsWithWhatItHas() {
        sample.opened();
        RunView started = start(sample.government.unit, null);
        sample.score(started, 1);
        sample.withPack(new SlicePack("sha").disabled());
        Sample.refused(Problem.PACK_NOT_READY, () -> sample.score(started, 2));
        RunView ended = seen(started);
        assertTrue(ended.isOver());
        assertFalse(ended.isComplete());
        assertEquals("NEEDS_ATTENTION", ended.status());
        assertEquals("evaluation.ended.PACK_NOT_ENABLED", ended.statusReason());
        assertEquals(2, ended.done());
        sample.score(started, 2);
        sample.withPack(new SlicePack("sha"));
        sample.score(started, 2);
        assertEquals(2, seen(started).done(), "it is not taken up again");
    }

    @Test
    void aUnitWithAPackOfItsOwnGetsARunOfItsOwn() {
        sample.opened();
        sample.withPack(new SlicePack("sha").exceptIn(sample.government.unit));
        sample.government.actsIn(Sample.SLICE, Sample.HERE, sample.government.people.get(0), sample.government.office);
        sample.opened();
        RunView whole = start(sample.government.office, null);
        assertEquals("1.0.0", whole.packVersion());
        assertEquals(sample.government.office, whole.unitId());
        assertEquals(1, whole.persons());
        RunView own = run(sample.government.unit);
        assertEquals("2.0.0", own.packVersion());
        assertEquals(3, own.persons());
    }

    @Test
    void packsOfUnitsAloneComputeForTheWholeGovernmentAndLeaveTheOthersOut() {
        UUID beside = sample.government.unitBelowTheOffice(Sample.SLICE, Sample.HERE);
        sample.government.actsIn(Sample.SLICE, Sample.HERE, sample.government.people.get(0), beside);
        sample.government.actsIn(Sample.SLICE, Sample.HERE, sample.government.people.get(1), sample.government.office);
        sample.opened();
        sample.withPack(new SlicePack("sha").onlyIn(sample.government.unit, beside));
        RunView most = start(sample.government.office, null);
        assertEquals(sample.government.unit, most.unitId());
        assertEquals("1.0.0", most.packVersion());
        assertEquals(3, most.persons());
        assertEquals(1, most.withoutPack());
        RunView other = run(beside);
        assertEquals("2.0.0", other.packVersion());
        assertEquals(1, other.persons());
        assertEquals(0, other.withoutPack());
    }

    @Test
    void nobodyIsComputedWithThePackOfTheRatersUnit() {
        UUID beside = sample.government.unitBelowTheOffice(Sample.SLICE, Sample.HERE);
        sample.government.actsIn(Sample.SLICE, Sample.HERE, sample.government.people.get(0), beside);
        sample.opened();
        sample.withPack(new SlicePack("sha").onlyIn(sample.government.unit, UUID.randomUUID()));
        RunView own = sample.asRater(bench -> bench.get(StartRun.class).start(sample.government.code,
                new RunInput(null), null));
        assertEquals(sample.government.unit, own.unitId());
        assertEquals(3, own.persons());
        assertEquals(1, own.withoutPack());
    }

    @Test
    void aRunNeedsAPackForSomebody() {
        sample.opened();
        sample.withPack(new SlicePack("sha").onlyIn(UUID.randomUUID(), UUID.randomUUID()));
        Sample.refused(Problem.NO_PACK_ENABLED, () -> start(null, null));
        Sample.refused(Problem.NO_PACK_ENABLED, () -> start(sample.government.unit, null));
    }

    private RunView run(UUID unit) {
        return sample.admin(bench -> bench.get(ReadRuns.class).newest()).stream()
                .filter(run -> unit.equals(run.unitId())).findFirst().orElseThrow();
    }

    @Test
    void everySuggestionComputesToTheSameBytesAgain() {
        sample.opened().forEach(one -> sample.marked(sample.submitted(one), "ABOVE"));
        assertEquals(3, sample.run().scored());
        List<UUID> suggestions = sample.team().stream().map(one -> one.suggestion().suggestionId()).toList();
        suggestions.forEach(id -> {
            RecomputationView again = sample.admin(bench -> bench.get(Recompute.class).suggestion(id));
            assertTrue(again.equal(), again.difference());
            assertEquals(again.stored(), again.computed());
        });
        UUID first = suggestions.get(0);
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(Recompute.class).suggestion(first)));
        sample.withPack(new SlicePack("other bytes"));
        assertEquals("pack", sample.admin(bench -> bench.get(Recompute.class).suggestion(first)).difference());
        sample.withPack(new SlicePack("sha", sample.team().get(0).employeeId()));
        assertEquals("outcome", sample.admin(bench -> bench.get(Recompute.class).suggestion(first)).difference());
    }

    @Test
    void thePersonChecksTheOwnSuggestionOnceItIsDelivered() {
        EvaluationView first = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        UUID suggestion = sample.seenByRater(first.evaluationId()).suggestion().suggestionId();
        Sample.refused(Problem.FORBIDDEN, () -> again(first.employeeId(), suggestion));
        assertTrue(again(sample.government.rater, suggestion).equal());
        sample.delivered(sample.rated(sample.seenByRater(first.evaluationId()), Sample.GOOD));
        assertTrue(again(first.employeeId(), suggestion).equal());
        Sample.refused(Problem.FORBIDDEN, () -> again(sample.team().get(1).employeeId(), suggestion));
    }

    private RecomputationView again(UUID who, UUID suggestion) {
        return sample.as(who, bench -> bench.get(Recompute.class).suggestion(suggestion));
    }

    private RunView start(UUID unit, String key) {
        return sample.admin(bench -> bench.get(StartRun.class).start(sample.government.code, new RunInput(unit), key));
    }

    private RunView seen(RunView run) {
        return sample.admin(bench -> bench.get(ReadRuns.class).run(run.runId()));
    }
}
