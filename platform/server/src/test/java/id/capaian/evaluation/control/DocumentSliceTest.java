package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.audit.AccessRecord;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.plugin.api.Document;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents are open to whom the result is, once it was told, and come from the pack that made the score. */
class DocumentSliceTest {

    private static final String THANKS = "slice.thanks@1";

    private final Sample sample = new Sample();
    private UUID evaluationId;
    private UUID person;

    /** One told the result: 76 of 80, which the pack suggests as MEETS. */
    @BeforeEach
    void aResultThatWasTold() {
        EvaluationView marked = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        EvaluationView scored = sample.seenByRater(marked.evaluationId());
        EvaluationView told = sample.delivered(sample.rated(scored, Sample.GOOD));
        evaluationId = told.evaluationId();
        person = told.employeeId();
        assertEquals("SCORED", told.suggestion().outcome());
    }

    @Test
    void offersWhatFitsTheRatingsAndTheFlags() {
        assertEquals(List.of(THANKS), sample.as(person, this::offered), "nothing is ABOVE, no training was suggested");
        ReadDocuments.Offered one = sample.as(person, bench -> one(bench, THANKS));
        assertEquals(List.of(THANKS), ids(one.documents()));
        assertEquals("1.0.0", one.pack().version());
        Sample.refused(Problem.NOT_FOUND, () -> sample.as(person, bench -> one(bench, "slice.star@1")));
        Sample.refused(Problem.NOT_FOUND, () -> sample.as(person, bench -> one(bench, "slice.unheard-of@1")));
    }

    @Test
    void whoMaySeeTheResultMaySeeThemAndNobodyElse() {
        assertEquals(List.of(THANKS), sample.asRater(this::offered));
        assertEquals(List.of(THANKS), sample.as(sample.government.superior, this::offered));
        assertEquals(List.of(THANKS), sample.as(sample.government.head, Set.of(Roles.UNIT_HEAD), this::offered));
        assertEquals(List.of(THANKS), sample.admin(this::offered));
        UUID colleague = sample.government.people.stream().filter(other -> !other.equals(person)).findFirst()
                .orElseThrow();
        Sample.refused(Problem.FORBIDDEN, () -> sample.as(colleague, this::offered));
        Sample.refused(Problem.FORBIDDEN, () -> sample.as(colleague, bench -> one(bench, THANKS)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(this::offered));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench -> one(bench, THANKS)));
    }

    @Test
    void offersNothingBeforeTheResultIsToldNotEvenToTheRater() {
        Sample untold = new Sample();
        EvaluationView marked = untold.marked(untold.submitted(untold.opened().get(0)), "MEETS");
        untold.fixOrganisation("GOOD", 0);
        untold.run();
        EvaluationView rated = untold.rated(untold.seenByRater(marked.evaluationId()), Sample.GOOD);
        assertEquals("RATED", rated.status());
        assertFalse(ReadDocuments.areDue(rated));
        ReadDocuments.Offered none = untold.asRater(bench ->
                bench.get(ReadDocuments.class).of(rated.evaluationId()));
        assertEquals(List.of(), none.documents());
        assertNull(none.pack());
        Sample.refused(Problem.NOT_FOUND, () -> untold.asRater(bench ->
                bench.get(ReadDocuments.class).one(rated.evaluationId(), THANKS)));
    }

    @Test
    void offersNothingWithAResultThePackCouldNotScore() {
        EvaluationView unmarked = sample.team().stream().filter(other -> !other.evaluationId().equals(evaluationId))
                .findFirst().orElseThrow();
        EvaluationView told = sample.delivered(sample.ratedGood(unmarked));
        assertEquals("NOT_SCORABLE", told.suggestion().outcome());
        assertEquals(List.of(), sample.as(told.employeeId(), bench ->
                bench.get(ReadDocuments.class).of(told.evaluationId())).documents());
    }

    @Test
    void offersNothingWithAScoreMadeOfOtherMarks() {
        EvaluationView other = sample.team().stream().filter(one -> !one.evaluationId().equals(evaluationId))
                .findFirst().orElseThrow();
        EvaluationView marked = sample.marked(sample.submitted(other), "BELOW");
        sample.score(sample.after(1).asRater(bench ->
                bench.get(StartRun.class).startForOne(marked.evaluationId(), null)), 1);
        EvaluationView corrected = sample.marked(sample.seenByRater(marked.evaluationId()), "MEETS");
        EvaluationView told = sample.delivered(sample.rated(corrected, Sample.GOOD));
        assertTrue(told.suggestion().outdated());
        assertEquals(List.of(), sample.as(told.employeeId(), bench ->
                bench.get(ReadDocuments.class).of(told.evaluationId())).documents());
    }

    @Test
    void readsTheKeptPackOnceItsVersionIsNotAtHandAnyMore() {
        Optional<List<Document>> before = sample.as(person, this::atHand);
        assertEquals(List.of(THANKS), before.map(DocumentSliceTest::ids).orElseThrow());
        sample.withPack(new SlicePack("sha").replaced());
        assertTrue(sample.as(person, this::atHand).isEmpty(), "the page of the result fetches nothing");
        assertEquals(List.of(THANKS), sample.as(person, this::offered));
        assertEquals(before.orElseThrow(), sample.as(person, bench -> one(bench, THANKS)).documents());
    }

    @Test
    void openingOneOfSomebodyElseIsNotedForThePerson() {
        sample.as(sample.government.superior, bench -> one(bench, THANKS));
        AccessRecord newest = sample.as(person, bench -> bench.get(AccessLog.class).of(person, 50)).stream()
                .filter(look -> look.purpose().equals("evaluation.purpose.document")).findFirst().orElseThrow();
        assertTrue(newest.reader().contains(sample.government.superior.toString()), newest.reader());
        sample.as(person, bench -> one(bench, THANKS));
        assertEquals(1, sample.as(person, bench -> bench.get(AccessLog.class).of(person, 50)).stream()
                .filter(look -> look.purpose().equals("evaluation.purpose.document")).count(), "the own is not");
    }

    private Optional<List<Document>> atHand(Bench bench) {
        return bench.get(ReadDocuments.class).atHand(bench.get(ReadEvaluations.class).read(evaluationId));
    }

    private List<String> offered(Bench bench) {
        return ids(bench.get(ReadDocuments.class).of(evaluationId).documents());
    }

    private ReadDocuments.Offered one(Bench bench, String documentId) {
        return bench.get(ReadDocuments.class).one(evaluationId, documentId);
    }

    private static List<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
