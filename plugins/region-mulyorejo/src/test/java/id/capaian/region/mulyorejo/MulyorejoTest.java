package id.capaian.region.mulyorejo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.FieldError;
import id.capaian.plugin.engine.FormAnswers;
import id.capaian.plugin.testkit.RegionPackContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MulyorejoTest extends RegionPackContract {

    @Override
    protected RegionPack javaPack() {
        return new MulyorejoPack();
    }

    @Test
    void keepsResidentsOutOfTheEvidence() {
        String start = "{\"date\": \"2026-11-02\", \"proof\": [\"audit\"], \"anonymous\": ";
        assertEquals(List.of(), refused(start + "true, \"remark\": \"38 dari 40 benar\"}"));
        assertEquals(List.of("/remark not"), refused(start + "true, \"remark\": \"NIK 3578260000000001\"}"));
        assertEquals(List.of("/anonymous const"), refused(start + "false}"));
        assertEquals(List.of(" additionalProperties"), refused(start + "true, \"name\": \"Budi\"}"));
    }

    @Test
    void saysWhichFactOfARaterIsMissing() {
        RegionPack pack = javaPack();
        LocalDate day = LocalDate.of(2026, 12, 31);
        FormulaInput nothingKnown = new FormulaInput("mulyorejo.objectivity@2025", "rater", new Period("x", day, day),
                null, List.of(), Map.of(), pack.descriptor().parameters(), Map.of());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> pack.formula(nothingKnown.formulaId()).evaluate(nothingKnown));
        assertEquals("mulyorejo.objectivity@2025 needs fact \"people\" of a rater, was given []", refused.getMessage());
    }

    private static List<String> refused(String answers) {
        Form form = new MulyorejoPack().descriptor().form("mulyorejo.progress@1").orElseThrow();
        List<FieldError> errors = FormAnswers.validate(form, answers, Locale.ENGLISH);
        return errors.stream().map(error -> error.pointer() + " " + error.keyword()).toList();
    }
}
