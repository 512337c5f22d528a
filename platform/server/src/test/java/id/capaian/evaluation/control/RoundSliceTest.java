package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.MarkView;
import id.capaian.evaluation.boundary.MarksInput;
import id.capaian.evaluation.boundary.QueueView;
import id.capaian.evaluation.boundary.RatingInput;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.problem.Problem;
import id.capaian.plugin.api.BehaviourValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rater's round through the team: marks and ratings at once, one person after the other. */
class RoundSliceTest {

    private static final MarksInput ALL_MEET = new MarksInput(Arrays.stream(BehaviourValue.values())
            .map(value -> new MarkView(value.name(), "MEETS", null)).toList());

    private final Sample sample = new Sample();

    @Test
    void marksAndRatesAtOnceOrNotAtAll() {
        EvaluationView submitted = sample.submitted(sample.opened().get(0));
        Sample.refused(Problem.ORGANISATION_PREDICATE_NOT_FIXED, () -> judged(submitted, ALL_MEET, Sample.GOOD));
        assertTrue(sample.seenByRater(submitted.evaluationId()).marks().isEmpty());
        assertEquals(submitted.version(), sample.seenByRater(submitted.evaluationId()).version());
        sample.fixOrganisation("GOOD", 0);
        Sample.refused(Problem.BEHAVIOUR_MARKS_MISSING, () -> judged(submitted, new MarksInput(List.of()),
                Sample.GOOD));
        EvaluationView rated = judged(submitted, ALL_MEET, Sample.GOOD);
        assertEquals("RATED", rated.status());
        assertEquals(7, rated.marks().size());
        Sample.refused(Problem.VERSION_STALE, () -> judged(submitted, ALL_MEET, Sample.GOOD));
        // Until delivery ratings may be set right; the marks that stand are no change of marks.
        assertEquals("VERY_GOOD", judged(rated, ALL_MEET, new RatingInput("ABOVE", "ABOVE", null, null, null, null))
                .predicate());
    }

    @Test
    void marksThatStandLeaveTheSuggestionAsItIs() {
        EvaluationView marked = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        EvaluationView seen = sample.seenByRater(marked.evaluationId());
        EvaluationView rated = judged(seen, ALL_MEET, new RatingInput("MEETS", "MEETS", null, null, null,
                seen.suggestion().suggestionId()));
        assertEquals(seen.suggestion().suggestionId(), rated.suggestion().suggestionId());
    }

    @Test
    void saysWhoComesNextAndHowManyAreLeft() {
        List<EvaluationView> team = sample.opened();
        EvaluationView first = team.get(0);
        EvaluationView second = sample.submitted(team.get(1));
        EvaluationView third = team.get(2);
        assertEquals(new QueueView(3, 3, 1, next(second), next(second)), queue(first));
        sample.fixOrganisation("GOOD", 0);
        judged(second, ALL_MEET, Sample.GOOD);
        assertEquals(new QueueView(3, 2, 0, next(third), null), queue(second));
        assertEquals(new QueueView(3, 2, 0, next(first), null), queue(third));
        sample.marked(sample.seenByRater(first.evaluationId()), "MEETS");
        sample.marked(sample.seenByRater(third.evaluationId()), "MEETS");
        assertNull(queue(first).nextUnmarked());
        assertEquals(Optional.empty(), sample.as(first.employeeId(), bench ->
                bench.get(ReadQueue.class).after(second.evaluationId())));
    }

    @Test
    void leavesOutWhoWasTakenOutOfThePeriod() {
        List<EvaluationView> team = sample.opened();
        EvaluationView second = team.get(1);
        sample.admin(bench -> bench.get(ExcludeEvaluation.class).exclude(second.evaluationId(), Sample.now(second),
                new TextInput("Cuti di luar tanggungan negara")));
        assertEquals(new QueueView(2, 2, 0, next(team.get(2)), null), queue(team.get(0)));
        assertEquals(new QueueView(2, 2, 0, next(team.get(0)), null), queue(team.get(2)));
        assertEquals(new QueueView(2, 2, 0, next(team.get(0)), null), queue(second));
    }

    private static QueueView.Next next(EvaluationView one) {
        return new QueueView.Next(one.evaluationId(), one.employeeName());
    }

    private QueueView queue(EvaluationView after) {
        return sample.asRater(bench -> bench.get(ReadQueue.class).after(after.evaluationId())).orElseThrow();
    }

    private EvaluationView judged(EvaluationView seen, MarksInput marks, RatingInput rating) {
        return sample.asRater(bench -> bench.get(RateEvaluation.class).markAndRate(seen.evaluationId(),
                Sample.now(seen), marks, rating));
    }
}
