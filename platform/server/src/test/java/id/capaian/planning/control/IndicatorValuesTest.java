package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportProblems.ImportProblem;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportRow;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.NewReading;
import id.capaian.planning.Periods;
import id.capaian.planning.Reading;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.RecordIndicatorValues.ValueInput;
import id.capaian.planning.control.RecordIndicatorValues.ValuesInput;
import id.capaian.planning.entity.SubjectKind;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of indicators on a real database: recorded, imported, read. */
class IndicatorValuesTest {

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    @Test
    void showsTheNewestValueOfPersonAndUnit() {
        sample.signed();
        record(null, ofNurse("31"), value(SubjectKind.SERVICE, sample.unitCode(), "SMD.SAT", "83.6"));
        record("key-" + sample.nurse(), ofNurse("30"));
        record("key-" + sample.nurse(), ofNurse("30"));
        OwnPlans own = sample.asNurse(wiring -> wiring.get(ReadPlans.class).own());
        assertEquals("2026-Q4", own.period().code());
        List<IndicatorLine> indicators = own.plans().get(0).results().get(0).indicators();
        assertEquals(new BigDecimal("30"), indicators.get(0).latest().value());
        assertEquals(new BigDecimal("83.6"), indicators.get(1).latest().value());
        assertEquals(120, indicators.get(1).latest().sampleSize());
        Map<UUID, Map<String, Reading>> latest = latest(own.period().periodId());
        assertEquals(new BigDecimal("30"), latest.get(sample.nurse()).get("SMD.RSP").value());
        assertEquals(new BigDecimal("0.95"), latest.get(sample.unit()).get("SMD.SAT").accuracy());
    }

    private RecordIndicatorValues.Recorded record(String key, ValueInput... values) {
        return sample.asAdmin(wiring ->
                wiring.get(RecordIndicatorValues.class).run(new ValuesInput(List.of(values)), key));
    }

    private ValueInput ofNurse(String value) {
        return value(SubjectKind.PERSON, sample.nurseNumber(), "SMD.RSP", value);
    }

    private static ValueInput value(SubjectKind kind, String subject, String indicator, String value) {
        return new ValueInput(kind, subject, indicator, "2026-Q4", new BigDecimal(value), "test",
                Slice.CLOCK.instant(), 120, null, BigDecimal.ONE, BigDecimal.ONE, new BigDecimal("0.95"));
    }

    private Map<UUID, Map<String, Reading>> latest(UUID period) {
        return sample.asAdmin(wiring ->
                wiring.get(IndicatorValues.class).latest(List.of(sample.nurse(), sample.unit()), period));
    }

    @Test
    void refusesValuesOfOthersUnits() {
        assertProblem(Problem.FORBIDDEN, () -> sample.as("samarinda", Sample.id(), Set.of(Roles.UNIT_HR_ADMIN),
                wiring -> wiring.get(RecordIndicatorValues.class).run(new ValuesInput(List.of(ofNurse("1"))), null)));
        assertProblem(Problem.INVALID_INPUT, () -> record(null, value(SubjectKind.UNIT, "NIRWANA", "SMD.RSP", "1")));
    }

    @Test
    void refusesTwoValuesOfOneIndicatorAtOnce() {
        assertProblem(Problem.INVALID_INPUT, () -> record(null, ofNurse("1"), ofNurse("2")));
    }

    @Test
    void importsValuesAndAddsOnlyWhatDiffers() {
        assertEquals(1, imported("30").created());
        assertEquals(1, imported("30,00").unchanged());
        assertEquals(1, imported("29").changed());
    }

    private ImportChanges imported(String value) {
        return sample.asAdmin(wiring -> {
            ImportChanges changes = new ImportChanges();
            ImportProblems problems = new ImportProblems();
            wiring.get(IndicatorValueImport.class)
                    .prepare(List.of(new ImportRow(2, row(Map.of("nilai", value)), problems, problems)), changes);
            assertEquals(0, problems.count(), problems.shown()::toString);
            changes.write(wiring.get(EntityManager.class)::flush);
            return changes;
        });
    }

    private Map<String, String> row(Map<String, String> differently) {
        Map<String, String> row = new HashMap<>(Map.of("subjek", "pegawai", "kunci", sample.nurseNumber(), "indikator",
                "SMD.RSP", "periode", "2026-Q4", "nilai", "30", "sumber", "import", "diambil_pada",
                "2026-11-20T09:00:00+08:00", "akurasi", "0,9"));
        row.putAll(differently);
        return row;
    }

    private List<ImportProblem> problemsOf(Map<String, String> differently) {
        return sample.asAdmin(wiring -> {
            ImportProblems problems = new ImportProblems();
            wiring.get(IndicatorValueImport.class).prepare(
                    List.of(new ImportRow(7, row(differently), problems, problems)), new ImportChanges());
            return problems.shown();
        });
    }

    @Test
    void refusesAFilesValueThatNoFormulaWouldRead() {
        assertEquals(List.of(new ImportProblem(7, "indikator", "planning.import.unknownIndicator", List.of("SMD.RPS"))),
                problemsOf(Map.of("indikator", "SMD.RPS")));
        assertEquals(List.of(new ImportProblem(7, "subjek", "planning.import.wrongSubject",
                List.of("SMD.RSP", "PEGAWAI"))), problemsOf(Map.of("subjek", "unit", "kunci", sample.unitCode())));
        assertEquals(List.of(new ImportProblem(7, "periode", "planning.import.periodClosed", List.of("2026-Q3"))),
                problemsOf(Map.of("periode", "2026-Q3")));
        assertEquals(List.of(), problemsOf(Map.of()));
    }

    @Test
    void refusesAFilesNumberThatCouldMeanTwoThings() {
        assertEquals(List.of(new ImportProblem(7, "nilai", "people.import.ambiguousNumber",
                List.of("5.200", "5200", "5,200"))), problemsOf(Map.of("nilai", "5.200")));
        assertEquals(List.of(new ImportProblem(7, "nilai", "people.import.groupedNumber",
                List.of("5.200.000", "5200000"))), problemsOf(Map.of("nilai", "5.200.000")));
        assertEquals(List.of(), problemsOf(Map.of("nilai", "5.200,5", "akurasi", "0.950")));
    }

    @Test
    void takesValuesOfAClosedPeriodWhileTheUnitHasAnExtension() {
        UUID closed = sample.asAdmin(wiring -> wiring.get(Periods.class).byCode("2026-Q3").periodId());
        sample.asAdmin(wiring -> {
            Sample.write(wiring.get(EntityManager.class),
                    "insert into __T__.period_extension values (?, ?, date '2026-11-30', 'banjir')", closed, sample
                    .unit());
            return null;
        });
        assertEquals(List.of(), problemsOf(Map.of("periode", "2026-Q3")));
        Sample elsewhere = Sample.aNurseAndTheHeadWhoRatesHer();
        assertEquals(1, problemsOf(Map.of("periode", "2026-Q3", "kunci", elsewhere.nurseNumber())).size());
    }

    @Test
    void refusesTheSameThroughTheInterface() {
        ValueInput unknown = value(SubjectKind.PERSON, sample.nurseNumber(), "SMD.RPS", "1");
        ValueInput wrong = value(SubjectKind.UNIT, sample.unitCode(), "SMD.RSP", "1");
        ValueInput closed = new ValueInput(SubjectKind.PERSON, sample.nurseNumber(), "SMD.RSP", "2026-Q2",
                BigDecimal.ONE, "test", Slice.CLOCK.instant(), null, null, null, null, null);
        ProblemException refused = assertThrows(ProblemException.class, () -> record(null, unknown, wrong, closed));
        assertEquals(List.of("values[0].indicator", "values[1].subjectKind", "values[2].period"),
                refused.fields().stream().map(FieldProblem::field).toList());
    }

    @Test
    void recordsThroughTheFace() {
        UUID period = sample.asAdmin(wiring -> wiring.get(Periods.class).current().periodId());
        sample.asAdmin(wiring -> {
            wiring.get(IndicatorValues.class).record(new NewReading("PERSON", sample.nurse(), "SMD.RSP", period,
                    new BigDecimal("7"), "progress", Slice.CLOCK.instant(), null, null, null, null, null, null));
            return null;
        });
        assertEquals(new BigDecimal("7"), latest(period).get(sample.nurse()).get("SMD.RSP").value());
    }
}
