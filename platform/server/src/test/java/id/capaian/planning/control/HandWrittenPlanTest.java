package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.ResultInput.IndicatorInput;
import id.capaian.planning.control.SetExpectations.Expectation;
import id.capaian.planning.control.SetExpectations.ExpectationsInput;
import id.capaian.planning.entity.Perspective;
import id.capaian.planning.entity.ResultKind;
import id.capaian.planning.entity.SkpVersion.Gap;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Plans and results written by hand, on a real database. */
class HandWrittenPlanTest {

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer().withoutPack();

    private static IndicatorInput indicator(String name, String target) {
        return new IndicatorInput(null, name, Aspect.QUANTITY, null, "berkas", Direction.MAX, number(target), null,
                null);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static ResultInput result(ResultKind kind, String title, IndicatorInput... indicators) {
        return new ResultInput(kind, title, List.of(indicators));
    }

    private PlanState add(PlanState plan, ResultInput input) {
        return sample.asNurse(wiring -> wiring.get(WriteResults.class)
                .add(plan.skpId(), plan.version(), input, Language.ID, null));
    }

    private PlanState change(PlanState plan, int no, ResultInput input) {
        return sample.asNurse(wiring -> wiring.get(WriteResults.class)
                .change(plan.skpId(), plan.version(), no, input, Language.ID, null));
    }

    private PlanState remove(PlanState plan, int no) {
        return sample.asNurse(wiring -> wiring.get(WriteResults.class)
                .remove(plan.skpId(), plan.version(), no, Language.ID, null));
    }

    private List<String> titles() {
        return sample.sheet().results().stream().map(ResultLine::title).toList();
    }

    private static List<String> fieldsOf(Runnable act) {
        ProblemException refused = assertThrows(ProblemException.class, act::run);
        assertEquals(Problem.INVALID_INPUT, refused.problem());
        return refused.fields().stream().map(FieldProblem::field).toList();
    }

    @Test
    void beginsEmptyWhereNoSetHoldsAndIsVisibleToBoth() {
        PlanState plan = sample.drafted();
        assertEquals(List.of(), sample.sheet().results());
        assertNull(sample.sheet().packId());
        Plan read = sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(plan.skpId()))).get(0);
        assertEquals(List.of(), read.results());
        assertEquals(plan.skpId(),
                sample.asHead(wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), true)).plan().skpId());
        ProblemException refused = assertThrows(ProblemException.class,
                () -> sample.nurseDoes(PlanMove.SUBMIT, plan, null));
        assertEquals(List.of(Gap.NO_MAIN_RESULT.detail()), refused.fields().stream().map(FieldProblem::detail)
                .toList());
    }

    @Test
    void isWrittenSignedAndInForceWithoutAnySet() {
        PlanState extra = add(sample.drafted(), result(ResultKind.ADDITIONAL, "Panitia hari jadi", indicator("Rapat",
                "4")));
        PlanState written = add(extra, result(ResultKind.MAIN, " Arsip tertata ", indicator("Berkas", "5200"),
                new IndicatorInput(null, "Berkas hilang", Aspect.QUALITY, null, "berkas", Direction.ZERO, null, null,
                null),
                new IndicatorInput(null, "Suhu ruang", Aspect.QUALITY, null, "derajat", Direction.RANGE_MAX, null,
                        number("18"), number("22.5"))));
        assertEquals(List.of("Arsip tertata", "Panitia hari jadi"), titles(), "main results come first");
        PlanState signed = sample.headDoes(PlanMove.APPROVE, sample.nurseDoes(PlanMove.SUBMIT, written, null), null);
        assertEquals("ACTIVE", signed.status());
        Plan read = sample.asAdmin(wiring -> wiring.get(Plans.class).plans(List.of(signed.skpId()))).get(0);
        assertTrue(read.indicators().allMatch(one -> one.weight() == null && one.code() == null
                && one.belongsToPerson()));
        assertEquals(number("22.5"), read.results().get(0).indicators().get(2).targetHigh());
    }

    @Test
    void changesAndTakesOutResults() {
        PlanState plan = add(sample.drafted(), result(ResultKind.MAIN, "Arsip tertata", indicator("Berkas", "10")));
        plan = add(plan, result(ResultKind.MAIN, "Surat terjawab", indicator("Surat", "20")));
        IndicatorLine first = sample.sheet().results().get(0).indicators().get(0);
        plan = change(plan, 1, result(ResultKind.MAIN, "Arsip mudah ditemukan", new IndicatorInput(first.indicatorId(),
                "Berkas ditemukan", Aspect.TIME, null, "menit", Direction.MIN, number("5"), null, null),
                indicator("Berkas tertata", "100")));
        assertEquals(List.of("Arsip mudah ditemukan", "Surat terjawab"), titles());
        assertEquals(List.of("Berkas ditemukan", "Berkas tertata"), sample.sheet().results().get(0).indicators()
                .stream()
                .map(IndicatorLine::name).toList());
        plan = change(plan, 1, result(ResultKind.ADDITIONAL, "Arsip mudah ditemukan", indicator("Berkas", "1")));
        assertEquals(List.of("Surat terjawab", "Arsip mudah ditemukan"), titles());
        PlanState before = plan;
        assertProblem(Problem.NOT_FOUND, () -> remove(before, 3));
        plan = remove(plan, 1);
        assertEquals(List.of("Arsip mudah ditemukan"), titles());
        PlanState after = plan;
        assertProblem(Problem.VERSION_STALE, () -> remove(before, 1));
        remove(after, 1);
        assertEquals(List.of(), titles());
    }

    @Test
    void standsBesideTheSetAndLeavesItAlone() {
        Sample withSet = Sample.aNurseAndTheHeadWhoRatesHer();
        PlanState plan = withSet.drafted();
        PlanState more = withSet.asNurse(wiring -> wiring.get(WriteResults.class).add(plan.skpId(), plan.version(),
                result(ResultKind.ADDITIONAL, "Panitia hari jadi", indicator("Rapat", "4")), Language.ID, null));
        assertEquals(List.of("title"), fieldsOf(() -> withSet.asNurse(wiring -> wiring.get(WriteResults.class)
                .remove(more.skpId(), more.version(), 1, Language.ID, null))));
        assertEquals(List.of("title"), fieldsOf(() -> withSet.asNurse(wiring -> wiring.get(WriteResults.class)
                .change(more.skpId(), more.version(), 1, result(ResultKind.MAIN, "Lain", indicator("Lain", "1")),
                        Language.EN, null))));
        assertEquals("ACTIVE", withSet.headDoes(PlanMove.APPROVE, withSet.nurseDoes(PlanMove.SUBMIT, more, null), null)
                .status(), "the weights of the set still sum to 100");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        PlanState plan = sample.drafted();
        assertEquals(List.of("kind", "title", "indicators"), fieldsOf(() -> add(plan, result(null, "  "))));
        assertEquals(List.of("indicators[0].target", "indicators[1].name", "indicators[1].unitOfMeasure",
                "indicators[1].aspect", "indicators[1].direction", "indicators[2].target", "indicators[2].targetHigh",
                "indicators[3].targetLow"),
                fieldsOf(() -> add(plan, result(ResultKind.MAIN, "Arsip", indicator("Nol", "0"),
                        new IndicatorInput(null, null, null, null, "", null, null, null, null),
                        new IndicatorInput(null, "Suhu", Aspect.QUALITY, null, "derajat", Direction.RANGE_MIN,
                        number("3"),
                                number("22"), number("18")),
                        new IndicatorInput(null, "Rusak", Aspect.QUALITY, null, "berkas", Direction.ZERO, null,
                                number("1"), null)))));
        assertEquals(List.of("indicators[0].perspective"), fieldsOf(() -> add(plan, result(ResultKind.MAIN, "Arsip",
                new IndicatorInput(null, "Puas", Aspect.QUALITY, Perspective.SERVICE_RECIPIENT, "IKM", Direction.MAX,
                        number("80"), null, null)))));
        assertEquals(List.of("indicators[0].target", "indicators[1].indicatorId"), fieldsOf(() -> {
            UUID twice = Sample.id();
            IndicatorInput one = new IndicatorInput(twice, "Berkas", Aspect.TIME, null, "hari", Direction.MIN,
                    number("1"), null, null);
            add(plan, result(ResultKind.MAIN, "Arsip", new IndicatorInput(twice, "Berkas", Aspect.TIME, null, "hari",
                    Direction.MIN, number("0.00001"), null, null), one));
        }));
        assertEquals(List.of("indicators[0].indicatorId"), fieldsOf(() -> add(plan, result(ResultKind.MAIN, "Arsip",
                new IndicatorInput(Sample.id(), "Berkas", Aspect.TIME, null, "hari", Direction.MIN, number("1"), null,
                        null)))));
        assertEquals(List.of(), titles());
    }

    @Test
    void takesPerspectivesForSeniorLeadership() {
        add(sample.drafted(), result(ResultKind.MAIN, "Masyarakat puas", new IndicatorInput(null, "IKM", null,
                Perspective.SERVICE_RECIPIENT, "indeks", Direction.MAX, number("83.5"), null, null)));
        IndicatorLine line = sample.sheet().results().get(0).indicators().get(0);
        assertNull(line.aspect());
        assertEquals("SERVICE_RECIPIENT", line.perspective());
    }

    @Test
    void isWrittenByTheOwnerAndOnlyInADraft() {
        PlanState plan = add(sample.drafted(), result(ResultKind.MAIN, "Arsip", indicator("Berkas", "1")));
        ResultInput more = result(ResultKind.MAIN, "Lain", indicator("Lain", "1"));
        assertProblem(Problem.NOT_FOUND, () -> sample.asHead(wiring -> wiring.get(WriteResults.class)
                .add(plan.skpId(), plan.version(), more, Language.ID, null)));
        assertProblem(Problem.NOT_FOUND, () -> sample.as("tubei", sample.nurse(), Set.of(), wiring ->
                wiring.get(WriteResults.class).add(plan.skpId(), plan.version(), more, Language.ID, null)));
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, plan, null);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> add(sent, more));
    }

    @Test
    void addsAResultOncePerKey() {
        PlanState plan = sample.drafted();
        ResultInput input = result(ResultKind.MAIN, "Arsip", indicator("Berkas", "1"));
        String key = "add-" + plan.skpId();
        PlanState first = sample.asNurse(wiring -> wiring.get(WriteResults.class)
                .add(plan.skpId(), plan.version(), input, Language.ID, key));
        assertEquals(first, sample.asNurse(wiring -> wiring.get(WriteResults.class)
                .add(plan.skpId(), plan.version(), input, Language.ID, key)));
        assertEquals(1, titles().size());
    }

    @Test
    void keepsExpectationAndIdentityThroughARevision() {
        PlanState plan = add(sample.drafted(), result(ResultKind.MAIN, "Arsip", indicator("Berkas", "1")));
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, plan, null);
        PlanState expected = sample.asHead(wiring -> wiring.get(SetExpectations.class).set(sent.skpId(), sent.version(),
                new ExpectationsInput(List.of(new Expectation(1, "Rapi")), List.of()), null));
        PlanState signed = sample.headDoes(PlanMove.APPROVE, expected, null);
        UUID indicator = sample.sheet().results().get(0).indicators().get(0).indicatorId();
        PlanState draft = sample.headDoes(PlanMove.ACCEPT_REVISION,
                sample.nurseDoes(PlanMove.REQUEST_REVISION, signed, "Sasaran unit berubah"), null);
        PlanState changed = change(draft, 1, result(ResultKind.MAIN, "Arsip", new IndicatorInput(indicator, "Berkas",
                Aspect.QUANTITY, null, "berkas", Direction.MAX, number("7"), null, null), indicator("Lain", "1")));
        sample.headDoes(PlanMove.APPROVE, sample.nurseDoes(PlanMove.SUBMIT, changed, null), null);
        ResultLine result = sample.sheet().results().get(0);
        assertEquals("Rapi", result.expectation());
        assertEquals(indicator, result.indicators().get(0).indicatorId());
        assertEquals(number("7"), result.indicators().get(0).target());
    }
}
