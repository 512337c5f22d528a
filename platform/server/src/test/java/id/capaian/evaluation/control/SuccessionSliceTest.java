package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.DecisionInput;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.boundary.PartiesInput;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Raters and superiors move on: who takes over, from when, and what the agency may do. */
class SuccessionSliceTest {

    private static final int TO_13_JANUARY = 50;

    private final Sample sample = new Sample();
    private final SliceGovernment government = sample.government;

    @Test
    void reopeningGivesItToTheRaterOfToday() {
        EvaluationView accepted = sample.accepted(sample.firstDelivered());
        succeeded();
        EvaluationView reopened = sample.admin(bench -> bench.get(ReopenEvaluation.class)
                .reopen(accepted.evaluationId(), Sample.now(accepted), new TextInput("800/12/BKPSDM")));
        Sample.refused(Problem.FORBIDDEN, () -> sample.seenByRater(accepted.evaluationId()));
        EvaluationView seen = sample.as(government.head, Set.of(Roles.RATER), bench ->
                bench.get(ReadEvaluations.class).read(reopened.evaluationId()));
        assertTrue(seen.may(Act.RATE));
        assertEquals("GOOD", sample.as(government.head, Set.of(Roles.RATER), bench -> bench.get(RateEvaluation.class)
                .rate(seen.evaluationId(), Sample.now(seen), Sample.GOOD)).predicate());
    }

    @Test
    void openingAgainHandsOverWhatIsNotRatedAndNotDecided() {
        EvaluationView rated = sample.firstDelivered();
        UUID waiting = sample.team().get(1).evaluationId();
        succeeded();
        sample.admin(bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        assertEquals(1, sample.team().size());
        assertEquals(rated.raterName(), sample.seenByRater(rated.evaluationId()).raterName());
        assertEquals(nameOf(government.leader), sample.seenByRater(rated.evaluationId()).raterSuperiorName());
        assertEquals(nameOf(government.head), sample.as(government.head, Set.of(Roles.RATER), bench ->
                bench.get(ReadEvaluations.class).read(waiting)).raterName());
        assertEquals(0, sample.admin(bench ->
                bench.get(OpenEvaluations.class).open(government.code, null)).refreshed());
    }

    @Test
    void aNewDayHandsOverWhatIsNotRatedAndNobodyTheAgencyNamed() {
        EvaluationView rated = sample.firstDelivered();
        EvaluationView waiting = sample.team().get(1);
        PartiesInput letter = new PartiesInput(numberOf(government.rater), null, "800/77/BKPSDM");
        EvaluationView named = replaced(sample.team().get(2), letter);
        SliceGovernment there = new SliceGovernment().in(Sample.SLICE, Sample.THERE);
        sample.adminThere(bench -> bench.get(OpenEvaluations.class).open(there.code, null));
        there.ratersBecome(Sample.SLICE, Sample.THERE, there.head, there.leader);
        succeeded();
        dayBegins();
        EvaluationView seen = seenByHead(waiting);
        assertEquals(nameOf(government.head), seen.raterName());
        assertEquals(nameOf(government.leader), seen.raterSuperiorName());
        assertTrue(seen.may(Act.MARK));
        Sample.refused(Problem.FORBIDDEN, () -> sample.seenByRater(waiting.evaluationId()));
        assertEquals(Set.of(rated.evaluationId(), named.evaluationId()),
                sample.team().stream().map(EvaluationView::evaluationId).collect(Collectors.toSet()));
        assertEquals(List.of(there.rater), sample.adminThere(bench -> bench.get(EntityManager.class).createQuery(
                "select distinct e.parties.raterId from Evaluation e where e.periodId = :period and e.unitId = :unit",
                UUID.class).setParameter("period", there.period).setParameter("unit", there.unit).getResultList()));
        dayBegins();
        assertEquals(seen.version(), seenByHead(waiting).version());
    }

    @Test
    void aNewDayLeavesAPeriodAloneInWhichNobodyWrites() {
        sample.opened();
        succeeded();
        for (String status : List.of("PLANNED", "CLOSED", "ARCHIVED")) {
            government.period(Sample.SLICE, Sample.HERE, status);
            dayBegins();
            assertEquals(3, sample.team().size());
        }
        government.period(Sample.SLICE, Sample.HERE, "GRACE");
        dayBegins();
        assertEquals(0, sample.team().size());
    }

    @Test
    void aNewDayHandsOverWhatWasReopenedWhateverThePeriod() {
        EvaluationView accepted = sample.accepted(sample.firstDelivered());
        EvaluationView reopened = sample.admin(bench -> bench.get(ReopenEvaluation.class)
                .reopen(accepted.evaluationId(), Sample.now(accepted), new TextInput("800/12/BKPSDM")));
        government.period(Sample.SLICE, Sample.HERE, "CLOSED");
        succeeded();
        dayBegins();
        assertTrue(seenByHead(reopened).may(Act.RATE));
    }

    @Test
    void openingAgainLeavesWhatWasReopenedToWhoTookItOver() {
        EvaluationView accepted = sample.accepted(sample.firstDelivered());
        government.ratersBecomeOn(Sample.SLICE, Sample.HERE, "2027-01-01", government.head, government.leader);
        sample.after(TO_13_JANUARY);
        EvaluationView reopened = sample.admin(bench -> bench.get(ReopenEvaluation.class)
                .reopen(accepted.evaluationId(), Sample.now(accepted), new TextInput("800/12/BKPSDM")));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(OpenEvaluations.class).open(government.code, null)));
        assertEquals(0, sample.admin(bench ->
                bench.get(OpenEvaluations.class).open(government.code, null)).refreshed());
        EvaluationView seen = seenByHead(reopened);
        assertTrue(seen.may(Act.RATE));
        assertEquals(nameOf(government.leader), seen.raterSuperiorName());
        assertEquals(2, sample.team().size());
    }

    @Test
    void theSuccessorDecidesWhatIsUndecided() {
        EvaluationView objected = objected(sample.firstDelivered());
        succeeded();
        EvaluationView late = sample.after(8).as(government.superior, bench ->
                bench.get(ReadEvaluations.class).read(objected.evaluationId()));
        assertEquals("EXPLAINED", late.status());
        sample.admin(bench -> {
            bench.get(SweepTerms.class).takeOverObjections();
            return null;
        });
        EvaluationView seen = sample.as(government.leader, bench ->
                bench.get(ReadEvaluations.class).read(objected.evaluationId()));
        Sample.refused(Problem.FORBIDDEN, () -> decided(government.superior, seen));
        assertEquals("FINAL", decided(government.leader, seen).status());
    }

    @Test
    void anObjectionGoesToTheSuperiorOfThatDay() {
        EvaluationView delivered = sample.firstDelivered();
        succeeded();
        EvaluationView objected = objected(delivered);
        assertEquals(nameOf(government.leader), objected.raterSuperiorName());
        assertEquals(delivered.raterName(), objected.raterName());
    }

    @Test
    void theAgencyNamesARaterByLetterAndOpeningAgainLeavesIt() {
        EvaluationView opened = sample.opened().get(0);
        UUID id = opened.evaluationId();
        PartiesInput input = new PartiesInput(numberOf(government.head), numberOf(government.leader), "800/77/BKPSDM");
        Sample.refused(Problem.FORBIDDEN, () -> sample.asRater(bench ->
                bench.get(ReplaceParties.class).replace(id, Sample.now(opened), input)));
        assertEquals("rater", fieldOf(opened, new PartiesInput("199001012020011999", null, "800/77")));
        assertEquals("rater", fieldOf(opened, new PartiesInput(null, " ", "800/77")));
        assertEquals("superior", fieldOf(opened, new PartiesInput(numberOf(government.superior), null, "800/77")));
        Sample.refused(Problem.REASON_NEEDED, () -> replaced(opened, new PartiesInput(input.rater(), null, " ")));

        assertEquals(Set.of(), rolesOf(government.head));
        EvaluationView named = replaced(opened, input);
        assertEquals("800/77/BKPSDM", named.partiesOrder());
        assertEquals(Set.of("RATER"), rolesOf(government.head));
        assertEquals(Set.of("RATER_SUPERIOR"), rolesOf(government.leader));
        sample.admin(bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        Sample.refused(Problem.FORBIDDEN, () -> sample.seenByRater(id));
        EvaluationView seen = sample.as(government.head, bench -> bench.get(ReadEvaluations.class).read(id));
        assertTrue(seen.may(Act.MARK));
        assertEquals(nameOf(government.leader), seen.raterSuperiorName());
        assertEquals("800/77/BKPSDM", auditedOrder(id));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReplaceParties.class).replace(id, Sample.now(named), input)));
    }

    @Test
    void nobodyNamesOneselfAndNothingFinalIsReplaced() {
        EvaluationView opened = sample.opened().get(0);
        PartiesInput me = new PartiesInput(numberOf(government.head), null, "800/77");
        Sample.refused(Problem.FORBIDDEN, () -> sample.as(government.head, Set.of(Roles.REGION_HR_ADMIN), bench ->
                bench.get(ReplaceParties.class).replace(opened.evaluationId(), Sample.now(opened), me)));
        sample.fixOrganisation("GOOD", 0);
        EvaluationView accepted = sample.accepted(sample.delivered(sample.ratedGood(opened)));
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> replaced(accepted, me));
        assertNull(accepted.partiesOrder());
    }

    private String fieldOf(EvaluationView seen, PartiesInput input) {
        return Sample.refused(Problem.INVALID_INPUT, () -> replaced(seen, input)).fields().get(0).field();
    }

    private EvaluationView replaced(EvaluationView seen, PartiesInput input) {
        return sample.admin(bench -> bench.get(ReplaceParties.class).replace(seen.evaluationId(), Sample.now(seen),
                input));
    }

    private EvaluationView objected(EvaluationView delivered) {
        return sample.as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class).object(
                delivered.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
    }

    private EvaluationView decided(UUID who, EvaluationView seen) {
        return sample.as(who, bench -> bench.get(SettleObjection.class).decide(seen.evaluationId(), Sample.now(seen),
                new DecisionInput("UPHELD", null, null, "Sesuai bukti")));
    }

    private void dayBegins() {
        sample.admin(bench -> {
            bench.get(WatchTerms.class).run(null);
            return null;
        });
    }

    private EvaluationView seenByHead(EvaluationView one) {
        return sample.as(government.head, Set.of(Roles.RATER), bench ->
                bench.get(ReadEvaluations.class).read(one.evaluationId()));
    }

    /** The head of the unit rates from now on, the head of the office above decides. */
    private void succeeded() {
        government.ratersBecome(Sample.SLICE, Sample.HERE, government.head, government.leader);
    }

    private Set<String> rolesOf(UUID employee) {
        return sample.admin(bench -> bench.get(PartyRoles.class).rolesOf(employee));
    }

    private String numberOf(UUID employee) {
        return government.numberOf(Sample.SLICE, Sample.HERE, employee);
    }

    private String nameOf(UUID employee) {
        return sample.admin(bench -> bench.get(id.capaian.people.Employees.class).find(employee)).orElseThrow()
                .displayName();
    }

    private static String auditedOrder(UUID evaluation) {
        return Sample.SLICE.inTenant(Sample.HERE, "seed", work -> (String) work.entityManager().createNativeQuery("""
                select row_after ->> 'parties_order' from __T__.audit_entry
                where table_name = 'evaluation' and row_after ->> 'evaluation_id' = ?
                order by audit_entry_id desc fetch first 1 row only""").setParameter(1, evaluation.toString())
                .getSingleResult());
    }
}
