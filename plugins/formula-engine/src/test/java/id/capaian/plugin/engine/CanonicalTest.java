package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    private static final String WRITTEN = "{\"facts\":{\"days\":12},\"format\":1,\"formulaId\":\"sample.plain@2025\","
            + "\"indicators\":[{\"code\":\"SAM.A\",\"direction\":\"MAX\",\"reading\":{\"accuracy\":0.9,"
            + "\"completeness\":1,\"population\":100,\"sampleSize\":80,\"source\":\"impor \\\"é\\\"\","
            + "\"takenAt\":\"2026-06-30T08:00:00Z\",\"timeliness\":0,\"value\":1000000},"
            + "\"target\":{\"value\":90},\"weight\":60},{\"code\":\"SAM.B\",\"direction\":\"RANGE_MIN\","
            + "\"target\":{\"high\":38,\"low\":36.5}}],\"jobFamily\":\"health\",\"marks\":{\"LOYAL\":\"ABOVE\","
            + "\"SERVICE\":\"BELOW\"},\"parameters\":{\"motto\":\"1E5\",\"share\":\"0.70\"},\"period\":{\"code\":"
            + "\"2026\",\"end\":\"2026-12-31\",\"start\":\"2026-01-01\"},\"subjectId\":\"s-1\"}";

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    private static FormulaInput input() {
        IndicatorInput b = new IndicatorInput("SAM.B", null, Direction.RANGE_MIN,
                Target.range(dec("36.50"), dec("38")), null);
        IndicatorInput a = new IndicatorInput("SAM.A", dec("60.00"), Direction.MAX, Target.of(dec("90.0")),
                new IndicatorReading(dec("1E6"), "impor \"é\"", Instant.parse("2026-06-30T08:00:00Z"), 80L, 100L,
                        dec("1.00"), dec("0.00"), dec("0.90")));
        return new FormulaInput("sample.plain@2025", "s-1",
                new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), "health", List.of(b, a),
                Map.of(BehaviourValue.SERVICE, Mark.BELOW, BehaviourValue.LOYAL, Mark.ABOVE),
                new Parameters(Map.of("share", "0.70", "motto", "1E5")), Map.of("days", dec("12.0")));
    }

    @Test
    void writesOneTextForAnInput() {
        assertEquals(WRITTEN, CanonicalInput.write(input()));
    }

    @Test
    void keepsItsHashForYears() {
        assertEquals(CanonicalInput.sha256(WRITTEN), CanonicalInput.sha256(CanonicalInput.write(input())));
        assertEquals(64, CanonicalInput.sha256(WRITTEN).length());
    }

    @Test
    void readsWhatItWroteAlsoWithSpaces() {
        assertEquals(WRITTEN, CanonicalInput.write(CanonicalInput.read(WRITTEN)));
        assertEquals(WRITTEN, CanonicalInput.write(CanonicalInput.read(WRITTEN.replace("\":", "\" : "))));
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThrows(IllegalArgumentException.class,
                () -> CanonicalInput.read(WRITTEN.replace("\"format\":1", "\"format\":2")));
        assertThrows(IllegalArgumentException.class, () -> CanonicalInput.read("{}"));
    }

    @Test
    void keepsOutcomesWithEveryStep() throws PackInvalid {
        SamplePack sample = new SamplePack();
        RegionPack pack = sample.read();
        FormulaInput input = GoldenRunner.inputs(pack, sample.files()).values().iterator().next();
        Outcome scored = pack.formula(input.formulaId()).evaluate(input);
        assertEquals(scored, CanonicalOutcome.read(CanonicalOutcome.write(scored)));
        FormulaInput unmarked = new FormulaInput(input.formulaId(), "s-2", input.period(), "health",
                input.indicators(), Map.of(), input.parameters(), Map.of());
        Outcome refused = pack.formula(input.formulaId()).evaluate(unmarked);
        assertEquals(refused, CanonicalOutcome.read(CanonicalOutcome.write(refused)));
    }

    @Test
    void resolvesATenantsParameters() throws PackInvalid {
        RegionPack pack = new SamplePack().read();
        assertEquals("0.5", PackParameters.resolve(pack.descriptor(), "{\"share\": 0.5}").text("share"));
        assertEquals("melayani", PackParameters.resolve(pack.descriptor(), "{\"share\": 0.5}").text("motto"));
        assertThrows(IllegalArgumentException.class, () -> PackParameters.resolve(pack.descriptor(), "{\"share\": 2}"));
        assertThrows(IllegalArgumentException.class, () -> PackParameters.resolve(pack.descriptor(), "{\"shore\": 0}"));
        assertThrows(IllegalArgumentException.class, () -> PackParameters.resolve(pack.descriptor(), "[]"));
    }
}
