package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.capaian.evaluation.EvaluationFinal;
import id.capaian.evaluation.boundary.DecisionInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.FixedView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to a delivered result: objection, explanation, decision, and what the clock does. */
class ObjectionSliceTest {

    private final Sample sample = new Sample();

    @Test
    void anObjectionGoesToTheSuperior() {
        EvaluationView objected = objected();
        assertEquals(Instant.parse("2026-12-01T16:00:00Z"), objected.objection().explanationDue());
        EvaluationView explained = sample.asRater(bench -> bench.get(SettleObjection.class)
                .explain(objected.evaluationId(), Sample.now(objected), new TextInput("Sudah dihitung")));
        assertEquals(Instant.parse("2026-12-08T16:00:00Z"), explained.objection().decisionDue());
        Sample.refused(Problem.FORBIDDEN, () -> decide(sample.government.rater, explained, "ABOVE"));
        Sample.refused(Problem.INVALID_INPUT, () -> decide(sample.government.superior, explained, "MEETS"));
        EvaluationView decided = decide(sample.government.superior, explained, "ABOVE");
        assertEquals("FINAL", decided.status());
        assertEquals("VERY_GOOD", decided.predicate());
        assertEquals("CHANGED", decided.objection().decision());
        assertEquals(new FixedView("RATER_SUPERIOR", decided.raterSuperiorName()), decided.resultFixed());
        assertEquals("DECIDED", decided.finals().get(0).endedBy());
    }

    @Test
    void theSuperiorDecidesWithoutARaterWhoIsSilent() {
        EvaluationView objected = objected();
        sample.after(8);
        EvaluationView decided = decide(sample.government.superior, objected, "ABOVE");
        assertEquals("FINAL", decided.status());
        assertNull(decided.objection().explanation());
    }

    @Test
    void whatIsNotAnsweredLapsesByTheClock() {
        EvaluationView delivered = sample.firstDelivered();
        sample.after(14).asRater(bench -> bench.get(SweepTerms.class).sweep());
        assertEquals(0, finals(delivered));
        sample.after(1).asRater(bench -> bench.get(SweepTerms.class).sweep());
        assertEquals(1, finals(delivered));
        EvaluationView lapsed = sample.seenByRater(delivered.evaluationId());
        assertEquals("FINAL", lapsed.status());
        assertNull(lapsed.acknowledgedAt());
        assertEquals("LAPSED", lapsed.finals().get(0).endedBy());
    }

    /** How often it was announced as final; other tests' results lapse in the same sweep. */
    private long finals(EvaluationView delivered) {
        return sample.fired().stream().filter(EvaluationFinal.class::isInstance).map(EvaluationFinal.class::cast)
                .filter(event -> event.evaluationId().equals(delivered.evaluationId())).count();
    }

    private EvaluationView objected() {
        EvaluationView delivered = sample.firstDelivered();
        return sample.as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class).object(
                delivered.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
    }

    private EvaluationView decide(UUID who, EvaluationView seen, String rating) {
        return sample.as(who, bench -> bench.get(SettleObjection.class).decide(seen.evaluationId(), Sample.now(seen),
                new DecisionInput("CHANGED", rating, rating, "Bukti sah")));
    }
}
