package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.DecisionInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.problem.Problem;
import id.capaian.progress.Progress;
import id.capaian.progress.ProgressJudging;
import id.capaian.progress.ProgressView;
import id.capaian.progress.Review;
import id.capaian.progress.control.JudgeProgress;
import id.capaian.progress.control.ReadProgress;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Until when the rater accepts progress or asks for more: until the ratings that rest on it. Two tenants. */
class HeldProgressSliceTest {

    private final Sample sample = new Sample();

    /** The bench with evaluation listening to what progress announces. */
    private static Bench hearing(Bench bench) {
        Object event = Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    if (arguments[0] instanceof ProgressJudging judging) {
                        bench.get(HoldProgress.class).refuse(judging);
                    }
                    return null;
                });
        return bench.with(Event.class, Event.class.cast(event));
    }

    private void record(EvaluationView one) {
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, one.employeeId());
    }

    private ProgressView entryOf(EvaluationView one) {
        return sample.asRater(bench -> bench.get(Progress.class).entries(one.planId(), one.periodId())).get(0);
    }

    private String judged(EvaluationView one, boolean accepted) {
        ProgressView entry = entryOf(one);
        return sample.asRater(bench -> hearing(bench).get(JudgeProgress.class)
                .judge(entry.progressEntryId(), accepted, "Lampirkan rekap Oktober", entry.version(), null)).status();
    }

    private void refuses(EvaluationView one) {
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> judged(one, true));
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> judged(one, false));
        assertEquals("SAVED", entryOf(one).status());
        assertTrue(settled(one));
        assertEquals(0, waiting(one), "no duty that cannot be done");
    }

    private boolean settled(EvaluationView one) {
        return sample.asRater(bench -> hearing(bench).get(ReadProgress.class)
                .of(one.employeeId(), sample.government.code)).lines().get(0).settled();
    }

    private int waiting(EvaluationView one) {
        List<Review> reviews = sample.asRater(bench -> bench.get(Progress.class).reviews()).stream()
                .filter(review -> review.employeeId().equals(one.employeeId()))
                .filter(review -> review.periodId().equals(one.periodId())).toList();
        assertEquals(1, reviews.size(), "it stays to be read");
        return reviews.get(0).waiting();
    }

    @Test
    void judgesBeforeTheRatingsWhoeverHasTheEvaluation() {
        List<EvaluationView> all = sample.opened();
        all.forEach(this::record);
        EvaluationView filling = all.get(0);
        assertEquals(1, waiting(filling));
        assertFalse(settled(filling));
        assertEquals("ACCEPTED", judged(filling, true));
        assertEquals(0, waiting(filling));

        EvaluationView submitted = sample.submitted(all.get(1));
        EvaluationView returned = sample.asRater(bench -> bench.get(RateEvaluation.class).returnForEvidence(
                submitted.evaluationId(), Sample.now(submitted), new TextInput("Lampirkan rekap Oktober")));
        assertEquals("RETURNED_FOR_EVIDENCE", returned.status());
        assertEquals("REFUSED", judged(returned, false));

        sample.government.period(Sample.SLICE, Sample.HERE, "GRACE");
        EvaluationView marked = sample.marked(sample.submitted(all.get(2)), "MEETS");
        assertEquals(1, waiting(marked));
        assertEquals("ACCEPTED", judged(marked, true));
    }

    @Test
    void judgesNothingFromTheRatingsOnUntilTheyAreGivenAnew() {
        EvaluationView rated = recordedAndRated();
        refuses(rated);
        EvaluationView delivered = sample.delivered(rated);
        refuses(delivered);
        EvaluationView objected = sample.as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class).object(
                delivered.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
        refuses(objected);
        EvaluationView explained = sample.asRater(bench -> bench.get(SettleObjection.class).explain(
                objected.evaluationId(), Sample.now(objected), new TextInput("Sudah dihitung")));
        EvaluationView decided = sample.as(sample.government.superior, bench -> bench.get(SettleObjection.class)
                .decide(explained.evaluationId(), Sample.now(explained),
                        new DecisionInput("UPHELD", null, null, "Sesuai bukti")));
        assertEquals("FINAL", decided.status());
        refuses(decided);
        ProgressView entry = entryOf(decided);
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench -> hearing(bench).get(JudgeProgress.class)
                .judge(entry.progressEntryId(), true, null, entry.version(), null)));

        EvaluationView reopened = sample.admin(bench -> bench.get(ReopenEvaluation.class)
                .reopen(decided.evaluationId(), Sample.now(decided), new TextInput("800/12/BKPSDM")));
        assertEquals(1, waiting(reopened));
        assertFalse(settled(reopened));
        assertEquals("ACCEPTED", judged(reopened, true));
    }

    @Test
    void judgesNothingOfWhatWasTakenOutAfterItWasRated() {
        EvaluationView rated = recordedAndRated();
        EvaluationView out = sample.admin(bench -> bench.get(ExcludeEvaluation.class)
                .exclude(rated.evaluationId(), Sample.now(rated), new TextInput("Meninggal dunia")));
        assertEquals("EXCLUDED", out.status());
        refuses(out);
    }

    private EvaluationView recordedAndRated() {
        EvaluationView one = sample.opened().get(0);
        record(one);
        sample.fixOrganisation("GOOD", 0);
        return sample.ratedGood(one);
    }
}
