package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.CalibrationInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.GivenView;
import id.capaian.evaluation.boundary.RaterScoreView;
import id.capaian.evaluation.boundary.RatingInput;
import id.capaian.evaluation.boundary.RecomputationView;
import id.capaian.evaluation.boundary.TeamRow;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Figures about raters (regions.md 6): when they are made, of what, and who sees them. */
class RaterScoreSliceTest {

    private final Sample sample = new Sample().withPack(new SlicePack("sha").judgingRaters());

    @Test
    void isMadeOfTheCompleteListAndShownToThreeKindsOfPeople() {
        List<EvaluationView> all = marked();
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, all.get(0).employeeId());
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, all.get(1).employeeId());
        rate(all.get(0), "MEETS", null);
        rate(all.get(1), "MEETS", null);
        assertEquals(List.of(), seenBy(sample.government.rater));
        rate(all.get(2), "ABOVE", "inovasi");
        RaterScoreView score = seenBy(sample.government.rater).get(0);
        // Evidence 2 of 3, one rater in the unit, 5 of 6 ratings as suggested: (0.67 + 1.00 + 0.83) / 3.
        assertEquals(new BigDecimal("0.83"), score.indexScore());
        assertTrue(score.own());
        assertEquals(Map.of("people", "3", "items", "3", "items-with-evidence", "2", "rater-mean", "100",
                "unit-mean", "100", "ratings", "6", "ratings-agreeing", "5"), facts(score));

        assertEquals(1, seenBy(sample.government.superior).size());
        assertEquals(1, seenByHead(sample.government.head).size());
        assertEquals(1, seenByHead(sample.government.leader).size());
        assertEquals(List.of(), seenBy(all.get(0).employeeId()));
        Sample.refused(Problem.NOT_AN_EMPLOYEE, () -> sample.admin(bench ->
                bench.get(ReadRaterScores.class).in(sample.government.code)));
        assertTrue(again(sample.government.superior, score).equal());
        Sample.refused(Problem.FORBIDDEN, () -> again(all.get(0).employeeId(), score));

        UUID id = score.raterScoreId();
        assertEquals(3, sample.asRater(bench -> {
            bench.get(ScoreRater.class).listIn(sample.government.code);
            return bench.get(DeliverEvaluation.class).deliverAllRated(sample.government.code, null);
        }).delivered());
        assertEquals(id, seenBy(sample.government.rater).get(0).raterScoreId());
    }

    @Test
    void aLowFigureSendsTheListToCalibrationOnce() {
        List<EvaluationView> all = marked();
        all.forEach(one -> rate(one, "ABOVE", "menurut saya"));
        // No evidence, 3 of 6 ratings as suggested: (0.00 + 1.00 + 0.50) / 3.
        RaterScoreView low = seenBy(sample.government.rater).get(0);
        assertEquals(new BigDecimal("0.50"), low.indexScore());
        assertTrue(low.calibration());
        assertEquals(List.of("CALIBRATING"), sample.team().stream().map(EvaluationView::status).distinct().toList());
        calibrated(new CalibrationInput("ABOVE", "MEETS", null));
        scoredAfter(1);
        RaterScoreView upheld = seenBy(sample.government.rater).get(0);
        // Calibration upheld the departures: (0.00 + 1.00 + 1.00) / 3, still low, and nothing goes round again.
        assertEquals(new BigDecimal("0.67"), upheld.indexScore());
        assertEquals(List.of("RATED"), sample.team().stream().map(EvaluationView::status).distinct().toList());
    }

    @Test
    void whatAHeadChangedIsNoAgreementHoweverOftenItIsLookedAt() {
        List<EvaluationView> all = marked();
        all.forEach(one -> rate(one, "ABOVE", "menurut saya"));
        calibrated(new CalibrationInput("MEETS", "MEETS", "tanpa bukti"));
        scoredAfter(1);
        assertEquals("3", facts(seenBy(sample.government.rater).get(0)).get("ratings-agreeing"));
        sample.team().forEach(one -> sample.asRater(bench ->
                bench.get(CalibrateEvaluation.class).send(one.evaluationId(), Sample.now(one))));
        calibrated(new CalibrationInput("MEETS", "MEETS", null));
        scoredAfter(2);
        assertEquals("3", facts(seenBy(sample.government.rater).get(0)).get("ratings-agreeing"));
    }

    @Test
    void withASuggestionMadeOfOtherMarksNobodyAgrees() {
        List<EvaluationView> all = marked();
        EvaluationView lowered = sample.marked(all.get(0), "BELOW");
        rate(sample.marked(lowered, "ABOVE"), "MEETS", null);
        rate(all.get(1), "MEETS", null);
        rate(all.get(2), "MEETS", null);
        assertEquals("6", facts(seenBy(sample.government.rater).get(0)).get("ratings"));
        assertEquals("4", facts(seenBy(sample.government.rater).get(0)).get("ratings-agreeing"));
    }

    @Test
    void marksThatTheFormulaDoesNotReadMakeNoSuggestionOutdated() {
        sample.withPack(new SlicePack("sha").withoutMarks());
        sample.opened().forEach(sample::submitted);
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        List<EvaluationView> all = sample.team().stream().map(one -> sample.marked(one, "MEETS")).toList();
        for (EvaluationView one : all) {
            assertFalse(one.suggestion().outdated());
            assertEquals("MEETS", one.proposal().behaviour());
            sample.rated(one, new RatingInput("MEETS", "MEETS", null, null, null, one.suggestion().suggestionId()));
        }
        assertTrue(sample.asRater(bench -> bench.get(ReadEvaluations.class).team(sample.government.code)).people()
                .stream().noneMatch(TeamRow::outdated));
        scoredAfter(0);
        assertEquals("6", facts(seenBy(sample.government.rater).get(0)).get("ratings-agreeing"));
    }

    @Test
    void nobodyIsToldBeforeTheWholeListIsScored() {
        List<EvaluationView> all = marked();
        rate(all.get(0), "MEETS", null);
        EvaluationView first = sample.seenByRater(all.get(0).evaluationId());
        assertEquals(List.of(2L), Sample.refused(Problem.RATER_LIST_INCOMPLETE, () -> sample.delivered(first))
                .arguments());
        Sample.refused(Problem.RATER_LIST_INCOMPLETE, () -> sample.asRater(bench ->
                bench.get(DeliverEvaluation.class).deliverAllRated(sample.government.code, null)));
        Sample.refused(Problem.NOT_THE_RATER, () -> sample.as(sample.government.superior, bench ->
                bench.get(DeliverEvaluation.class).deliver(first.evaluationId(), Sample.now(first))));
        EvaluationView sent = sample.asRater(bench -> bench.get(CalibrateEvaluation.class)
                .send(first.evaluationId(), Sample.now(first)));
        Sample.refused(Problem.RATER_LIST_INCOMPLETE, () -> sample.as(sample.government.head,
                Set.of(Roles.UNIT_HEAD), bench ->
                        bench.get(DeliverEvaluation.class).deliver(sent.evaluationId(), Sample.now(sent))));
        rate(all.get(1), "MEETS", null);
        sample.rated(all.get(2), Sample.GOOD);
        EvaluationView last = sample.seenByRater(all.get(2).evaluationId());
        Sample.refused(Problem.RATER_LIST_NOT_SCORED, () -> sample.delivered(last));
        sample.asRater(bench -> {
            bench.get(ScoreRater.class).listOf(last.evaluationId());
            return null;
        });
        assertEquals(1, seenBy(sample.government.rater).size());
        sample.as(sample.government.head, Set.of(Roles.UNIT_HEAD), bench -> bench.get(DeliverEvaluation.class)
                .deliver(sent.evaluationId(), Sample.now(sample.seenByRater(sent.evaluationId()))));
    }

    @Test
    void whoIsTakenOutOfThePeriodKeepsNobodyWaiting() {
        List<EvaluationView> all = sample.opened();
        sample.fixOrganisation("GOOD", 0);
        all.subList(0, 2).forEach(one -> {
            sample.government.evidenceOf(Sample.SLICE, Sample.HERE, one.employeeId());
            sample.marked(sample.submitted(one), "MEETS");
        });
        sample.run();
        sample.team().subList(0, 2).forEach(one -> rate(one, "MEETS", null));
        EvaluationView first = sample.team().get(0);
        Sample.refused(Problem.RATER_LIST_INCOMPLETE, () -> sample.delivered(first));
        EvaluationView away = sample.team().get(2);
        sample.admin(bench -> bench.get(ExcludeEvaluation.class).exclude(away.evaluationId(), Sample.now(away),
                new TextInput("CLTN sejak awal triwulan")));
        sample.asRater(bench -> {
            bench.get(ScoreRater.class).listIn(sample.government.code);
            return null;
        });
        assertEquals("2", facts(seenBy(sample.government.rater).get(0)).get("people"));
        assertEquals("DELIVERED", sample.delivered(first).status());
    }

    @Test
    void aPackThatFailsKeepsNobodyFromBeingTold() {
        List<EvaluationView> all = marked();
        sample.withPack(new SlicePack("sha", sample.government.rater).judgingRaters());
        all.forEach(one -> rate(one, "MEETS", null));
        assertEquals("FAULT", seenBy(sample.government.rater).get(0).outcome());
        assertEquals("DELIVERED", sample.delivered(sample.team().get(0)).status());
    }

    @Test
    void withoutSuchAFormulaThereIsNoFigure() {
        sample.withPack(new SlicePack("sha"));
        marked().forEach(one -> rate(one, "MEETS", null));
        assertEquals(List.of(), seenBy(sample.government.rater));
    }

    private List<EvaluationView> marked() {
        sample.opened().forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        return sample.team();
    }

    private void calibrated(CalibrationInput input) {
        sample.team().forEach(one -> sample.as(sample.government.head, Set.of(Roles.UNIT_HEAD), bench ->
                bench.get(CalibrateEvaluation.class).calibrate(one.evaluationId(), Sample.now(one), input)));
    }

    private void scoredAfter(int days) {
        sample.after(days).asRater(bench -> {
            bench.get(ScoreRater.class).listIn(sample.government.code);
            return null;
        });
    }

    /** As the addresses do it: rating, then the look at the list. */
    private void rate(EvaluationView one, String result, String reason) {
        sample.rated(one, new RatingInput(result, "MEETS", reason, null, null, null));
        sample.asRater(bench -> {
            bench.get(ScoreRater.class).listOf(one.evaluationId());
            return null;
        });
    }

    private RecomputationView again(UUID who, RaterScoreView score) {
        return sample.as(who, bench -> bench.get(Recompute.class).raterScore(score.raterScoreId()));
    }

    private List<RaterScoreView> seenBy(UUID who) {
        return sample.as(who, bench -> bench.get(ReadRaterScores.class).in(sample.government.code));
    }

    private List<RaterScoreView> seenByHead(UUID who) {
        return sample.as(who, Set.of(Roles.UNIT_HEAD), bench ->
                bench.get(ReadRaterScores.class).in(sample.government.code));
    }

    private static Map<String, String> facts(RaterScoreView score) {
        return score.inputs().stream().filter(given -> given.kind().equals("FACT"))
                .collect(Collectors.toMap(GivenView::name, given -> given.value().toPlainString()));
    }
}
