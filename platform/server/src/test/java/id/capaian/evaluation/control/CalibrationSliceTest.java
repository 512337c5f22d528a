package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.CalibrationInput;
import id.capaian.evaluation.boundary.Duty;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.boundary.PartiesInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Calibration is somebody else's second look at ratings, and what it fixes stays fixed. */
class CalibrationSliceTest {

    private static final CalibrationInput AS_RATED = new CalibrationInput("MEETS", "MEETS", null);

    private final Sample sample = new Sample();
    private final SliceGovernment government = sample.government;

    @Test
    void aRaterWhoHeadsTheUnitLeavesItToTheHeadAbove() {
        government.headsNothing(Sample.SLICE, Sample.HERE, government.head);
        government.makeHead(Sample.SLICE, Sample.HERE, government.rater);
        EvaluationView sent = sent();
        EvaluationView seen = seenBy(government.rater, sent);
        assertFalse(seen.may(Act.CALIBRATE) || seen.may(Act.DELIVER));
        Sample.refused(Problem.FORBIDDEN, () -> calibrated(government.rater, sent, AS_RATED));
        Sample.refused(Problem.FORBIDDEN, () -> delivered(government.rater, sent));
        doesNotWaitFor(government.rater);

        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(CalibrateEvaluation.class).calibrate(sent.evaluationId(), Sample.now(sent), AS_RATED)));

        waitsFor(government.leader, sent);
        assertTrue(seenBy(government.leader, sent).may(Act.DELIVER));
        EvaluationView upheld = calibrated(government.leader, sent, AS_RATED);
        assertEquals("DELIVERED", delivered(government.rater, upheld).status());
    }

    @Test
    void whereNobodyElseHeadsItTheRaterMayTellItAndNoMore() {
        government.makeHead(Sample.SLICE, Sample.HERE, government.rater);
        EvaluationView sent = sent();
        government.headsNothing(Sample.SLICE, Sample.HERE, government.head);
        assertFalse(seenBy(government.rater, sent).may(Act.DELIVER));
        government.headsNothing(Sample.SLICE, Sample.HERE, government.leader);
        EvaluationView seen = seenBy(government.rater, sent);
        assertTrue(seen.may(Act.DELIVER));
        assertFalse(seen.may(Act.CALIBRATE));
        waitsFor(government.rater, sent);
        Sample.refused(Problem.FORBIDDEN, () -> calibrated(government.rater, sent, AS_RATED));
        assertEquals("DELIVERED", delivered(government.rater, sent).status());
    }

    @Test
    void whoIsEvaluatedIsNoOtherHead() {
        government.makeHead(Sample.SLICE, Sample.HERE, government.rater);
        EvaluationView sent = sent();
        government.headsNothing(Sample.SLICE, Sample.HERE, government.head);
        government.headsNothing(Sample.SLICE, Sample.HERE, government.leader);
        government.makeHead(Sample.SLICE, Sample.HERE, sent.employeeId());
        assertTrue(seenBy(government.rater, sent).may(Act.DELIVER));
        waitsFor(government.rater, sent);
        doesNotWaitFor(sent.employeeId());
        assertEquals("DELIVERED", delivered(government.rater, sent).status());
    }

    @Test
    void aLetterMakesNobodyTheSecondLookAtTheOwnRatings() {
        government.headsNothing(Sample.SLICE, Sample.HERE, government.head);
        government.makeHead(Sample.SLICE, Sample.HERE, government.rater);
        EvaluationView sent = sent();
        PartiesInput letter = new PartiesInput(government.numberOf(Sample.SLICE, Sample.HERE, government.head), null,
                "800/77/BKPSDM");
        EvaluationView named = sample.admin(bench -> bench.get(ReplaceParties.class).replace(sent.evaluationId(),
                Sample.now(sent), letter));
        EvaluationView seen = seenBy(government.rater, named);
        assertFalse(seen.may(Act.CALIBRATE) || seen.may(Act.DELIVER));
        Sample.refused(Problem.FORBIDDEN, () -> calibrated(government.rater, named, AS_RATED));
        Sample.refused(Problem.FORBIDDEN, () -> delivered(government.rater, named));
        doesNotWaitFor(government.rater);
        waitsFor(government.leader, sent);

        government.headsNothing(Sample.SLICE, Sample.HERE, government.leader);
        government.makeHead(Sample.SLICE, Sample.HERE, government.head);
        for (UUID one : List.of(government.rater, government.head)) {
            assertTrue(seenBy(one, named).may(Act.DELIVER));
            assertFalse(seenBy(one, named).may(Act.CALIBRATE));
            waitsFor(one, sent);
        }
        assertEquals("DELIVERED", delivered(government.rater, named).status());
    }

    @Test
    void asksTheDatabaseAsOftenForManyUnitsAsForOne() {
        government.makeLeader(Sample.SLICE, Sample.HERE, government.rater);
        EvaluationView sent = sent();
        government.headsNothing(Sample.SLICE, Sample.HERE, government.head);
        government.headsNothing(Sample.SLICE, Sample.HERE, government.leader);
        int few = statements();
        sample.team().stream().filter(one -> !one.evaluationId().equals(sent.evaluationId())).forEach(one ->
                calibratingIn(government.unitBelowTheOffice(Sample.SLICE, Sample.HERE), one));
        assertEquals(3, duties(government.rater));
        assertEquals(few, statements());
    }

    @Test
    void theRaterDoesNotOverwriteWhatAHeadFixed() {
        EvaluationView sent = sent();
        EvaluationView upheld = calibrated(government.head, sent, AS_RATED);
        assertTrue(seenBy(government.rater, upheld).may(Act.RATE));
        EvaluationView again = sample.asRater(bench -> bench.get(CalibrateEvaluation.class)
                .send(upheld.evaluationId(), Sample.now(upheld)));
        EvaluationView changed = calibrated(government.head, again,
                new CalibrationInput("BELOW", "MEETS", "Dibandingkan unit lain"));
        EvaluationView seen = sample.seenByRater(changed.evaluationId());
        assertFalse(seen.may(Act.RATE));
        assertTrue(seen.may(Act.DELIVER) && seen.may(Act.SEND_TO_CALIBRATION));
        Sample.refused(Problem.RATING_CALIBRATED, () -> sample.rated(seen, Sample.GOOD));
        assertEquals("NEEDS_IMPROVEMENT", sample.delivered(seen).predicate());
    }

    @Test
    void theRaterRatesWhoHasComeToLeadTheUnitByWhatItAchieved() {
        EvaluationView changed = calibrated(government.head, sent(),
                new CalibrationInput("BELOW", "MEETS", "Dibandingkan unit lain"));
        assertFalse(sample.seenByRater(changed.evaluationId()).may(Act.RATE));
        government.makeHead(Sample.SLICE, Sample.HERE, changed.employeeId());
        EvaluationView seen = sample.seenByRater(changed.evaluationId());
        Sample.refused(Problem.HEAD_RATING_OUTDATED, () -> sample.delivered(seen));
        assertTrue(seen.may(Act.RATE));
        assertEquals("GOOD", sample.delivered(sample.rated(seen, Sample.GOOD)).predicate());
    }

    /** Rated as suggested and sent to calibration by the rater. */
    private EvaluationView sent() {
        EvaluationView first = sample.opened().get(0);
        sample.fixOrganisation("GOOD", 0);
        EvaluationView rated = sample.ratedGood(first);
        return sample.asRater(bench -> bench.get(CalibrateEvaluation.class).send(rated.evaluationId(),
                Sample.now(rated)));
    }

    private EvaluationView calibrated(UUID head, EvaluationView one, CalibrationInput input) {
        return asHead(head, bench -> bench.get(CalibrateEvaluation.class).calibrate(one.evaluationId(),
                Sample.now(one), input));
    }

    private EvaluationView delivered(UUID who, EvaluationView one) {
        return asHead(who, bench -> bench.get(DeliverEvaluation.class).deliver(one.evaluationId(), Sample.now(one)));
    }

    private EvaluationView seenBy(UUID who, EvaluationView one) {
        return asHead(who, bench -> bench.get(ReadEvaluations.class).read(one.evaluationId()));
    }

    /** In the list of what is in calibration, and on the home page. */
    private void waitsFor(UUID head, EvaluationView one) {
        assertEquals(List.of(one.evaluationId()), waitingFor(head));
        assertEquals(1, duties(head));
    }

    private void doesNotWaitFor(UUID head) {
        assertEquals(List.of(), waitingFor(head));
        assertEquals(0, duties(head));
    }

    private List<UUID> waitingFor(UUID head) {
        return asHead(head, bench -> bench.get(FindEvaluations.class).calibrating(government.code)).waiting().stream()
                .map(row -> row.person().evaluationId()).toList();
    }

    private int duties(UUID who) {
        return asHead(who, bench -> bench.get(ListDuties.class).mine()).stream()
                .filter(duty -> duty.kind().equals("CALIBRATE")).mapToInt(Duty::count).sum();
    }

    /** As if rated and sent to calibration there. */
    private static void calibratingIn(UUID unit, EvaluationView one) {
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> work.entityManager().createNativeQuery(
                "update __T__.evaluation set status = 'CALIBRATING', org_unit_id = ? where evaluation_id = ?")
                .setParameter(1, unit).setParameter(2, one.evaluationId()).executeUpdate());
    }

    /** For the rater's home page. */
    private int statements() {
        AtomicInteger asked = new AtomicInteger();
        asHead(government.rater, bench -> bench.with(EntityManager.class, ReadinessSliceTest.counting(
                bench.get(EntityManager.class), asked)).get(ListDuties.class).mine());
        return asked.get();
    }

    private <T> T asHead(UUID who, Function<Bench, T> act) {
        return sample.as(who, Set.of(Roles.RATER, Roles.UNIT_HEAD), act);
    }
}
