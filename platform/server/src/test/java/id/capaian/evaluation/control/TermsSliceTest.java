package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.tenancy.Slice;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The terms a tenant's file says are the terms its people have. */
class TermsSliceTest {

    private static final String FIVE = "lima";

    @BeforeAll
    static void aTenantWithShortTermsInWorkingDays() {
        Sample.SLICE.apply(Slice.yamlOf("samarinda").replace("code: samarinda", "code: " + FIVE)
                .replace("64.72", "64.99").replace("answerDays: 14", "answerDays: 5")
                .replace("explanationDays: 7", "explanationDays: 2").replace("decisionDays: 14", "decisionDays: 3")
                .replace("dayKind: CALENDAR", "dayKind: WORKING").replace("2026-12-25", "2026-11-30, 2026-12-25"));
    }

    @Test
    void countsWorkingDaysAsTheFileSays() {
        Sample sample = new Sample(FIVE);
        EvaluationView delivered = sample.firstDelivered();
        // Delivered on Tuesday 24 November; Monday 30 is a holiday there: Wednesday 2 December is the fifth day.
        assertEquals(Instant.parse("2026-12-02T16:00:00Z"), delivered.answerDueAt());
        EvaluationView objected = sample.as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class).object(
                delivered.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
        assertEquals(Instant.parse("2026-11-26T16:00:00Z"), objected.objection().explanationDue());
        // That term is over with the 27th, a Friday; three working days later, without the holiday, is Thursday 3.
        assertEquals(Instant.parse("2026-12-03T16:00:00Z"), objected.objection().decisionDue());
    }

    @Test
    void stopsWaitingForAnExplanationAfterTwoWorkingDays() {
        Sample sample = new Sample(FIVE).after(3);
        EvaluationView delivered = sample.firstDelivered();
        EvaluationView objected = sample.as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class).object(
                delivered.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
        // Objected on Friday 27 November: Tuesday 1 and Wednesday 2 December are the two days.
        sample.after(5).asRater(bench -> bench.get(SweepTerms.class).sweep());
        assertEquals("OBJECTED", sample.seenByRater(objected.evaluationId()).status());
        sample.after(1).asRater(bench -> bench.get(SweepTerms.class).sweep());
        assertEquals("EXPLAINED", sample.seenByRater(objected.evaluationId()).status());
    }

    @Test
    void countsCalendarDaysWhereTheFileSaysSo() {
        assertEquals(Instant.parse("2026-12-08T16:00:00Z"), new Sample().firstDelivered().answerDueAt());
    }
}
