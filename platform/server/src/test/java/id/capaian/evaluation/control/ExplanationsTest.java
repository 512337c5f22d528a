package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.engine.CanonicalInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever makes a score again with a pencil finds every number it was made of. */
class ExplanationsTest {

    private static final BigDecimal WHOLE = new BigDecimal("100");

    @Test
    void tellsTheNumbersARegionSetAndTheTargetsAmongThem() {
        assertEquals(List.of("INDICATOR TSL.CIT null 80.5", "INDICATOR TSL.DQ null null",
                "INDICATOR TSL.PROC null 100", "PARAMETER innovation.points 1.5 null",
                "PARAMETER target.TSL.CIT 80.5 null", "PARAMETER target.TSL.PROC 90 null"),
                given(Map.of("innovation.points", "1.5", "motto", "cepat", "target.TSL.CIT", "80.5",
                        "target.TSL.PROC", "90")));
    }

    private static List<String> given(Map<String, String> parameters) {
        LocalDate day = LocalDate.of(2026, 12, 31);
        FormulaInput input = new FormulaInput("uji.satu@2025", "s-1", new Period("2026", day, day), "health",
                List.of(new IndicatorInput("TSL.PROC", WHOLE, Direction.MAX, Target.of(WHOLE), null),
                        beside("TSL.CIT"), beside("TSL.DQ")),
                Map.of(), new Parameters(parameters), Map.of());
        return new Explanations().inputs(CanonicalInput.write(input)).stream()
                .map(one -> one.kind() + " " + one.name() + " " + one.value() + " " + one.target()).toList();
    }

    private static IndicatorInput beside(String code) {
        return new IndicatorInput(code, null, Direction.MAX, Target.none(), null);
    }
}
