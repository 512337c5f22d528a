package id.capaian.plugin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTest {

    private static final LocalizedText TEXT = new LocalizedText("teks", "text");

    private static Stream<BigDecimal> beyondAnyScore() {
        return Stream.of("1E+999999999", "-1E+999999999", "0E+999999999", "1E-999999999", "1E+40")
                .map(BigDecimal::new);
    }

    @ParameterizedTest
    @MethodSource("beyondAnyScore")
    void refusesAtOnceWhatNoScoreCanNeed(BigDecimal number) {
        Period year = new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        BigDecimal one = BigDecimal.ONE;
        refuses("rounded", () -> Kernel.round(number));
        refuses("mean", () -> Kernel.mean(List.of(number, one)));
        refuses("reading", () -> Kernel.achievement(Direction.MAX, Target.of(one), number));
        refuses("value", () -> new IndicatorReading(number, "x", Instant.EPOCH, null, null, one, one, one));
        refuses("target", () -> Target.of(number));
        refuses("target", () -> Target.range(one, number));
        refuses("parameter x", () -> new Parameters(Map.of("x", number.toString())).decimal("x"));
        refuses("fact days", () -> new FormulaInput("t.f@2025", "s", year, null, List.of(), Map.of(),
                Parameters.none(), Map.of("days", number)));
        refuses("step NR", () -> new Step("NR", TEXT, "x", number, StepUnit.POINTS, List.of(), null));
        refuses("index", () -> new Outcome.Scored(null, null, number, List.of(), List.of()));
        refuses("result", () -> new Outcome.Scored(number, one, one, List.of(), List.of()));
    }

    @Test
    void refusesAWeightBeyondAnyScore() {
        refuses("weight", () -> new IndicatorInput("T.A", new BigDecimal("1E+999999999"), Direction.MAX,
                Target.none(), null));
    }

    /** Stored inputs are read back years later with these limits. */
    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456789012345678901", "0.000000000000000000001", "1E+21"})
    void refusesGivenNumbersThatStoredInputsCannotHold(String number) {
        refuses("target", () -> Target.of(new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999999999999999999999999999", "0.005", "1E+39", "1E-1000", "0"})
    void letsEveryNumberOfRealWorkPass(String number) {
        assertEquals(2, Kernel.round(new BigDecimal(number)).scale());
    }

    private static void refuses(String what, Executable act) {
        IllegalArgumentException refused = assertTimeoutPreemptively(Duration.ofSeconds(10),
                () -> assertThrows(IllegalArgumentException.class, act));
        assertTrue(String.valueOf(refused.getMessage()).contains(what), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).length() < 200, "the message does not write it out");
    }
}
