package id.capaian.region.mulyorejo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.engine.FieldError;
import id.capaian.plugin.engine.FormAnswers;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.testkit.RegionPackContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    @Test
    void saysThatAValueBeyondItsScaleWasHeld() throws PackInvalid {
        assertEquals(Map.of("discipline", "min(100, MUL.DIS): Ditahan pada 100.",
                "team", "min(120, MUL.TEAM): Ditahan pada 120."), behaviour("17-clamps"));
        assertEquals(Map.of("discipline", "min(100, MUL.DIS)", "team", "min(120, MUL.TEAM)"),
                behaviour("01-worked-example"));
    }

    @Test
    void saysOfPeersNobodyCountedThatTheyWereNotCounted() throws PackInvalid {
        String moved = "The peers' score does not count; its part moves to discipline.";
        assertEquals(List.of("Fewer than 3 peers answered; left out.", moved), toldOfPeers("06-two-peers"));
        assertEquals(List.of("It is not known how many peers answered, at least 3 needed; left out.", moved),
                toldOfPeers("08-peers-uncounted"));
    }

    private List<String> toldOfPeers(String golden) throws PackInvalid {
        return told(outcome(golden), MulyorejoIndicators.TEAM);
    }

    /** How the two halves of behaviour were made. */
    private Map<String, String> behaviour(String golden) throws PackInvalid {
        return outcome(golden).steps().stream()
                .filter(step -> List.of("discipline", "team").contains(step.name()))
                .collect(Collectors.toMap(Step::name,
                        step -> step.expression() + (step.note() == null ? "" : ": " + step.note().id())));
    }

    private static List<String> refused(String answers) {
        Form form = new MulyorejoPack().descriptor().form("mulyorejo.progress@1").orElseThrow();
        List<FieldError> errors = FormAnswers.validate(form, answers, Locale.ENGLISH);
        return errors.stream().map(error -> error.pointer() + " " + error.keyword()).toList();
    }
}
