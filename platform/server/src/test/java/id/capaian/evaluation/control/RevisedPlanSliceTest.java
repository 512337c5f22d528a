package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.ProgressRow;
import id.capaian.evaluation.boundary.RaterScoreView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.planning.Plans;
import id.capaian.planning.control.ChangePlan;
import id.capaian.planning.control.MovePlan;
import id.capaian.planning.control.PlanMove;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.WriteResults;
import id.capaian.progress.ProgressView;
import id.capaian.progress.control.JudgeProgress;
import id.capaian.progress.control.ReadProgress;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * A plan revised after evidence was handed in: the rater still sees it, and it still counts for the objectivity index;
 * what was handed in before goes on with the targets and results of then.
 */
class RevisedPlanSliceTest {

    private final Sample sample = new Sample().withPack(new SlicePack("sha").judgingRaters());

    @Test
    void showsAndCountsWhatWasHandedInBefore() {
        List<EvaluationView> all = sample.opened();
        UUID person = all.get(0).employeeId();
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, person);
        List<ProgressRow> before = seenByRater(all.get(0));
        revise(person);
        assertEquals(before, seenByRater(all.get(0)));
        assertEquals(1, before.get(0).files().size());

        all.forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        sample.team().forEach(this::rate);
        RaterScoreView score = sample.asRater(bench -> bench.get(ReadRaterScores.class).in(sample.government.code))
                .get(0);
        assertEquals("1", score.inputs().stream().filter(given -> given.name().equals("items-with-evidence"))
                .findFirst()
                .orElseThrow().value().toPlainString());
    }

    /** Domain.md 4: a revision keeps log and results. It is a matter of what is handed in after it. */
    @Test
    void judgesWhatWasHandedInByThePlanOfThen() {
        sample.withPack(new SlicePack("sha"));
        List<EvaluationView> all = sample.opened();
        EvaluationView first = all.get(0);
        EvaluationView second = all.get(1);
        writtenByHand(first);
        writtenByHand(second);
        List<ProgressRow> agreed = seenByRater(first);
        assertEquals(List.of("80", "10"), targets(agreed));
        assertEquals(1, agreed.get(1).files().size());
        EvaluationView handedIn = sample.submitted(first);
        sample.after(1);
        revised(first);
        revised(second);
        assertEquals(agreed, seenByRater(first));
        assertEquals(agreed, sample.as(first.employeeId(), bench ->
                bench.get(ReadEvaluations.class).progress(first.evaluationId())));
        assertEquals(List.of("40"), targets(seenByRater(second)), "not handed in yet");

        sample.marked(handedIn, "MEETS");
        sample.marked(sample.submitted(second), "MEETS");
        sample.marked(sample.submitted(all.get(2)), "MEETS");
        sample.run();
        BigDecimal score = score(first);
        assertEquals(score(all.get(2)), score, "as of a plan nobody revised");
        assertNotEquals(score, score(second));

        sample.fixOrganisation("GOOD", 0);
        reopened(sample.rated(sample.seenByRater(first.evaluationId()), Sample.GOOD));
        sample.after(1).run();
        assertEquals(score, score(first));
        assertEquals(agreed, seenByRater(first));
        isNothingToTheOtherTenant(first);
    }

    /** It waits for the rater, who must be able to judge it: what was handed in is evaluated with it. */
    @Test
    void letsTheRaterJudgeWhatWasRecordedForADroppedIndicator() {
        sample.withPack(new SlicePack("sha"));
        EvaluationView one = sample.opened().get(0);
        writtenByHand(one);
        assertEquals(List.of(false, false), dropped(one));
        sample.submitted(one);
        sample.after(1);
        revised(one);
        assertEquals(List.of(false, true), dropped(one));
        ReadProgress.Line line = lines(one).get(1);
        assertEquals("Kader terlatih", line.indicator().name());
        assertEquals(new BigDecimal("10"), line.indicator().target());
        ProgressView entry = line.entry();
        assertEquals("ACCEPTED", sample.asRater(bench -> bench.get(JudgeProgress.class)
                .judge(entry.progressEntryId(), true, null, entry.version(), null)).status());
        assertEquals(1, lines(one).get(1).judged().size());
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadProgress.class).of(one.employeeId(), sample.government.code)));
    }

    private List<ReadProgress.Line> lines(EvaluationView one) {
        return sample.asRater(bench -> bench.get(ReadProgress.class).of(one.employeeId(), sample.government.code))
                .lines();
    }

    private List<Boolean> dropped(EvaluationView one) {
        return lines(one).stream().map(ReadProgress.Line::dropped).toList();
    }

    @Test
    void judgesWhoHandedNothingInByThePlanOfTheRatings() {
        sample.withPack(new SlicePack("sha"));
        EvaluationView one = sample.opened().get(0);
        writtenByHand(one);
        List<ProgressRow> agreed = seenByRater(one);
        sample.government.period(Sample.SLICE, Sample.HERE, "GRACE");
        EvaluationView begun = sample.asRater(bench -> bench.get(BeginReview.class)
                .withoutSubmission(one.evaluationId(), Sample.now(sample.seenByRater(one.evaluationId()))));
        sample.fixOrganisation("GOOD", 0);
        EvaluationView rated = sample.rated(sample.marked(begun, "MEETS"), Sample.GOOD);
        EvaluationView accepted = sample.accepted(sample.delivered(rated));
        sample.after(1);
        revised(one);
        assertEquals(agreed, seenByRater(one));
        EvaluationView reopened = reopen(accepted);
        assertEquals(agreed, seenByRater(one));
        sample.rated(sample.seenByRater(reopened.evaluationId()), Sample.GOOD);
        assertEquals(agreed, seenByRater(one), "nor do ratings given anew change it");
    }

    private void isNothingToTheOtherTenant(EvaluationView one) {
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadEvaluations.class).progress(one.evaluationId())));
        Map<UUID, Instant> then = Map.of(one.planId(), Slice.CLOCK.instant());
        assertEquals(1, (int) sample.admin(bench -> bench.get(Plans.class).plansAt(then).size()));
        assertEquals(List.of(), sample.adminThere(bench -> bench.get(Plans.class).plansAt(then)));
    }

    private void reopened(EvaluationView rated) {
        reopen(sample.accepted(sample.delivered(rated)));
    }

    private EvaluationView reopen(EvaluationView accepted) {
        return sample.admin(bench -> bench.get(ReopenEvaluation.class)
                .reopen(accepted.evaluationId(), Sample.now(accepted), new TextInput("800/12/BKPSDM")));
    }

    private BigDecimal score(EvaluationView one) {
        return sample.seenByRater(one.evaluationId()).suggestion().resultScore();
    }

    private static List<String> targets(List<ProgressRow> rows) {
        return rows.stream().map(row -> row.target().toPlainString()).toList();
    }

    /** A second result, written by hand, with something recorded and a file of evidence. */
    private void writtenByHand(EvaluationView one) {
        UUID result = UUID.randomUUID();
        UUID indicator = UUID.randomUUID();
        UUID entry = UUID.randomUUID();
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> {
            write(work.entityManager(), """
                    insert into __T__.work_result (work_result_id, skp_version_id, kind, sequence, title)
                    select ?, v.skp_version_id, 'MAIN', 2, 'Kader terlatih' from __T__.skp_version v
                    where v.skp_id = ?""", result, one.planId());
            write(work.entityManager(), """
                    insert into __T__.individual_indicator (individual_indicator_id, work_result_id, sequence, name,
                        aspect, unit_of_measure, direction, target, attribution)
                    values (?, ?, 1, 'Kader terlatih', 'QUANTITY', 'orang', 'MAX', 10, 'PERSON')""", indicator, result);
            write(work.entityManager(), """
                    insert into __T__.progress_entry values (?, ?, ?, ?, 'SAVED', 9, null, null, null, now(), 1)""",
                    entry, one.planId(), one.periodId(), indicator);
            write(work.entityManager(), """
                    insert into __T__.evidence
                    values (?, ?, 'b.pdf', 'application/pdf', 1, ?, ?, now(), null)""", UUID.randomUUID(), entry,
                    "cd".repeat(32), "cd".repeat(32));
            return null;
        });
    }

    /** Both agree on half the target, and that the result written by hand is dropped. */
    private void revised(EvaluationView one) {
        moved(one, PlanMove.REQUEST_REVISION, "Sasaran unit berubah");
        moved(one, PlanMove.ACCEPT_REVISION, null);
        sample.as(one.employeeId(), bench -> bench.get(ChangePlan.class).targets(one.planId(), version(bench, one),
                Map.of("SLC.PAT", new BigDecimal("40")), null));
        sample.as(one.employeeId(), bench -> bench.get(WriteResults.class).remove(one.planId(), version(bench, one), 2,
                Language.ID, null));
        moved(one, PlanMove.SUBMIT, null);
        moved(one, PlanMove.APPROVE, null);
    }

    private void moved(EvaluationView one, PlanMove move, String reason) {
        boolean byRater = move == PlanMove.ACCEPT_REVISION || move == PlanMove.APPROVE;
        Function<Bench, PlanState> act = bench -> bench.get(MovePlan.class).move(move, one.planId(),
                version(bench, one), reason, null);
        if (byRater) {
            sample.asRater(act);
        } else {
            sample.as(one.employeeId(), act);
        }
    }

    private static long version(Bench bench, EvaluationView one) {
        return ((Number) bench.get(EntityManager.class)
                .createNativeQuery("select version from __T__.skp where skp_id = ?").setParameter(1, one.planId())
                .getSingleResult()).longValue();
    }

    private List<ProgressRow> seenByRater(EvaluationView one) {
        return sample.asRater(bench -> bench.get(ReadEvaluations.class).progress(one.evaluationId()));
    }

    private void rate(EvaluationView one) {
        sample.rated(one, Sample.GOOD);
        sample.asRater(bench -> {
            bench.get(ScoreRater.class).listOf(one.evaluationId());
            return null;
        });
    }

    /** The second version of the plan, with the one indicator it has. */
    private void revise(UUID person) {
        UUID version = UUID.randomUUID();
        UUID result = UUID.randomUUID();
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> {
            write(work.entityManager(), """
                    insert into __T__.skp_version select ?, v.skp_id, 2, v.approach, v.pack_id, v.pack_version,
                        v.indicator_set, null, null, now()
                    from __T__.skp_version v join __T__.skp s on s.skp_id = v.skp_id
                    join __T__.assignment a on a.assignment_id = s.assignment_id
                    where a.employee_id = ?""", version, person);
            write(work.entityManager(), """
                    insert into __T__.work_result (work_result_id, skp_version_id, kind, sequence, title)
                    values (?, ?, 'MAIN', 1, 'Pasien terlayani')""", result, version);
            write(work.entityManager(), """
                    insert into __T__.individual_indicator (individual_indicator_id, origin_id, work_result_id,
                        sequence, code, name, aspect, unit_of_measure, direction, target, weight, attribution)
                    select ?, i.individual_indicator_id, ?, 1, i.code, i.name, i.aspect, i.unit_of_measure, i.direction,
                        i.target, i.weight, i.attribution
                    from __T__.individual_indicator i join __T__.work_result r on r.work_result_id = i.work_result_id
                    join __T__.skp_version v on v.skp_version_id = r.skp_version_id
                    join __T__.skp_version n on n.skp_id = v.skp_id
                    where n.skp_version_id = ? and v.version_no = 1""", UUID.randomUUID(), result, version);
            write(work.entityManager(), """
                    update __T__.skp set active_version = 2
                    where skp_id = (select v.skp_id from __T__.skp_version v where v.skp_version_id = ?)""", version);
            return null;
        });
    }

    private static void write(EntityManager entityManager, String sql, Object... values) {
        var query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
