package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.capaian.kernel.problem.Problem;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.SetExpectations.Expectation;
import id.capaian.planning.control.SetExpectations.ExpectationsInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What employee and rater write into a version of a plan: the pack's form, the leader's expectations. */
class PlanContentTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["goals"], "properties": {
              "goals": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "object", "required": ["goal"],
                "additionalProperties": false, "properties": {"goal": {"type": "string", "minLength": 5}}}}}}""";
    private static final String LAYOUT = """
            {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/goals", "options":
              {"detail": {"type": "VerticalLayout", "elements": [
                {"type": "Control", "scope": "#/properties/goal"}]}}}]}""";
    private static final String ANSWERS = "{\"goals\":[{\"goal\":\"Antrean pendek\"}]}";

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer()
            .withPlanForm(SCHEMA, LAYOUT, Map.of("goals.label", "Tujuan", "goals.goal.label", "Isi"));

    private PlanState answer(PlanState plan, String answers) {
        return sample.asNurse(wiring -> wiring.get(AnswerPlanForm.class)
                .answer(plan.skpId(), plan.version(), answers, null, Locale.ROOT));
    }

    private PlanState expect(PlanState plan, String key, List<Expectation> results, List<Expectation> values) {
        return sample.asHead(wiring -> wiring.get(SetExpectations.class)
                .set(plan.skpId(), plan.version(), new ExpectationsInput(results, values), key));
    }

    private ReadPlan read() {
        return sample.asNurse(wiring -> wiring.get(ReadPlans.class).mine(null).shown());
    }

    @Test
    void keepsTheAnswersWithTheVersion() {
        PlanState answered = answer(sample.drafted(), ANSWERS);
        assertEquals("samarinda.plan@1", sample.sheet().planForm());
        assertEquals("samarinda.plan@1", read().form().id());
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, answered, null);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> answer(sent, ANSWERS));
        assertEquals(ANSWERS, sample.asHead(wiring -> wiring.get(ReadPlans.class).one(sent.skpId(), true)).plan()
                .planAnswers());
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, sample.headDoes(PlanMove.APPROVE, sent, null),
                "Sasaran unit berubah");
        PlanState draft = sample.headDoes(PlanMove.ACCEPT_REVISION, asked, null);
        answer(draft, "{\"goals\":[{\"goal\":\"Antrean lebih pendek\"}]}");
        assertEquals(ANSWERS, read().plan().planAnswers());
        assertEquals("{\"goals\":[{\"goal\":\"Antrean lebih pendek\"}]}", read().draft().planAnswers());
    }

    @Test
    void refusesAnswersThatDoNotFit() {
        PlanState draft = sample.drafted();
        assertProblem(Problem.INVALID_INPUT, () -> answer(draft, "{}"));
        assertProblem(Problem.INVALID_INPUT, () -> answer(draft, "{\"goals\":[{\"goal\":\"Apa\"}]}"));
        assertProblem(Problem.NOT_FOUND, () -> sample.asHead(wiring -> wiring.get(AnswerPlanForm.class)
                .answer(draft.skpId(), draft.version(), ANSWERS, null, Locale.ROOT)));
        assertNull(sample.sheet().planAnswers());
    }

    @Test
    void hasNoFormWhereThePackHasNone() {
        Sample plain = Sample.aNurseAndTheHeadWhoRatesHer();
        PlanState draft = plain.drafted();
        assertProblem(Problem.NOT_FOUND, () -> plain.asNurse(wiring -> wiring.get(AnswerPlanForm.class)
                .answer(draft.skpId(), draft.version(), ANSWERS, null, Locale.ROOT)));
    }

    @Test
    void keepsTheAnswersWhileNobodyKnowsThePack() {
        PlanState answered = answer(sample.drafted(), ANSWERS);
        sample.withoutKnowingThePack();
        assertProblem(Problem.PACK_NOT_READY, () -> answer(answered, "{\"goals\":[{\"goal\":\"Antrean hilang\"}]}"));
        assertProblem(Problem.PACK_NOT_READY, () -> sample.asNurse(wiring ->
                wiring.get(ReadPlans.class).formToAnswer(sample.sheet())));
        assertEquals(ANSWERS, sample.sheet().planAnswers());
        sample.nurseDoes(PlanMove.SUBMIT, answered, null);
        assertEquals(ANSWERS, sample.sheet().planAnswers());
    }

    @Test
    void showsTheEmployeeWhatTheLeaderExpects() {
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, answer(sample.drafted(), ANSWERS), null);
        PlanState expected = expect(sent, null, List.of(new Expectation(1, " Antrean di bawah satu jam ")),
                List.of(new Expectation(1, "Ramah"), new Expectation(7, " ")));
        sample.headDoes(PlanMove.APPROVE, expected, null);
        ReadPlan read = read();
        assertEquals("Antrean di bawah satu jam", read.plan().results().get(0).expectation());
        assertEquals("Ramah", read.behavior().get(0).expectation());
        assertNull(read.behavior().get(6).expectation());
        assertEquals(ANSWERS, read.plan().planAnswers());
    }

    @Test
    void keepsExpectationsWhenTargetsChangeAndWhenAVersionFollows() {
        PlanState draft = expect(sample.drafted(), null, List.of(new Expectation(1, "Cepat")),
                List.of(new Expectation(3, "Tekun")));
        PlanState changed = sample.asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(draft.skpId(), draft.version(), Map.of("SMD.RSP", new BigDecimal("20")), null));
        PlanState signed = sample.headDoes(PlanMove.APPROVE, sample.nurseDoes(PlanMove.SUBMIT, changed, null), null);
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, signed, "Sasaran unit berubah");
        sample.headDoes(PlanMove.ACCEPT_REVISION, asked, null);
        ReadPlan next = sample.asHead(wiring -> wiring.get(ReadPlans.class).one(asked.skpId(), true));
        assertEquals(2, next.plan().versionNo());
        assertEquals("Cepat", next.plan().results().get(0).expectation());
        assertEquals("Tekun", next.behavior().get(2).expectation());
    }

    @Test
    void takesExpectationsFromTheRaterOnlyWhileAVersionIsPrepared() {
        PlanState draft = sample.drafted();
        assertProblem(Problem.SELF_RATING, () -> sample.asNurse(wiring -> wiring.get(SetExpectations.class)
                .set(draft.skpId(), draft.version(), new ExpectationsInput(List.of(), List.of()), null)));
        assertProblem(Problem.INVALID_INPUT, () -> expect(draft, null, List.of(new Expectation(2, "?")), List.of()));
        assertProblem(Problem.INVALID_INPUT, () -> expect(draft, null, List.of(), List.of(new Expectation(8, "?"))));
        assertProblem(Problem.INVALID_INPUT, () -> expect(draft, null, List.of(),
                List.of(new Expectation(1, "satu"), new Expectation(1, "dua"))));
        PlanState signed = sample.headDoes(PlanMove.APPROVE, sample.nurseDoes(PlanMove.SUBMIT, draft, null), null);
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> expect(signed, null, List.of(), List.of()));
    }

    @Test
    void setsExpectationsOncePerKey() {
        PlanState draft = sample.drafted();
        String key = "expect-" + draft.skpId();
        PlanState first = expect(draft, key, List.of(new Expectation(1, "Cepat")), List.of());
        assertEquals(first, expect(draft, key, List.of(new Expectation(1, "Cepat")), List.of()));
        assertProblem(Problem.IDEMPOTENCY_KEY_REUSED,
                () -> expect(draft, key, List.of(new Expectation(1, "Lambat")), List.of()));
        assertProblem(Problem.VERSION_STALE, () -> expect(draft, null, List.of(), List.of()));
    }
}
