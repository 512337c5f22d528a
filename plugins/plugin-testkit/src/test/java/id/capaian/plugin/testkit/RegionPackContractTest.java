package id.capaian.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.GoldenRunner;
import id.capaian.plugin.engine.PackFiles;
import id.capaian.plugin.engine.PackInvalid;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test of the contract fails on a pack that is wrong in just that way, and on no other. */
class RegionPackContractTest {

    @TempDir
    private Path directory;

    private Map<String, String> failures(TrialPack pack) {
        return TrialContract.ofWritten(pack.directory(directory));
    }

    /** Only this test fails, and says these words. */
    private void fails(String test, TrialPack pack, String... words) {
        Map<String, String> failures = failures(pack);
        assertEquals(Set.of(test), failures.keySet(), () -> failures.toString());
        for (String word : words) {
            assertTrue(failures.get(test).contains(word), () -> "\"" + word + "\" is not in: " + failures.get(test));
        }
    }

    @Test
    void aGoodDataPackPasses() {
        assertEquals(Map.of(), failures(TrialPack.data()));
    }

    @Test
    void aGoodJavaPackPasses() {
        assertEquals(Map.of(), failures(TrialPack.java()));
    }

    @Test
    void aDataPackThatCannotBeReadFailsEverywhereWithItsProblems() {
        Map<String, String> failures = failures(TrialPack.data().change("sets.json", "40", "41"));
        assertTrue(failures.size() > 5);
        failures.values().forEach(message ->
                assertEquals("sets.json:1: set trial.health: weights sum to 101, not 100 → take 1 away", message));
    }

    @Test
    void filesThatCallThePackOtherwiseFail() {
        fails("describesItselfCompletely", TrialPack.java().change("pack.json", "1.0.0", "1.0.1"),
                "says region-trial 1.0.1, the pack says region-trial 1.0.0");
    }

    @Test
    void aFileOfNoFormFails() {
        fails("describesItselfCompletely", TrialPack.data().with("forms/daily@1.schema.json", "{}"),
                "forms/daily@1.schema.json: belongs to no form of the pack → list the form in pack.json");
    }

    @Test
    void aDocumentThatIsRightPassesInBothKinds() {
        assertEquals(Map.of(), failures(TrialPack.data().thanking("{name}: {step:NR}", "{name}: {step:NR}")));
        assertEquals(Map.of(), TrialContract.ofWritten(TrialPack.java().thanking("{step:NR}", "{step:NR}")
                .directory(directory.resolve("java"))));
    }

    @Test
    void aFaultyDocumentFails() {
        fails("describesItselfCompletely", TrialPack.java().thanking("{step:NX}", "{step:NX}"),
                "documents/thanks@1.id.txt:1: wants step NX, which no formula makes → write one of [NH, NP, NR, ",
                "documents/thanks@1.en.txt:1: wants step NX");
        fails("describesItselfCompletely", TrialPack.java().thanking("{salary}", "{name}"),
                "documents/thanks@1.id.txt:1: unknown place {salary}",
                "documents/thanks@1.en.txt: does not say [{salary}], the other language does");
    }

    @Test
    void aReleasedDocumentThatIsGoneFails() {
        fails("keepsReleasedIds", TrialPack.data().thanking("x", "x")
                .change("released-ids.txt", "TRI.B", "TRI.B\ntrial.thanks@1\ntrial.thanks@2"),
                "released-ids.txt:5: trial.thanks@2 was released and is gone");
    }

    @Test
    void aClassThatComputesMoreThanAFormulaNeedsFails() {
        fails("carriesOnlyAllowedClasses", TrialPack.java().doing("if (System.nanoTime() == 0) { value = null; }"),
                "trial/TrialPack.class: uses java.lang.System");
    }

    @Test
    void aClassInADataPackFails() {
        fails("carriesOnlyAllowedClasses", TrialPack.data().with("trial/Hidden.class", "x"),
                "a data pack has no classes");
    }

    @Test
    void aJavaPackThatNobodyFindsFails() {
        fails("carriesOnlyAllowedClasses", TrialPack.java().without("META-INF/extensions.idx"),
                "META-INF/extensions.idx is missing", "@Extension");
    }

    @Test
    void aReleasedIdThatIsGoneFails() {
        fails("keepsReleasedIds", TrialPack.data().change("released-ids.txt", "TRI.B", "TRI.B\nTRI.C"),
                "released-ids.txt:4: TRI.C was released and is gone", "bring it back");
        fails("keepsReleasedIds", TrialPack.data().without("released-ids.txt").with("released-ids.txt", "trial.x@1"),
                "trial.x@1 was released and is gone");
    }

    @Test
    void aMissingListOfReleasedIdsFails() {
        fails("keepsReleasedIds", TrialPack.data().without("released-ids.txt"), "released-ids.txt is missing");
    }

    @Test
    void anExampleThatComesOutOtherwiseFailsAsATable() {
        fails("golden/10.json: A 50, B 100",
                TrialPack.data().change("golden/10.json", "\"index\": 79.0", "\"index\": 79.5"),
                "Langkah / Step", "Nilai rekap / Index (index)", "79.5", "79.00", "-0.50", "betulkan rumusnya");
    }

    @Test
    void tooFewExamplesFail() {
        fails("hasEnoughGoldenCases", TrialPack.data().without("golden/19.json"), "there are 9 golden cases");
    }

    @Test
    void aFormulaOrASetWithoutExampleFails() {
        TrialPack formula = TrialPack.data();
        formula.with("formulas/other@2026.json", """
                {"id": "trial.other@2026", "subject": "UNIT", "name": {"id": "Lain", "en": "Other"},
                 "description": {"id": "Lain", "en": "Other"}, "needs": [],
                 "steps": [{"name": "SC", "label": {"id": "Skor", "en": "Score"}, "expr": "dec(1)"}], "index": "SC"}
                """);
        formula.change("sets.json", "]}]\n", "]},\n"
                + "{\"code\": \"trial.desk\", \"jobFamily\": \"front-desk\", \"name\": {\"id\": \"D\", \"en\": \"D\"},"
                + " \"items\": [{\"indicator\": \"TRI.A\", \"weight\": 100, \"target\": 1, \"aspect\": \"COST\","
                + " \"result\": {\"id\": \"H\", \"en\": \"R\"}}]}]\n");
        fails("hasEnoughGoldenCases", formula, "no golden case calculates trial.other@2026",
                "no golden case is about somebody with set trial.desk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "expression += COUNT[0]++;                                            | when it is asked twice",
        "expression += BORN;                                                  | of the pack loaded anew",
        "expression += input.indicators().get(0).code();                      | in another order",
        "expression += String.format(\"%,d\", 1234);                          | in language ar-EG-u-nu-arab",
        "expression += \"TITLE\".toLowerCase();                               | in language tr-TR",
        "expression += new GregorianCalendar(2026, 0, 1).getTime().getTime(); | and zone Asia/Jayapura",
        "expression += A_OF(input).scale();                                   | from its stored input",
    })
    void anOutcomeThatIsNotAlwaysTheSameFails(String change, String when) {
        TrialPack pack = TrialPack.java().doing(change).having("""
                private static final int[] COUNT = new int[1];
                private final int BORN = System.identityHashCode(this);
                private static BigDecimal A_OF(FormulaInput input) {
                    return input.indicator("TRI.A").map(a -> a.reading()).map(IndicatorReading::value)
                            .orElse(BigDecimal.ZERO);
                }
                """).change("golden/10.json", "{\"value\": 50}", "{\"value\": 50.0}");
        String told = failures(pack).getOrDefault("isDeterministic", "(passes)");
        assertTrue(told.contains("golden/10.json: another outcome ") && told.contains(when), told);
    }

    @Test
    void aFormulaThatCannotBeAskedByTwoAtOnceFails() {
        Map<String, String> failures = failures(TrialPack.java().having("private volatile BigDecimal last;").doing("""
                last = value;
                for (int i = 0; i < 300_000; i++) {
                    expression = i % 2 == 0 ? expression : expression.strip();
                }
                value = last;
                """));
        assertEquals(Set.of("isDeterministic"), failures.keySet());
        assertTrue(failures.get("isDeterministic").contains("when several ask at once"), failures.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "value = value.add(BigDecimal.TEN); | with every value 1000000: index is 124.00, outside 0..120",
        "if (input.parameters().decimal(\"share\").scale() == 0) value = value.negate(); "
                + "| with parameter share at 1: index is",
        "input.indicator(\"TRI.B\").orElseThrow().reading().value(); | with no value of TRI.B: the formula fails",
    })
    void aScoreOutsideTheScaleOrNoneAtAllFails(String change, String words) {
        Map<String, String> failures = failures(TrialPack.java().doing(change));
        assertTrue(failures.getOrDefault("staysInBounds", "").contains(words), failures.toString());
        failures.keySet().forEach(test -> assertTrue(
                test.equals("staysInBounds") || test.startsWith("golden/"), test + " fails as well"));
    }

    @Test
    void aScoreWithOtherDecimalsFails() {
        fails("staysInBounds", TrialPack.java().doing("""
                if (true) {
                    return new Outcome.Scored(
                            results.score(), behaviour.score(), value.setScale(3), List.of(), List.of());
                }
                """), "index has 3 decimals, must have 2");
    }

    @Test
    void aStepThatIsThereTwiceFails() {
        fails("staysInBounds", TrialPack.java().doing("""
                if (true) {
                    Step step = new Step("NR", TEXT, expression, value, StepUnit.POINTS, List.of(), null);
                    return new Outcome.Scored(
                            results.score(), behaviour.score(), value, List.of(step, step), List.of());
                }
                """), "step NR is there twice");
    }

    @Test
    void aFormulaThatTakesTooLongFails() throws PackInvalid {
        Path slow = TrialPack.java().having("private final long end = System.nanoTime() + 4_000_000_000L;").doing("""
                while (System.nanoTime() < end) {
                    expression = expression.strip();
                }
                """).directory(directory);
        RegionPack pack = TrialPack.load(slow);
        String problems = Speed.problems(pack, GoldenRunner.inputsByFile(pack, PackFiles.ofDirectory(slow))).toString();
        assertTrue(problems.contains("golden/10.json: the cases take longer than 2 seconds"), problems);
    }
}
