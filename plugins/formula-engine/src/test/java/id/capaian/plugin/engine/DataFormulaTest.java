package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFormulaTest {

    private static final String FORMULA = "formulas/plain@2025.json";

    private static Outcome evaluate(SamplePack sample) throws PackInvalid {
        RegionPack pack = sample.read();
        FormulaInput input = GoldenRunner.inputs(pack, sample.files()).get(0);
        return pack.formula(input.formulaId()).evaluate(input);
    }

    private static Step step(Outcome outcome, String name) {
        return outcome.steps().stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dec(0.1) + 0.2                          | 0.30",
        "dec('2.665')                            | 2.67",
        "dec(10) / 4                             | 2.50",
        "dec(1) / 3                              | 0.33",
        "-NH + 130                               | 30.00",
        "min(NH, 90) + max(NP, 101) - 100        | 91.00",
        "[NH, dec(50), dec(60)].avg()            | 70.00",
        "[NH, dec(5)].sum()                      | 105.00",
        "round(dec('1.005'))                     | 1.01",
        "round(dec('1.25'), 1)                   | 1.30",
        "achieve('MIN', dec(30), dec(24))        | 75.00",
        "c.all(k, c[k] >= 90) ? dec(1) : dec(2)  | 1.00",
        "c.exists(k, c[k] < 90) ? 1 : 2          | 2.00",
        "'SAM.A' in v && v['SAM.A'] > 89 ? NH : NP | 100.00",
        "m['LOYAL'] * 0.5                        | 50.00",
    })
    void computesExactly(String expression, String expected) throws PackInvalid {
        Outcome outcome = evaluate(new SamplePack().change(FORMULA, "p['share'] * NH", expression)
                .change(FORMULA, "NH_part + 0.30 * NP", "min(120, NH_part + NP)"));
        assertEquals(new BigDecimal(expected), step(outcome, "NH_part").value());
    }

    @Test
    void explainsWhereAStepComesFrom() throws PackInvalid {
        Outcome outcome = evaluate(new SamplePack());
        assertEquals(List.of("NH", "parameter.share"), step(outcome, "NH_part").inputs());
        assertEquals("p['share'] * NH", step(outcome, "NH_part").expression());
        assertEquals(List.of("term.SAM.A", "term.SAM.B"), step(outcome, "NH").inputs());
    }


    @Test
    void refusesAnIndexOutsideTheScale() {
        SamplePack beyond = new SamplePack().change(FORMULA, "NH_part + 0.30 * NP", "NH_part + NP");
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> evaluate(beyond)).getMessage().contains("NR is 170.00"));
    }

    @Test
    void refusesToScoreByARuleOfThePack() throws PackInvalid {
        Outcome outcome = evaluate(new SamplePack().change(FORMULA, "\"steps\"", """
                "refusals": [{"reason": "RULE", "when": "NH >= 100", "text": {"id": "Tidak.", "en": "No."}}],
                "steps\""""));
        assertEquals(Outcome.Reason.RULE, ((Outcome.NotScorable) outcome).reason());
        assertEquals("NP", outcome.steps().get(outcome.steps().size() - 1).name());
    }

    @Test
    void notesAStepOnlyWhenItsConditionHolds() throws PackInvalid {
        String note = "\"expr\": \"p['share'] * NH\", "
                + "\"note\": {\"when\": \"NH > %s\", \"text\": {\"id\": \"C\", \"en\": \"N\"}}";
        String plain = "\"expr\": \"p['share'] * NH\"";
        assertEquals("C", step(evaluate(new SamplePack().change(FORMULA, plain, note.formatted("99"))), "NH_part")
                .note().id());
        assertEquals(null, step(evaluate(new SamplePack().change(FORMULA, plain, note.formatted("100"))), "NH_part")
                .note());
    }

    @Test
    void saysInWordsWhatAGoldenCaseExpected() throws PackInvalid {
        SamplePack sample = new SamplePack().change("golden/01.json", "\"NH_part\": 70", "\"NH_part\": 71")
                .change("golden/01.json", "\"flags\": []", "\"flags\": [\"MISSING SAM.A\"]");
        GoldenResult result = GoldenRunner.run(sample.read(), sample.files()).get(0);
        assertEquals(List.of("step NH_part: expected 71, is 70.00",
                "flag MISSING SAM.A: expected ada / there, is tidak ada / none"), result.differences());
    }
}
