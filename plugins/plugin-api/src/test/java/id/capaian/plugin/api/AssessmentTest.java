package id.capaian.plugin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

class AssessmentTest {

    private static final LocalizedText TEXT = new LocalizedText("teks", "text");
    private static final Indicator A = indicator("T.A", Direction.MAX, SampleRule.NONE, null);
    private static final Indicator B = indicator("T.B", Direction.MAX, SampleRule.NONE, "0.50");
    private static final Indicator S = indicator("T.S", Direction.MAX, SampleRule.PUBLIC, null);
    private static final Indicator X = indicator("T.X", Direction.MAX, SampleRule.NONE, null);
    private static final Indicator Z = indicator("T.Z", Direction.ZERO, SampleRule.NONE, null);
    private static final PackDescriptor PACK = new PackDescriptor("region-t", "1.0.0", TEXT, TEXT,
            List.of(A, B, S, X, Z), List.of(), List.of(),
            List.of(new FormulaDescriptor("t.f@2025", Subject.PERSON, TEXT, TEXT, Set.of(Need.RESULTS),
                    List.of("T.X"))), "{}", Parameters.none(), Map.of());

    private static Indicator indicator(
            String code, Direction direction, SampleRule rule, @Nullable String quality) {
        return new Indicator(code, TEXT, TEXT, direction, TEXT, Frequency.MONTHLY, Attribution.UNIT, rule,
                quality == null ? null : new BigDecimal(quality));
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    private static IndicatorReading reading(String value, String quality, @Nullable Long sample,
            @Nullable Long served) {
        return new IndicatorReading(dec(value), "test", Instant.EPOCH, sample, served, dec(quality), dec(quality),
                dec(quality));
    }

    private static IndicatorInput input(Indicator indicator, String weight, @Nullable IndicatorReading reading) {
        Target target = indicator.direction() == Direction.ZERO ? Target.none() : Target.of(dec("100"));
        return IndicatorInput.inSet(indicator, dec(weight), target, reading);
    }

    private static Assessment assess(Map<String, String> parameters, IndicatorInput... inputs) {
        return Kernel.assess(new FormulaInput("t.f@2025", "s",
                new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), null, List.of(inputs),
                Map.of(), new Parameters(parameters), Map.of()), PACK);
    }

    private static List<String> flags(ResultScore score) {
        List<String> flags = new ArrayList<>();
        score.flags().forEach(flag -> flags.add(flag.code() + " " + flag.about()));
        return flags;
    }

    @Test
    void exactlyHalfTheWeightIsEnough() {
        ResultScore half = assess(Map.of(), input(A, "50", reading("80", "1", null, null)), input(B, "50",
                null)).results();
        assertEquals(dec("80.00"), half.score());
        assertEquals(List.of("MISSING T.B", "MISSING T.X"), flags(half));
        ResultScore less = assess(Map.of(), input(A, "49.99", reading("80", "1", null, null)), input(B, "50.01",
                null)).results();
        assertNull(less.score());
        assertEquals(Outcome.Reason.DATA_QUALITY, less.refusal().orElseThrow().reason());
    }

    @Test
    void comparesQualityWithTheIndicatorsOwnMinimumFirst() {
        assertEquals(List.of("DATA_QUALITY T.A", "MISSING T.X"), flags(assess(Map.of(),
                input(A, "50", reading("80", "0.84", null, null)), input(B, "50", reading("80", "0.50", null,
                        null))).results()));
        assertEquals(List.of("DATA_QUALITY T.B", "MISSING T.X"), flags(assess(Map.of("data-quality.minimum", "0.80"),
                input(A, "50", reading("80", "0.84", null, null)), input(B, "50", reading("80", "0.49", null,
                        null))).results()));
    }

    @Test
    void asksCitizensFiguresForTheirSample() {
        assertEquals(List.of("MISSING T.X"),
                flags(assess(Map.of(), input(S, "100", reading("80", "1", 80L, 100L))).results()));
        assertEquals(List.of("SAMPLE_TOO_SMALL T.S", "MISSING T.X"),
                flags(assess(Map.of(), input(S, "100", reading("80", "1", 79L, 100L))).results()));
        assertEquals(List.of("SAMPLE_TOO_SMALL T.S", "MISSING T.X"),
                flags(assess(Map.of(), input(S, "100", reading("80", "1", null, 100L))).results()));
        assertEquals(List.of("SAMPLE_TOO_SMALL T.S", "MISSING T.X"),
                flags(assess(Map.of(), input(S, "100", reading("80", "1", 383L, null))).results()));
    }

    @Test
    void takesTheTargetOfAnIndicatorOutsideTheSetFromAParameter() {
        Assessment with = assess(Map.of("target.T.X", "50"), IndicatorInput.beside(X, reading("40", "1", null, null)));
        assertEquals(dec("80.00"), with.achievement("T.X").orElseThrow());
        Assessment without = assess(Map.of(), IndicatorInput.beside(X, reading("40", "1", null, null)));
        assertEquals(dec("40"), without.value("T.X").orElseThrow());
        assertEquals(Optional.empty(), without.achievement("T.X"));
    }

    @Test
    void limitsFromAboveAndSaysSoOnlyWhenItBites() {
        Assessment assessment = assess(Map.of(), input(A, "100", reading("115", "1", null, null)));
        assertEquals(dec("110.00"), assessment.limit("T.A", dec("110"), TEXT).achievement("T.A").orElseThrow());
        assertEquals(List.of("CAPPED T.A", "MISSING T.X"), flags(assessment.limit("T.A", dec("110"), TEXT).results()));
        assertEquals(List.of("MISSING T.X"), flags(assessment.limit("T.A", dec("115"), TEXT).results()));
    }

    /** Scores are computed again years later to the byte, so that a step as it was once stored stays as it is. */
    @Test
    void writesAnAchievementDownAsItWasStoredBefore() {
        Step held = assess(Map.of(), input(A, "100", reading("125", "1", null, null))).results().steps().get(0);
        assertEquals(new Step("achievement.T.A", TEXT, "r ÷ 100", dec("120.00"), StepUnit.PERCENT, List.of("T.A"),
                null), held);
    }

    @Test
    void neverExceedsTheScaleByRounding() {
        ResultScore score = assess(Map.of(), input(A, "33.33", reading("120", "1", null, null)),
                input(B, "33.33", reading("120", "1", null, null)), input(Z, "33.33", reading("0", "1", null,
                        null))).results();
        assertEquals(dec("120.00"), score.score());
    }

    @Test
    void refusesWhatCannotComeFromAPlanOfThisPack() {
        Indicator foreign = indicator("O.A", Direction.MAX, SampleRule.NONE, null);
        assertThrows(IllegalArgumentException.class, () -> assess(Map.of(), input(foreign, "100", null)));
        assertThrows(IllegalArgumentException.class, () -> assess(Map.of(), IndicatorInput.inSet(A, dec("100"),
                Target.of(BigDecimal.ZERO), reading("1", "1", null, null))));
        assertThrows(IllegalArgumentException.class, () -> new WeightedIndicator("T.A", BigDecimal.ZERO,
                Target.none(), TEXT, Aspect.COST));
    }
}
