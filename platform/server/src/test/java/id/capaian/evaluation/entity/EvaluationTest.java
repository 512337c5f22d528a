package id.capaian.evaluation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.BehaviourValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EvaluationTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Instant NOW = Instant.parse("2027-01-14T03:00:00Z");
    private static final AnswerTerm FORTNIGHT = new AnswerTerm(14, WITA);
    private static final Judgement GOOD = new Judgement(Rating.MEETS, Rating.MEETS, null, null, null);

    private final UUID person = UUID.randomUUID();
    private final UUID rater = UUID.randomUUID();
    private final UUID superior = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final Evaluation evaluation = new Evaluation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
            UUID.randomUUID(), new Parties(person, rater, superior));

    @Test
    void refusesARaterWhoIsThePerson() {
        refused(Problem.SELF_RATING, () -> new Parties(person, person, superior));
        refused(Problem.SELF_RATING, () -> new Parties(person, rater, person));
        refused(Problem.INVALID_INPUT, () -> new Parties(person, rater, rater));
        submitted();
        refused(Problem.SELF_RATING, () -> evaluation.rate(person, GOOD, Proposal.NONE, true, NOW));
    }

    @Test
    void letsOnlyThePersonSubmit() {
        refused(Problem.FORBIDDEN, () -> evaluation.submit(rater, NOW));
        evaluation.submit(person, NOW);
        assertEquals(EvaluationStatus.SELF_SUBMITTED, evaluation.status());
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.submit(person, NOW));
    }

    @Test
    void returnsForEvidenceWithAReason() {
        submitted();
        refused(Problem.NOT_THE_RATER, () -> evaluation.returnForEvidence(stranger, "x"));
        refused(Problem.REASON_NEEDED, () -> evaluation.returnForEvidence(rater, " "));
        assertEquals(EvaluationStatus.SELF_SUBMITTED, evaluation.status());
        evaluation.returnForEvidence(rater, "Lampirkan rekap triwulan");
        evaluation.submit(person, NOW);
        assertEquals(EvaluationStatus.SELF_SUBMITTED, evaluation.status());
    }

    @Test
    void marksBeforeRatingOnly() {
        refused(Problem.NOT_THE_RATER, () -> evaluation.mark(stranger, all(Rating.MEETS)));
        evaluation.mark(rater, Map.of(BehaviourValue.LOYAL, new BehaviorMark(Rating.BELOW, "terlambat")));
        assertEquals(EvaluationStatus.SELF_FILLING, evaluation.status());
        evaluation.submit(person, NOW);
        evaluation.mark(rater, all(Rating.MEETS));
        assertEquals(EvaluationStatus.SELF_SUBMITTED, evaluation.status());
        assertEquals(7, evaluation.marks().size());
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.mark(rater, all(Rating.ABOVE)));
    }

    @Test
    void marksKeepNobodyFromAskingForEvidence() {
        submitted();
        evaluation.mark(rater, Map.of(BehaviourValue.LOYAL, new BehaviorMark(Rating.MEETS, null)));
        evaluation.returnForEvidence(rater, "Lampirkan rekap triwulan");
        assertEquals(EvaluationStatus.RETURNED_FOR_EVIDENCE, evaluation.status());
        assertEquals(1, evaluation.marks().size());
    }

    @Test
    void ratesOnlyOnceTheOrganisationIsFixed() {
        marked();
        refused(Problem.ORGANISATION_PREDICATE_NOT_FIXED, () -> evaluation.rate(rater, GOOD, Proposal.NONE, false,
                NOW));
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        assertEquals(Predicate.GOOD, evaluation.predicate());
    }

    @Test
    void refusesToRateUnmarkedBehaviour() {
        submitted();
        evaluation.mark(rater, Map.of(BehaviourValue.LOYAL, new BehaviorMark(Rating.MEETS, null)));
        refused(Problem.BEHAVIOUR_MARKS_MISSING, () -> evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW));
    }

    @Test
    void refusesRatingBeforeThePersonSubmitted() {
        evaluation.mark(rater, all(Rating.MEETS));
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW));
    }

    @Test
    void departingFromTheSuggestionNeedsAReasonForEachRating() {
        marked();
        Proposal suggested = new Proposal(UUID.randomUUID(), Rating.ABOVE, Rating.BELOW, false);
        ProblemException refusal = refused(Problem.REASON_NEEDED, () -> evaluation.rate(rater, GOOD, suggested, true,
                NOW));
        assertEquals(List.of("resultReason", "behaviourReason"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertNull(evaluation.predicate());
        evaluation.rate(rater, new Judgement(Rating.MEETS, Rating.BELOW, "beban unit lain", null, null), suggested,
                true, NOW);
        assertEquals(Predicate.POOR, evaluation.predicate());
        assertEquals(suggested.suggestionId(), evaluation.suggestionId());
    }

    @Test
    void theHeadsResultIsWhatTheOrganisationAchieved() {
        Proposal proposal = new Proposal(UUID.randomUUID(), Rating.ABOVE, Rating.MEETS, false)
                .ledBy(OrganisationAchievement.POOR);
        assertEquals(Rating.BELOW, proposal.result());
        assertEquals(Rating.MEETS, proposal.behaviour());
        assertEquals(Rating.ABOVE, Proposal.NONE.ledBy(OrganisationAchievement.EXCELLENT).result());
        assertEquals(Rating.MEETS, Proposal.NONE.ledBy(OrganisationAchievement.GOOD).result());
        marked();
        Judgement better = new Judgement(Rating.MEETS, Rating.MEETS, "unit lain lebih buruk", null, null);
        assertEquals("resultRating", refused(Problem.INVALID_INPUT, () ->
                evaluation.rate(rater, better, proposal, true, NOW)).fields().get(0).field());
        evaluation.rate(rater, new Judgement(Rating.BELOW, Rating.MEETS, null, null, null), proposal, true, NOW);
        assertEquals(Predicate.NEEDS_IMPROVEMENT, evaluation.predicate());
        evaluation.sendToCalibration(Mover.RATER, rater);
        refused(Problem.INVALID_INPUT, () ->
                evaluation.calibrate(stranger, Rating.ABOVE, Rating.MEETS, proposal, "x", NOW));
    }

    @Test
    void aCorrectedOrganisationBindsWhoLeadsItAtEveryStep() {
        Proposal good = Proposal.NONE.ledBy(OrganisationAchievement.GOOD);
        Proposal excellent = Proposal.NONE.ledBy(OrganisationAchievement.EXCELLENT);
        marked();
        evaluation.rate(rater, GOOD, good, true, NOW);
        refused(Problem.HEAD_RATING_OUTDATED, () ->
                evaluation.deliver(Mover.RATER, rater, excellent, FORTNIGHT, NOW));
        assertEquals(EvaluationStatus.RATED, evaluation.status());
        evaluation.sendToCalibration(Mover.RATER, rater);
        refused(Problem.INVALID_INPUT, () ->
                evaluation.calibrate(stranger, Rating.MEETS, Rating.MEETS, excellent, null, NOW));
        evaluation.calibrate(stranger, Rating.MEETS, Rating.MEETS, good, null, NOW);
        evaluation.deliver(Mover.RATER, rater, good, FORTNIGHT, NOW);
        Objection objection = evaluation.object(person, UUID.randomUUID(), "Bukti dinas luar belum dihitung", NOW);
        evaluation.explain(rater, objection, "Data sudah dihitung", NOW);
        refused(Problem.INVALID_INPUT, () ->
                evaluation.decide(superior, "s", objection, Decision.upheld("x"), excellent, NOW));
        evaluation.decide(superior, "s", objection, Decision.upheld("x"), good, NOW);
        assertEquals(EvaluationStatus.FINAL, evaluation.status());
    }

    @Test
    void aCorrectionAsksForTheHeadsRatingAnewOnlyWhenItContradicts() {
        assertFalse(evaluation.rateAnewAfter(OrganisationAchievement.POOR));
        rated();
        assertFalse(evaluation.rateAnewAfter(OrganisationAchievement.GOOD));
        assertTrue(evaluation.rateAnewAfter(OrganisationAchievement.POOR));
        assertEquals(EvaluationStatus.UNDER_REVIEW, evaluation.status());
        assertNull(evaluation.ratedAt());
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        evaluation.sendToCalibration(Mover.RATER, rater);
        assertTrue(evaluation.rateAnewAfter(OrganisationAchievement.EXCELLENT));
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW);
        assertFalse(evaluation.rateAnewAfter(OrganisationAchievement.POOR));
    }

    @Test
    void whatWasAskedForIsNoNoteOnDevelopment() {
        submitted();
        evaluation.returnForEvidence(rater, "Lampirkan rekap triwulan");
        assertEquals("Lampirkan rekap triwulan", evaluation.raterNote());
        evaluation.submit(person, NOW);
        evaluation.mark(rater, all(Rating.MEETS));
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        assertNull(evaluation.raterNote());
    }

    @Test
    void maySetRightARatingNobodyKnowsYet() {
        rated();
        evaluation.rate(rater, new Judgement(Rating.ABOVE, Rating.ABOVE, null, null, null), Proposal.NONE, true, NOW);
        assertEquals(Predicate.VERY_GOOD, evaluation.predicate());
        evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW);
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW));
    }

    @Test
    void calibrationChangesWithAReasonAndNeverOneself() {
        rated();
        evaluation.sendToCalibration(Mover.RATER, rater);
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW));
        refused(Problem.SELF_RATING, () ->
                evaluation.calibrate(person, Rating.BELOW, Rating.MEETS, Proposal.NONE, "x", NOW));
        refused(Problem.REASON_NEEDED, () ->
                evaluation.calibrate(stranger, Rating.BELOW, Rating.MEETS, Proposal.NONE, null, NOW));
        evaluation.calibrate(stranger, Rating.BELOW, Rating.MEETS, Proposal.NONE, "dibandingkan unit lain", NOW);
        assertEquals(Predicate.NEEDS_IMPROVEMENT, evaluation.predicate());
        assertEquals(EvaluationStatus.RATED, evaluation.status());
    }

    @Test
    void nobodyCalibratesTheRatingsOneGave() {
        rated();
        evaluation.sendToCalibration(Mover.UNIT_HEAD, rater);
        refused(Problem.FORBIDDEN, () ->
                evaluation.calibrate(rater, Rating.MEETS, Rating.MEETS, Proposal.NONE, null, NOW));
        assertEquals(EvaluationStatus.CALIBRATING, evaluation.status());
    }

    @Test
    void whoGaveRatingsCalibratesThemNeitherOnceAnotherRates() {
        UUID next = UUID.randomUUID();
        rated();
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.replaceParties(next, null, "800/1");
        assertEquals(Set.of(rater, next), evaluation.raters());
        for (UUID one : List.of(rater, next)) {
            refused(Problem.FORBIDDEN, () ->
                    evaluation.calibrate(one, Rating.MEETS, Rating.MEETS, Proposal.NONE, null, NOW));
        }
        evaluation.calibrate(stranger, Rating.MEETS, Rating.MEETS, Proposal.NONE, null, NOW);
        evaluation.rate(next, GOOD, Proposal.NONE, true, NOW);
        assertEquals(Set.of(next), evaluation.raters());
    }

    @Test
    void theRaterLeavesWhatAHeadFixedUntilItIsToBeRatedAnew() {
        rated();
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.calibrate(stranger, Rating.BELOW, Rating.MEETS, Proposal.NONE, "dibandingkan unit lain", NOW);
        refused(Problem.RATING_CALIBRATED, () -> evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW));
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.calibrate(stranger, Rating.BELOW, Rating.MEETS, Proposal.NONE, null, NOW);
        refused(Problem.RATING_CALIBRATED, () -> evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW));
        assertEquals(Predicate.NEEDS_IMPROVEMENT, evaluation.predicate());

        evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW);
        evaluation.acknowledge(person, NOW);
        evaluation.reopen("800/12/BKPSDM");
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        assertEquals(Predicate.GOOD, evaluation.predicate());
        evaluation.rate(rater, new Judgement(Rating.ABOVE, Rating.ABOVE, null, null, null), Proposal.NONE, true, NOW);
    }

    @Test
    void aCorrectedAchievementLetsTheRaterRateWhatAHeadFixed() {
        rated();
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.calibrate(stranger, Rating.BELOW, Rating.MEETS, Proposal.NONE, "dibandingkan unit lain", NOW);
        assertTrue(evaluation.rateAnewAfter(OrganisationAchievement.GOOD));
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        assertEquals(Predicate.GOOD, evaluation.predicate());
    }

    @Test
    void theRaterRatesWhatAHeadFixedWhereTheUnitsAchievementForbidsIt() {
        rated();
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.calibrate(stranger, Rating.BELOW, Rating.MEETS, Proposal.NONE, "dibandingkan unit lain", NOW);
        Proposal poor = Proposal.NONE.ledBy(OrganisationAchievement.POOR);
        refused(Problem.RATING_CALIBRATED, () -> evaluation.rate(rater, GOOD, poor, true, NOW));
        Proposal good = Proposal.NONE.ledBy(OrganisationAchievement.GOOD);
        refused(Problem.HEAD_RATING_OUTDATED, () -> evaluation.deliver(Mover.RATER, rater, good, FORTNIGHT, NOW));
        evaluation.rate(rater, GOOD, good, true, NOW);
        evaluation.deliver(Mover.RATER, rater, good, FORTNIGHT, NOW);
        assertEquals(Predicate.GOOD, evaluation.predicate());
    }

    @Test
    void othersReplaceTheReasonOfTheRatingTheyChangeOnly() {
        marked();
        evaluation.rate(rater, new Judgement(Rating.ABOVE, Rating.ABOVE, "inovasi", "teladan", "catatan"),
                new Proposal(UUID.randomUUID(), Rating.MEETS, Rating.MEETS, false), true, NOW);
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.calibrate(stranger, Rating.MEETS, Rating.ABOVE, Proposal.NONE, "belum diadopsi", NOW);
        assertEquals("belum diadopsi", evaluation.resultReason());
        assertEquals("teladan", evaluation.behaviourReason());
        assertEquals("catatan", evaluation.raterNote());
    }

    @Test
    void namesWhoFixedEachRating() {
        rated();
        assertEquals(new Fixer(Mover.RATER, rater), evaluation.resultFixer());
        evaluation.sendToCalibration(Mover.RATER, rater);
        evaluation.calibrate(stranger, Rating.MEETS, Rating.ABOVE, Proposal.NONE, "dibandingkan unit lain", NOW);
        assertEquals(new Fixer(Mover.RATER, rater), evaluation.resultFixer());
        assertEquals(new Fixer(Mover.UNIT_HEAD, stranger), evaluation.behaviourFixer());
        evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW);
        Objection objection = evaluation.object(person, UUID.randomUUID(), "dinas luar", NOW);
        evaluation.explain(rater, objection, "sudah dihitung", NOW);
        evaluation.decide(superior, "subject", objection,
                Decision.changed(Rating.ABOVE, Rating.ABOVE, "bukti sah"), Proposal.NONE, NOW);
        assertEquals(new Fixer(Mover.RATER_SUPERIOR, superior), evaluation.resultFixer());
        assertEquals(new Fixer(Mover.UNIT_HEAD, stranger), evaluation.behaviourFixer());
    }

    @Test
    void theSystemCalibratesWhatCalibrationHasNotSeen() {
        assertFalse(evaluation.calibrateBySystem());
        rated();
        assertTrue(evaluation.calibrateBySystem());
        assertEquals(EvaluationStatus.CALIBRATING, evaluation.status());
        evaluation.calibrate(stranger, Rating.MEETS, Rating.MEETS, Proposal.NONE, null, NOW);
        assertFalse(evaluation.calibrateBySystem());
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        assertTrue(evaluation.calibrateBySystem());
    }

    @Test
    void workingDaysLeaveOutWeekendsAndHolidays() {
        // 14 January 2027 is a Thursday; five working days without the holiday of Monday end on Friday 22.
        AnswerTerm term = new AnswerTerm(5, WITA, true, Set.of(LocalDate.of(2027, 1, 18)));
        assertEquals(Instant.parse("2027-01-22T16:00:00Z"), term.endsAt(NOW));
        assertEquals(Instant.parse("2027-01-19T16:00:00Z"), new AnswerTerm(5, WITA).endsAt(NOW));
    }

    @Test
    void looksBackOverExactlyTheTermsThatAreOver() {
        Set<LocalDate> holiday = Set.of(LocalDate.of(2027, 1, 18));
        for (AnswerTerm term : List.of(new AnswerTerm(5, WITA), new AnswerTerm(5, WITA, true, holiday))) {
            for (int hours = 0; hours < 24 * 30; hours += 3) {
                Instant start = NOW.plus(Duration.ofHours(hours));
                Instant now = NOW.plus(Duration.ofDays(20));
                assertEquals(!term.endsAt(start).isAfter(now), start.isBefore(term.overSince(now)), start + " " + term);
            }
        }
    }

    @Test
    void theTermEndsWithTheLastDayInTheTenantsZone() {
        delivered();
        assertEquals(Instant.parse("2027-01-28T16:00:00Z"), evaluation.answerDueAt());
        assertEquals(14, AnswerTerm.daysLeft(evaluation.answerDueAt(), NOW, WITA));
        assertEquals(0, AnswerTerm.daysLeft(evaluation.answerDueAt(), Instant.parse("2027-01-28T15:59:59Z"), WITA));
    }

    @Test
    void acknowledgingMakesItFinal() {
        delivered();
        refused(Problem.FORBIDDEN, () -> evaluation.acknowledge(rater, NOW));
        evaluation.acknowledge(person, NOW);
        assertEquals(EvaluationStatus.FINAL, evaluation.status());
        assertEquals(NOW, evaluation.finalAt());
        FinalResult kept = evaluation.finalResult(UUID.randomUUID(), 1, "[]", OrganisationAchievement.GOOD);
        assertEquals(EvaluationStatus.ACKNOWLEDGED, kept.endedBy());
        assertEquals(Predicate.GOOD, kept.predicate());
        assertNull(kept.reopenOrder());
    }

    @Test
    void aRunThatIsOverIsNotBlockedAnyMore() {
        EvaluationRun run = new EvaluationRun(UUID.randomUUID(), UUID.randomUUID(), null,
                new EvaluationRun.Frozen("p", "1", "s", "f", "{}"), 1, 0, "admin", NOW);
        run.block("evaluation.blocked.PACK_NOT_READY");
        assertEquals(RunStatus.BLOCKED, run.status());
        run.progressed(1, 0, 0, true, NOW);
        run.block("evaluation.blocked.PACK_NOT_READY");
        assertEquals(RunStatus.DONE, run.status());
    }

    @Test
    void aRunIsEndedOnce() {
        EvaluationRun run = new EvaluationRun(UUID.randomUUID(), UUID.randomUUID(), null,
                new EvaluationRun.Frozen("p", "1", "s", "f", "{}"), 1, 0, "admin", NOW);
        run.end("evaluation.ended.PACK_NOT_ENABLED", NOW);
        run.end("x", NOW.plusSeconds(1));
        run.block("x");
        assertEquals(RunStatus.NEEDS_ATTENTION, run.status());
        assertEquals("evaluation.ended.PACK_NOT_ENABLED", run.statusReason());
        assertEquals(NOW, run.finishedAt());
    }

    @Test
    void lapsesWhenTheTermEndsAndNotBefore() {
        delivered();
        Instant end = evaluation.answerDueAt();
        assertFalse(evaluation.lapse(end.minusMillis(1)));
        assertTrue(evaluation.lapse(end));
        assertEquals(EvaluationStatus.FINAL, evaluation.status());
        assertNull(evaluation.acknowledgedAt());
    }

    @Test
    void takesObjectionsUntilTheTermEnds() {
        delivered();
        Instant end = evaluation.answerDueAt();
        refused(Problem.OBJECTION_TOO_LATE, () -> evaluation.object(person, UUID.randomUUID(), "keberatan", end));
        refused(Problem.REASON_NEEDED, () -> evaluation.object(person, UUID.randomUUID(), "", NOW));
        assertEquals(EvaluationStatus.DELIVERED, evaluation.status());
        evaluation.object(person, UUID.randomUUID(), "Bukti dinas luar belum dihitung", end.minusMillis(1));
        assertEquals(EvaluationStatus.OBJECTED, evaluation.status());
        assertFalse(evaluation.lapse(end.plusSeconds(1)));
    }

    @Test
    void theSuperiorUpholdsAfterTheRaterExplained() {
        Objection objection = objected();
        refused(Problem.MOVE_NOT_ALLOWED, () ->
                evaluation.decide(superior, "s", objection, Decision.upheld("x"), Proposal.NONE, NOW));
        refused(Problem.NOT_THE_RATER, () -> evaluation.explain(superior, objection, "x", NOW));
        evaluation.explain(rater, objection, "Data sudah dihitung", NOW);
        refused(Problem.FORBIDDEN, () ->
                evaluation.decide(rater, "r", objection, Decision.upheld("x"), Proposal.NONE, NOW));
        refused(Problem.REASON_NEEDED, () ->
                evaluation.decide(superior, "s", objection, Decision.upheld(""), Proposal.NONE, NOW));
        evaluation.decide(superior, "s", objection, Decision.upheld("Sesuai bukti"), Proposal.NONE, NOW);
        assertEquals(EvaluationStatus.FINAL, evaluation.status());
        assertEquals(Predicate.GOOD, evaluation.predicate());
        assertEquals(Decision.Kind.UPHELD, objection.decision());
    }

    @Test
    void theClockExplainsAndTheSuperiorChanges() {
        Objection objection = objected();
        AnswerTerm week = new AnswerTerm(7, WITA);
        assertFalse(evaluation.stopWaitingForExplanation(objection, week, NOW.plus(Duration.ofDays(7))));
        assertTrue(evaluation.stopWaitingForExplanation(objection, week, NOW.plus(Duration.ofDays(8))));
        refused(Problem.INVALID_INPUT, () -> evaluation.decide(superior, "s", objection,
                Decision.changed(Rating.MEETS, Rating.MEETS, "x"), Proposal.NONE, NOW));
        evaluation.decide(superior, "s", objection, Decision.changed(Rating.ABOVE, Rating.ABOVE, "Bukti baru sah"),
                Proposal.NONE, NOW);
        assertEquals("Bukti baru sah", evaluation.resultReason());
        assertEquals(Predicate.VERY_GOOD, evaluation.predicate());
        assertEquals(Decision.Kind.CHANGED, objection.decision());
        assertNull(objection.explanation());
    }

    @Test
    void reopensByOrderNumberOnly() {
        delivered();
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.reopen("800/12/BKPSDM"));
        evaluation.acknowledge(person, NOW);
        refused(Problem.REASON_NEEDED, () -> evaluation.reopen(" "));
        evaluation.reopen("800/12/BKPSDM");
        assertEquals(EvaluationStatus.UNDER_REVIEW, evaluation.status());
        assertNull(evaluation.finalAt());
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
        assertEquals(EvaluationStatus.RATED, evaluation.status());
    }

    @Test
    void takesRaterAndSuperiorFromTheMasterDataUntilTheyHaveJudged() {
        UUID next = UUID.randomUUID();
        evaluation.follow(next, null);
        assertEquals(List.of(next, superior), List.of(evaluation.raterId(), evaluation.raterSuperiorId()));
        evaluation.follow(rater, stranger);
        rated();
        evaluation.follow(next, superior);
        assertEquals(List.of(rater, superior), List.of(evaluation.raterId(), evaluation.raterSuperiorId()));
        // Promoted above the own ratings, or to the person itself: not taken.
        evaluation.follow(null, rater);
        evaluation.follow(null, person);
        assertEquals(superior, evaluation.raterSuperiorId());
        evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW);
        evaluation.acknowledge(person, NOW);
        evaluation.follow(next, next);
        assertEquals(superior, evaluation.raterSuperiorId());
        evaluation.reopen("800/12/BKPSDM");
        assertNull(evaluation.ratedAt());
        evaluation.follow(superior, null);
        assertEquals(superior, evaluation.raterId());
        assertNull(evaluation.raterSuperiorId());
    }

    @Test
    void theAgencyNamesOthersByLetterUntilItIsFinal() {
        UUID next = UUID.randomUUID();
        refused(Problem.REASON_NEEDED, () -> evaluation.replaceParties(next, null, " "));
        refused(Problem.SELF_RATING, () -> evaluation.replaceParties(person, null, "800/1"));
        refused(Problem.INVALID_INPUT, () -> evaluation.replaceParties(superior, null, "800/1"));
        rated();
        evaluation.replaceParties(superior, next, "800/1");
        assertEquals(List.of(superior, next), List.of(evaluation.raterId(), evaluation.raterSuperiorId()));
        evaluation.follow(null, stranger);
        assertEquals(next, evaluation.raterSuperiorId());
        refused(Problem.NOT_THE_RATER, () -> evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW));
        evaluation.deliver(Mover.RATER, superior, Proposal.NONE, FORTNIGHT, NOW);
        evaluation.acknowledge(person, NOW);
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.replaceParties(rater, null, "800/2"));
    }

    @Test
    void aFixedOrganisationMayBeCorrectedUntilItIsLocked() {
        OrganisationPredicate organisation = new OrganisationPredicate(UUID.randomUUID(), UUID.randomUUID(),
                UUID.randomUUID());
        refused(Problem.REASON_NEEDED, () -> organisation.fix(OrganisationAchievement.GOOD, "", "s", NOW));
        organisation.recommend(OrganisationAchievement.EXCELLENT, "target terlampaui");
        refused(Problem.ORGANISATION_PREDICATE_NOT_FIXED, () -> organisation.justifyDistribution("x", "r", NOW));
        assertFalse(organisation.isFixed());
        organisation.fix(OrganisationAchievement.GOOD, "dua target meleset", "s", NOW);
        refused(Problem.MOVE_NOT_ALLOWED, () -> organisation.recommend(OrganisationAchievement.POOR, "x"));
        organisation.justifyDistribution("unit kecil", "r", NOW);
        organisation.fix(OrganisationAchievement.GOOD, "dua target meleset, dua terlampaui", "s", NOW);
        assertEquals("unit kecil", organisation.distributionReason());
        organisation.fix(OrganisationAchievement.EXCELLENT, "koreksi data", "s", NOW);
        assertTrue(organisation.isFixed());
        assertNull(organisation.distributionReason());
        assertFalse(OrganisationStatus.LOCKED.allows(OrganisationStatus.FIXED));
    }

    private void submitted() {
        evaluation.submit(person, NOW);
    }

    private void marked() {
        submitted();
        evaluation.mark(rater, all(Rating.MEETS));
    }

    private void rated() {
        marked();
        evaluation.rate(rater, GOOD, Proposal.NONE, true, NOW);
    }

    private void delivered() {
        rated();
        evaluation.deliver(Mover.RATER, rater, Proposal.NONE, FORTNIGHT, NOW);
    }

    private Objection objected() {
        delivered();
        return evaluation.object(person, UUID.randomUUID(), "Bukti dinas luar belum dihitung", NOW);
    }

    private static Map<BehaviourValue, BehaviorMark> all(Rating rating) {
        Map<BehaviourValue, BehaviorMark> marks = new EnumMap<>(BehaviourValue.class);
        for (BehaviourValue value : BehaviourValue.values()) {
            marks.put(value, new BehaviorMark(rating, null));
        }
        return marks;
    }

    private static ProblemException refused(Problem expected, Executable act) {
        ProblemException refusal = assertThrows(ProblemException.class, act);
        assertEquals(expected, refusal.problem());
        return refusal;
    }
}
