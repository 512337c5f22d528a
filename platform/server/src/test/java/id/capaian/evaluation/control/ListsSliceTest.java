package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.CalibrationRow;
import id.capaian.evaluation.boundary.Duty;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.FoundRow;
import id.capaian.evaluation.boundary.FoundView;
import id.capaian.evaluation.boundary.SearchInput;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What leads people to evaluations of others: duties, the head's list, the agency's search. */
class ListsSliceTest {

    private static final LocalDate QUARTER_ENDS = LocalDate.of(2026, 12, 31);
    private static final String QUARTER = "Triwulan IV 2026";

    private final Sample sample = new Sample();

    @Test
    void aDutyLeadsToThePeriodItIsIn() {
        EvaluationView first = sample.opened().get(0);
        sample.fixOrganisation("GOOD", 0);
        EvaluationView marked = sample.marked(sample.submitted(first), "MEETS");
        assertEquals(List.of(counted("RATE")), duties(sample.government.rater));
        sample.rated(marked, Sample.GOOD);
        assertEquals(List.of(counted("DELIVER")), duties(sample.government.rater));
    }

    @Test
    void anObjectionIsADutyOfItsOwnWithItsLastDay() {
        EvaluationView delivered = sample.firstDelivered();
        EvaluationView objected = sample.as(delivered.employeeId(), bench -> bench.get(AnswerEvaluation.class).object(
                delivered.evaluationId(), Sample.now(delivered), new TextInput("Dinas luar belum dihitung")));
        assertEquals(List.of(objection("EXPLAIN", objected, LocalDate.of(2026, 12, 1))),
                duties(sample.government.rater));
        assertEquals(List.of(), duties(sample.government.superior));
        sample.asRater(bench -> bench.get(SettleObjection.class).explain(objected.evaluationId(),
                Sample.now(objected), new TextInput("Sudah dihitung")));
        assertEquals(List.of(), duties(sample.government.rater));
        assertEquals(List.of(objection("DECIDE", objected, LocalDate.of(2026, 12, 8))),
                duties(sample.government.superior));
    }

    @Test
    void headsFindWhatWaitsForCalibration() {
        EvaluationView first = sample.opened().get(0);
        sample.fixOrganisation("GOOD", 0);
        EvaluationView rated = sample.ratedGood(first);
        sample.asRater(bench -> bench.get(CalibrateEvaluation.class).send(rated.evaluationId(), Sample.now(rated)));
        for (UUID head : List.of(sample.government.head, sample.government.leader)) {
            List<CalibrationRow> waiting = calibrating(head, sample.government.code);
            assertEquals(List.of(rated.evaluationId()), ids(waiting));
            assertEquals(rated.raterName(), waiting.get(0).raterName());
            assertEquals(waiting, calibrating(head, null));
            assertTrue(asHead(head, bench -> bench.get(ListDuties.class).mine()).contains(counted("CALIBRATE")));
        }
        assertEquals(List.of(), calibrating(sample.government.rater, null));
        assertEquals(List.of(), calibrating(new Sample().government.head, null));
        // Nobody calibrates oneself, and nobody is asked to.
        sample.government.makeHead(Sample.SLICE, Sample.HERE, first.employeeId());
        assertEquals(List.of(), calibrating(first.employeeId(), null));
    }

    @Test
    void theAgencyFindsByNameNumberUnitStageAndPeriod() {
        EvaluationView first = sample.opened().get(0);
        sample.submitted(first);
        SearchInput unit = new SearchInput(null, sample.government.unit, null, sample.government.code, null);
        FoundView all = search(unit);
        assertEquals(3, all.total());
        assertFalse(all.goesOn());
        assertEquals(all, search(new SearchInput("pegawai", sample.government.office, null, null, null)));
        FoundRow one = all.found().get(0);
        assertEquals(List.of(first.evaluationId()), found(new SearchInput(null, sample.government.unit,
                "SELF_SUBMITTED", null, 1)));
        assertEquals(List.of(one.evaluationId()), found(new SearchInput(one.civilNumber(), null, null, null, null)));
        assertTrue(found(new SearchInput(one.civilNumber().substring(0, 14) + " ", sample.government.unit, null, null,
                null)).contains(one.evaluationId()));
        assertEquals(List.of(), found(new SearchInput("%", sample.government.unit, null, null, null)));
        assertEquals(List.of(), found(new SearchInput(null, sample.government.unit, null, null, 2)));
        Sample.refused(Problem.INVALID_INPUT, () -> search(new SearchInput(null, null, "DONE", null, null)));
        Sample.refused(Problem.NOT_FOUND, () -> search(new SearchInput(null, UUID.randomUUID(), null, null, null)));
        assertEquals(0, sample.adminThere(bench -> bench.get(FindEvaluations.class)
                .search(new SearchInput(one.civilNumber(), null, null, null, null))).total());
    }

    private Duty counted(String kind) {
        return new Duty(kind, null, null, sample.government.code, QUARTER, 1, QUARTER_ENDS);
    }

    private Duty objection(String kind, EvaluationView one, LocalDate due) {
        return new Duty(kind, one.evaluationId(), one.employeeName(), sample.government.code, QUARTER, 1, due);
    }

    private List<Duty> duties(UUID who) {
        return sample.as(who, bench -> bench.get(ListDuties.class).mine());
    }

    private List<CalibrationRow> calibrating(UUID head, String period) {
        return asHead(head, bench -> bench.get(FindEvaluations.class).calibrating(period)).waiting();
    }

    private <T> T asHead(UUID head, Function<Bench, T> act) {
        return sample.as(head, Set.of(Roles.UNIT_HEAD), act);
    }

    private static List<UUID> ids(List<CalibrationRow> rows) {
        return rows.stream().map(row -> row.person().evaluationId()).toList();
    }

    private FoundView search(SearchInput input) {
        return sample.admin(bench -> bench.get(FindEvaluations.class).search(input));
    }

    private List<UUID> found(SearchInput input) {
        return search(input).found().stream().map(FoundRow::evaluationId).toList();
    }
}
