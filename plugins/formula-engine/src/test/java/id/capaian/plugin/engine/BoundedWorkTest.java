package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.RegionPack;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a pack says, reading it and calculating with it end soon: with an answer or with a named error. */
class BoundedWorkTest {

    /** Milliseconds on a machine with nothing else to do; what runs away takes hours, or the memory. */
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final String FORMULA = "formulas/plain@2025.json";
    private static final String EXPRESSION = "p['share'] * NH";

    private static SamplePack with(String expression) {
        return new SamplePack().change(FORMULA, EXPRESSION, expression);
    }

    private static Stream<Arguments> tooMuchToRead() {
        return Stream.of(
                Arguments.of("dec('1E+999999999')", "has a number with more digits than a score can need"),
                Arguments.of("dec('1E-999999999')", "has a number with more digits than a score can need"),
                Arguments.of("1e308 * NH", "has a number with more digits than a score can need"),
                Arguments.of("dec('" + "9".repeat(100) + "')", "has a number with more digits than a score can need"),
                Arguments.of("dec('NaN')", "is no number"),
                Arguments.of("99999999999999999999 * NH", "cannot read the number 99999999999999999999"),
                Arguments.of("round(NH, 999999999)", "rounds to 999999999 decimals"),
                Arguments.of("c.exists(k, dec(k) > 1) ? NH : NP", "has dec(k) of a name"),
                Arguments.of("NH" + " + NH".repeat(400), "split it into named steps"),
                Arguments.of("NH" + " + NH".repeat(2_000), "exceeds limit"),
                Arguments.of("(".repeat(200) + "NH" + ")".repeat(200), "recursion"),
                Arguments.of("NH > 1 ? NH : ".repeat(100) + "NH", "recursion"),
                Arguments.of("[" + "NH, ".repeat(900) + "NH].sum()", "too large for people to follow"),
                Arguments.of("c.exists(a, c.exists(b, c.exists(d, c[a] > c[b]))) ? NH : NP", "more than one loop"),
                Arguments.of("[1, 2].map(x, x).size()", "unknown"),
                Arguments.of("'" + "a".repeat(5_000) + "' in c ? NH : NP", "exceeds limit"));
    }

    @ParameterizedTest
    @MethodSource("tooMuchToRead")
    void refusesAnExpressionThatCouldRunAway(String expression, String words) {
        PackInvalid refused = assertTimeoutPreemptively(BUDGET,
                () -> assertThrows(PackInvalid.class, with(expression)::read));
        assertTrue(refused.getMessage().contains(FORMULA + ":8: step NH_part: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    /** What only shows while people are scored ends there, in a named error. */
    @Test
    void endsWithANamedErrorWhenNumbersOutgrowAnyScore() throws PackInvalid {
        String power = "NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH * NH";
        SamplePack sample = with(power + " * " + power);
        RegionPack pack = sample.read();
        FormulaInput input = GoldenRunner.inputs(pack, sample.files()).get(0);
        String message = assertTimeoutPreemptively(BUDGET, () -> assertThrows(IllegalArgumentException.class,
                () -> pack.formula(input.formulaId()).evaluate(input))).getMessage();
        assertTrue(message.contains("a number of more than 40 digits"), message);
    }

    @Test
    void keepsTinyNumbersComputable() throws PackInvalid {
        String tiny = "dec('0.00000000000000000001') * dec('0.00000000000000000001')";
        SamplePack sample = with(tiny + " * " + tiny + " * " + tiny + " + 0.70 * NH");
        RegionPack pack = sample.read();
        FormulaInput input = GoldenRunner.inputs(pack, sample.files()).get(0);
        Outcome outcome = assertTimeoutPreemptively(BUDGET, () -> pack.formula(input.formulaId()).evaluate(input));
        assertEquals("70.00", outcome.steps().stream().filter(step -> step.name().equals("NH_part")).findFirst()
                .orElseThrow().value().toPlainString());
    }

    /** The most a formula may say, all of it in loops over all indicators a pack may have. */
    @Test
    void theLargestFormulaIsCalculatedInTime() throws PackInvalid {
        SamplePack sample = new SamplePack();
        StringBuilder indicators = new StringBuilder();
        StringBuilder readings = new StringBuilder();
        for (int i = 0; i < 190; i++) {
            indicators.append("SAM.N").append(i).append(",N,N,%,%,ZERO,impor,import,MONTHLY,UNIT,NONE,\n");
            readings.append("\"SAM.N").append(i).append("\": {\"value\": 0}, ");
        }
        sample.change("indicators.csv", text -> text + indicators)
                .change("golden/01.json", "\"readings\": {", "\"readings\": {" + readings);
        String loop = "c.all(k, c[k] >= 0" + " && c[k] >= 0".repeat(25) + ") ? NH : NP";
        StringBuilder steps = new StringBuilder("\"steps\": [");
        for (int i = 0; i < 15; i++) {
            steps.append("{\"name\": \"S%d\", \"label\": {\"id\": \"S\", \"en\": \"S\"}, \"expr\": \"%s\"},"
                    .formatted(i, loop));
        }
        sample.change(FORMULA, "\"steps\": [", steps.toString());
        RegionPack pack = sample.read();
        FormulaInput input = GoldenRunner.inputs(pack, sample.files()).get(0);
        assertTimeoutPreemptively(BUDGET, () -> pack.formula(input.formulaId()).evaluate(input));
    }

    @Test
    void refusesASchemaWhoseReferencesGrowWithoutEnd() {
        StringBuilder bomb = new StringBuilder("\"$defs\": {");
        for (int i = 0; i < 30; i++) {
            String next = "{\"$ref\": \"#/$defs/d" + (i + 1) + "\"}";
            bomb.append("\"d%d\": {\"allOf\": [%s, %s]},".formatted(i, next, next));
        }
        bomb.append("\"d30\": {\"type\": \"string\"}}, ");
        refusesSchema(bomb.toString(), "is larger than 5000 parts");
        refusesSchema("\"$defs\": {\"d0\": {\"$ref\": \"#/$defs/d0\"}}, ", "refers to itself: #/$defs/d0");
        refusesSchema("\"$defs\": {\"d0\": {\"$dynamicRef\": \"#x\"}}, ", "uses $dynamicRef");
    }

    private static void refusesSchema(String definitions, String words) {
        SamplePack sample = new SamplePack().change("forms/daily@1.schema.json", "\"required\": [\"served\"], ",
                        "\"required\": [\"served\"], " + definitions)
                .change("forms/daily@1.schema.json", "\"note\": {\"type\": \"string\"}",
                        "\"note\": {\"$ref\": \"#/$defs/d0\"}");
        String message = assertTimeoutPreemptively(BUDGET,
                () -> assertThrows(PackInvalid.class, sample::read)).getMessage();
        assertTrue(message.contains(words), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "123456789012345678901234567890123"})
    void refusesAnswersAndSettingsBeyondAnyScore(String number) throws PackInvalid {
        RegionPack pack = new SamplePack().read();
        Form form = pack.descriptor().form("sample.daily@1").orElseThrow();
        assertEquals(List.of(new FieldError("/served", "digits", "Angka ini terlalu panjang.")),
                assertTimeoutPreemptively(BUDGET, () -> FormAnswers.validate(form, "{\"served\": " + number + "}",
                        Locale.forLanguageTag("id"))));
        assertEquals("/share", assertTimeoutPreemptively(BUDGET, () -> PackParameters.errors(pack.descriptor(),
                "{\"share\": " + number + "}", Locale.ENGLISH)).get(0).pointer());
    }
}
