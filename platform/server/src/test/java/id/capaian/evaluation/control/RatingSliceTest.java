package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.EvaluationFinal;
import id.capaian.evaluation.EvaluationReopened;
import id.capaian.evaluation.boundary.Duty;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.boundary.FinalResultView;
import id.capaian.evaluation.boundary.FixedView;
import id.capaian.evaluation.boundary.OrganisationInput;
import id.capaian.evaluation.boundary.RatingInput;
import id.capaian.evaluation.boundary.RunInput;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.entity.HeadRatingOutdated;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.ProgressChanging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The road from submission to final, and back by order. */
class RatingSliceTest {

    private final Sample sample = new Sample();

    @Test
    void walksFromSubmissionToFinal() {
        EvaluationView opened = sample.opened().get(0);
        UUID id = opened.evaluationId();
        UUID person = opened.employeeId();
        assertEquals("Perawat", opened.positionName());
        assertTrue(opened.may(Act.MARK));

        EvaluationView submitted = sample.submitted(opened);
        Sample.refused(Problem.VERSION_STALE, () -> sample.submitted(opened));
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> sample.as(person, bench -> {
            bench.get(HoldProgress.class).refuse(new ProgressChanging(opened.planId(), sample.government.period));
            return null;
        }));
        EvaluationView marked = sample.marked(submitted, "MEETS");
        assertTrue(marked.version() > submitted.version());
        assertEquals("SELF_SUBMITTED", marked.status());
        assertTrue(marked.may(Act.RETURN));
        assertTrue(seenBy(person, id).marks().isEmpty());

        assertEquals(1, sample.run().scored());
        EvaluationView suggested = sample.seenByRater(id);
        assertEquals(new BigDecimal("95.00"), suggested.suggestion().resultScore());
        assertEquals("MEETS", suggested.proposal().result());
        assertEquals("achievement.SLC.PAT", suggested.suggestion().explanation().steps().get(0).name());
        assertEquals("SLC.PAT", suggested.suggestion().inputs().get(0).name());

        Sample.refused(Problem.ORGANISATION_PREDICATE_NOT_FIXED, () -> sample.rated(suggested, Sample.GOOD));
        sample.fixOrganisation("GOOD", 0);
        Sample.refused(Problem.REASON_NEEDED, () -> sample.rated(suggested,
                new RatingInput("ABOVE", "MEETS", null, null, null, null)));
        Sample.refused(Problem.NOT_THE_RATER, () -> sample.as(sample.government.superior, bench ->
                bench.get(RateEvaluation.class).rate(id, Sample.now(suggested), Sample.GOOD)));
        Change once = new Change(suggested.version(), "rate-" + id);
        EvaluationView rated = sample.asRater(bench -> bench.get(RateEvaluation.class).rate(id, once, Sample.GOOD));
        assertEquals(rated.version(), sample.asRater(bench ->
                bench.get(RateEvaluation.class).rate(id, once, Sample.GOOD)).version());
        assertEquals("GOOD", rated.predicate());
        assertNull(seenBy(person, id).predicate());
        assertNull(seenBy(person, id).resultFixed());
        assertEquals(new FixedView("RATER", rated.raterName()), rated.behaviourFixed());

        assertEquals(1, sample.asRater(bench -> bench.get(DeliverEvaluation.class)
                .deliverAllRated(sample.government.code, null)).delivered());
        EvaluationView delivered = seenBy(person, id);
        assertEquals("GOOD", delivered.predicate());
        assertTrue(delivered.may(Act.OBJECT));
        assertEquals(LocalDate.of(2026, 12, 8), sample.as(person, bench ->
                bench.get(ListDuties.class).mine()).get(0).due());
        assertEquals(7, sample.as(person, bench -> bench.get(ReadEvaluations.class).conduct()).size());
        assertEquals("Pasien terlayani", sample.as(person, bench ->
                bench.get(ReadEvaluations.class).progress(id)).get(0).indicator());
        EvaluationView accepted = sample.accepted(delivered);
        assertEquals("FINAL", accepted.status());
        assertEquals(List.of(new EvaluationFinal(id, person, sample.government.period, sample.government.unit)),
                sample.fired());

        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadEvaluations.class).read(id)));
        Sample.refused(Problem.FORBIDDEN, () -> seenBy(sample.team().get(1).employeeId(), id));
    }

    @Test
    void aCorrectionOfAFinalResultIsAFurtherRow() {
        EvaluationView accepted = sample.accepted(sample.firstDelivered());
        UUID id = accepted.evaluationId();
        EvaluationView reopened = sample.admin(bench -> bench.get(ReopenEvaluation.class)
                .reopen(id, Sample.now(accepted), new TextInput("800/12/BKPSDM")));
        assertEquals("UNDER_REVIEW", reopened.status());
        assertEquals("800/12/BKPSDM", reopened.reopenOrder());
        assertEquals(List.of(new EvaluationReopened(id, sample.government.period, sample.government.unit)),
                sample.fired());
        assertTrue(seenBy(accepted.employeeId(), id).beingCorrected());
        // The order lets it be rated although the period is over; nobody else's can be.
        sample.government.period(Sample.SLICE, Sample.HERE, "CLOSED");
        Sample.refused(Problem.PERIOD_NOT_OPEN, () -> sample.marked(sample.team().get(1), "MEETS"));
        EvaluationView rated = sample.rated(sample.seenByRater(id),
                new RatingInput("ABOVE", "MEETS", "bukti susulan", null, null, null));
        EvaluationView corrected = sample.accepted(sample.delivered(rated));
        assertFalse(corrected.beingCorrected());
        List<FinalResultView> finals = corrected.finals();
        assertEquals(List.of("MEETS", "ABOVE"), finals.stream().map(FinalResultView::resultRating).toList());
        assertEquals("800/12/BKPSDM", finals.get(1).reopenOrder());
        assertNull(finals.get(0).reopenOrder());
        assertEquals("ACKNOWLEDGED", finals.get(0).endedBy());
    }

    @Test
    void aRatingGivenAgainstAnotherSuggestionIsStale() {
        EvaluationView marked = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        EvaluationView seen = sample.seenByRater(marked.evaluationId());
        UUID first = seen.suggestion().suggestionId();
        sample.after(1).run();
        Sample.refused(Problem.VERSION_STALE, () -> sample.rated(seen,
                new RatingInput("MEETS", "MEETS", null, null, null, first)));
        UUID second = sample.seenByRater(marked.evaluationId()).suggestion().suggestionId();
        EvaluationView rated = sample.rated(seen, new RatingInput("MEETS", "MEETS", null, null, null, second));
        assertEquals(second, rated.suggestion().suggestionId());
    }

    @Test
    void readingChangesNothing() {
        EvaluationView marked = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.team();
        sample.after(1).team();
        assertEquals(marked.version(), sample.seenByRater(marked.evaluationId()).version());
    }

    @Test
    void aSuggestionThatCameAfterTheRatingIsNotItsReason() {
        EvaluationView marked = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        var run = sample.asRater(bench -> bench.get(StartRun.class).start(sample.government.code,
                new RunInput(null), null));
        EvaluationView rated = sample.rated(marked, new RatingInput("ABOVE", "ABOVE", null, null, null, null));
        sample.score(run, 1);
        sample.score(run, 2);
        assertNull(sample.seenByRater(rated.evaluationId()).suggestion());
        assertNull(sample.delivered(rated).suggestion());
    }

    @Test
    void theHeadIsRatedAsTheUnitAchieved() {
        UUID first = sample.opened().get(0).employeeId();
        sample.government.makeHead(Sample.SLICE, Sample.HERE, first);
        EvaluationView marked = sample.marked(sample.submitted(sample.team().get(0)), "MEETS");
        sample.fixOrganisation("NEEDS_IMPROVEMENT", 0);
        assertEquals("resultRating", Sample.refused(Problem.INVALID_INPUT, () -> sample.rated(marked, Sample.GOOD))
                .fields().get(0).field());
        assertEquals("NEEDS_IMPROVEMENT", sample.rated(marked,
                new RatingInput("BELOW", "MEETS", null, null, null, null)).predicate());
    }

    @Test
    void correctingTheOrganisationAsksForItsHeadsRatingAnew() {
        UUID first = sample.opened().get(0).employeeId();
        sample.government.makeHead(Sample.SLICE, Sample.HERE, first);
        var fixed = sample.fixOrganisation("GOOD", 0);
        EvaluationView head = sample.ratedGood(sample.team().get(0));
        EvaluationView other = sample.ratedGood(sample.team().get(1));
        var same = sample.fixOrganisation("GOOD", fixed.version());
        assertEquals("RATED", sample.seenByRater(head.evaluationId()).status());
        var corrected = sample.fixOrganisation("VERY_POOR", same.version());
        assertEquals("RATED", sample.seenByRater(other.evaluationId()).status());
        EvaluationView anew = sample.seenByRater(head.evaluationId());
        assertEquals("UNDER_REVIEW", anew.status());
        assertTrue(anew.organisationCorrected());
        assertEquals("BELOW", anew.proposal().result());
        assertNull(anew.predicate());
        EvaluationView own = seenBy(first, head.evaluationId());
        assertTrue(own.organisationCorrected());
        assertNull(own.resultRating());
        assertEquals(Set.of("RATE", "DELIVER"), sample.asRater(bench -> bench.get(ListDuties.class).mine()).stream()
                .map(Duty::kind).collect(Collectors.toSet()));
        EvaluationView rated = sample.rated(anew, new RatingInput("BELOW", "MEETS", null, null, null, null));
        assertFalse(rated.organisationCorrected());
        sample.delivered(other);
        // Somebody was told: what the unit achieved does not change any more, whoever is not told yet.
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> sample.fixOrganisation("GOOD", corrected.version() + 1));
        assertEquals("NEEDS_IMPROVEMENT", sample.delivered(sample.seenByRater(rated.evaluationId())).predicate());
    }

    @Test
    void nobodyIsToldARatingThatContradictsTheOrganisation() {
        UUID first = sample.opened().get(0).employeeId();
        sample.fixOrganisation("POOR", 0);
        EvaluationView rated = sample.ratedGood(sample.team().get(0));
        sample.government.makeHead(Sample.SLICE, Sample.HERE, first);
        Sample.refused(Problem.HEAD_RATING_OUTDATED, () -> sample.delivered(rated));
        ProblemException refusal = Sample.refused(Problem.HEAD_RATING_OUTDATED, () -> sample.asRater(bench ->
                bench.get(DeliverEvaluation.class).deliverAllRated(sample.government.code, null)));
        assertEquals(rated.evaluationId(), ((HeadRatingOutdated) refusal).evaluationId(), "who tells many learns whose");
        EvaluationView again = sample.rated(rated, new RatingInput("BELOW", "MEETS", null, null, null, null));
        assertEquals("DELIVERED", sample.delivered(again).status());
    }

    @Test
    void aSuggestionMadeOfOtherMarksIsNobodysToAdopt() {
        EvaluationView marked = sample.marked(sample.submitted(sample.opened().get(0)), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        EvaluationView suggested = sample.seenByRater(marked.evaluationId());
        assertFalse(suggested.suggestion().outdated());
        EvaluationView lowered = sample.marked(suggested, "BELOW");
        assertTrue(lowered.suggestion().outdated());
        assertNull(lowered.proposal().behaviour());
        assertTrue(sample.asRater(bench -> bench.get(ReadEvaluations.class).team(sample.government.code)).people()
                .get(0).outdated());
        UUID first = lowered.suggestion().suggestionId();
        Sample.refused(Problem.SUGGESTION_OUTDATED, () -> sample.rated(lowered,
                new RatingInput("MEETS", "MEETS", null, null, null, first)));
        // The old marks again, the old suggestion again.
        assertFalse(sample.marked(lowered, "MEETS").suggestion().outdated());
        EvaluationView below = sample.marked(sample.seenByRater(marked.evaluationId()), "BELOW");

        Sample.refused(Problem.NOT_THE_RATER, () -> sample.as(sample.government.superior, bench ->
                bench.get(StartRun.class).startForOne(below.evaluationId(), null)));
        var run = sample.after(1).asRater(bench -> bench.get(StartRun.class).startForOne(below.evaluationId(), null));
        assertEquals(1, run.persons());
        sample.score(run, 1);
        EvaluationView anew = sample.seenByRater(marked.evaluationId());
        assertFalse(anew.suggestion().outdated());
        assertEquals("BELOW", anew.proposal().behaviour());
        EvaluationView rated = sample.rated(anew, new RatingInput("MEETS", "BELOW", null, null, null,
                anew.suggestion().suggestionId()));
        assertEquals("POOR", rated.predicate());
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> sample.asRater(bench ->
                bench.get(StartRun.class).startForOne(rated.evaluationId(), null)));
    }

    @Test
    void onlyTheLeaderAboveFixesAUnit() {
        UUID unit = sample.government.unit;
        List.of(sample.government.head, sample.government.rater).forEach(who -> Sample.refused(Problem.FORBIDDEN,
                () -> fix(who, unit)));
        var fixed = sample.fixOrganisation("GOOD", 0);
        Sample.refused(Problem.VERSION_STALE, () -> sample.fixOrganisation("GOOD", 0));
        Sample.refused(Problem.FORBIDDEN, () -> fix(sample.government.head, sample.government.office));
        var corrected = sample.fixOrganisation("EXCELLENT", fixed.version());
        sample.delivered(sample.ratedGood(sample.opened().get(0)));
        Sample.refused(Problem.VERSION_STALE, () -> sample.fixOrganisation("GOOD", corrected.version()));
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> sample.fixOrganisation("GOOD", corrected.version() + 1));
    }

    private Object fix(UUID who, UUID unit) {
        return sample.as(who, Set.of(Roles.UNIT_HEAD), bench -> bench.get(FixOrganisationPredicate.class)
                .fix(unit, sample.government.code, new Change(0, null), new OrganisationInput("GOOD", "x")));
    }

    private EvaluationView seenBy(UUID person, UUID id) {
        return sample.as(person, bench -> bench.get(ReadEvaluations.class).read(id));
    }
}
