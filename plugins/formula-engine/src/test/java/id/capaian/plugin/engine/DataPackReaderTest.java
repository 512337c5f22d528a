package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.RegionPack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPackReaderTest {

    private static final String FORMULA = "formulas/plain@2025.json";
    private static final String EXPRESSION = "p['share'] * NH";

    private static String problems(SamplePack sample) {
        return assertThrows(PackInvalid.class, sample::read).getMessage();
    }

    private static void refuses(SamplePack sample, String... words) {
        String problems = problems(sample);
        for (String word : words) {
            assertTrue(problems.contains(word), () -> "\"" + word + "\" is not in: " + problems);
        }
    }

    @Test
    void readsAWholePack() throws PackInvalid {
        RegionPack pack = new SamplePack().read();
        assertEquals("region-sample", pack.descriptor().id());
        assertEquals("Nilai, A", pack.descriptor().indicators().get(0).name().id());
        assertEquals("0.70", pack.descriptor().parameters().text("share"));
        assertEquals("melayani", pack.descriptor().parameters().text("motto"));
        assertThrows(IllegalArgumentException.class, () -> pack.formula("sample.other@2025"));
    }

    @Test
    void namesFileLineAndRemedy() {
        refuses(new SamplePack().change("sets.json", "\"SAM.B\"", "\"SAM.X\""),
                "sets.json:5", "unknown indicator SAM.X", "indicators.csv");
        refuses(new SamplePack().change("indicators.csv", "MIN,impor", "LESS,impor"), "indicators.csv:3", "LESS");
        refuses(new SamplePack().change(FORMULA, EXPRESSION, "p['share'] * NHH"), FORMULA + ":8", "NHH",
                "step NH_part");
    }

    @Test
    void refusesWeightsThatDoNotSumTo100() {
        refuses(new SamplePack().change("sets.json", "\"weight\": 40", "\"weight\": 39"), "sum to 99");
    }

    @Test
    void refusesTargetsNothingCanBeMeasuredAgainst() {
        refuses(new SamplePack().change("sets.json", "\"target\": 24", "\"target\": 0"), "SAM.B is MIN", "above 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NH > 5                       | gives true or false",
        "10 / 4                       | dec(10) / 4",
        "0.1 + 0.2                    | arithmetic is for decimals only",
        "NH == NP ? NH : NP           | there is no == (character 4) → calculate with + - * /, compare with < <= > >=",
        "NH % 2                       | there is no % (character 4)",
        "clamp(NH)                    | unknown function clamp (character 6) → use min, max, dec",
        "NHH                          | unknown name NHH (character 1) → name a step made before",
        "if(NH > 90, NH, NP)          | a choice is written NH > 90 ? … : …",
        "'SAM.A' in c ? c['SAM.A'] : 0 | both sides of ? … : … in one kind: beside a decimal, dec(0) for 0",
        "c['SAM.X']                   | unknown indicator SAM.X",
        "'SAM.X' in v ? NH : NP       | unknown indicator SAM.X",
        "p['sharee'] * NH             | unknown numeric parameter sharee",
        "p['motto'] * NH              | unknown numeric parameter motto",
        "m['KIND']                    | unknown value of conduct KIND",
        "NR                           | needs itself: NH_part → NR → NH_part (cycle)",
        "NH_part                      | needs itself: NH_part → NH_part (cycle)",
        "size([1, 2])                 | size",
        "[NH].map(x, x + x).sum()     | map",
        "\"a\" + \"b\"                | no matching overload",
        "c.exists(k, c.exists(l, c[k] > c[l])) ? NH : NP | more than one loop",
        "NH +                         | correct the syntax",
    })
    void refusesExpressionsThatCannotWork(String expression, String words) {
        refuses(new SamplePack().change(FORMULA, EXPRESSION, expression.replace("\"", "\\\"")), words);
    }

    @Test
    void refusesUnknownOutputsAndTakenNames() {
        refuses(new SamplePack().change(FORMULA, "\"index\": \"NR\"", "\"index\": \"NX\""), "index names no step: NX");
        refuses(new SamplePack().change(FORMULA, "\"name\": \"NR\"", "\"name\": \"NP\""), "step name NP is taken");
        refuses(new SamplePack().change(FORMULA, "\"name\": \"NR\"", "\"name\": \"NH_part\""), "NH_part is taken");
    }

    @Test
    void refusesTextsInOneLanguageOnly() {
        refuses(new SamplePack().with("texts/en.json", "{}"), "texts/en.json", "text about is missing");
        refuses(new SamplePack().change("forms/daily@1.en.json", "\"why.enum.rain\": \"Rain\",", ""),
                "forms/daily@1.en.json", "why.enum.rain");
        refuses(new SamplePack().change(FORMULA, "\"en\": \"Index\"", "\"en\": \"\""), "lacks a text");
    }

    @Test
    void refusesFormsThatDoNotFitTogether() {
        refuses(new SamplePack().change("forms/daily@1.ui.json", "properties/served", "properties/sreved"),
                "forms/daily@1.ui.json:2", "sreved");
        refuses(new SamplePack().change("forms/daily@1.schema.json", "\"integer\"", "\"whole\""),
                "daily@1.schema.json:2: /properties/served/type");
        refuses(new SamplePack().change("forms/daily@1.schema.json", "{\"type\": \"integer\", \"minimum\": 0}",
                "{\"$ref\": \"https://example.org/s.json\"}"), "daily@1.schema.json");
        refuses(new SamplePack().change("forms/daily@1.schema.json", "\"additionalProperties\": false,", ""),
                "lets answers carry anything");
        refuses(new SamplePack().without("forms/daily@1.id.json"), "forms/daily@1.id.json: is missing");
    }

    @Test
    void refusesMalformedJsonWithItsLine() {
        refuses(new SamplePack().change(FORMULA, "\"subject\": \"PERSON\",", "\"subject\": \"PERSON\""),
                FORMULA + ":4");
        refuses(new SamplePack().change(FORMULA, "\"subject\"", "\"id\""), FORMULA + ":3");
        refuses(new SamplePack().change("parameters.schema.json", "0.70", "1E+999999999"), "parameters.schema.json");
    }

    @Test
    void refusesAFormulaFileNamedUnlikeItsId() {
        refuses(new SamplePack().change(FORMULA, "sample.plain@2025", "sample.plain@2026"), "plain@2026.json");
    }

    @Test
    void tellsAllProblemsAtOnce() {
        PackInvalid invalid = assertThrows(PackInvalid.class, new SamplePack()
                .change("sets.json", "\"SAM.B\"", "\"SAM.X\"")
                .change(FORMULA, EXPRESSION, "NHH")::read);
        assertEquals(List.of("sets.json", FORMULA), invalid.problems().stream().map(PackProblem::file).toList());
    }
}
