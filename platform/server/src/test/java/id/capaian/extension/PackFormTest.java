package id.capaian.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.FormField.Kind;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.LocalizedText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackFormTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["served"], "properties": {
              "served": {"type": "integer"}, "share": {"type": "number"}, "day": {"type": "string", "format": "date"},
              "obstacle": {"type": "string", "enum": ["none", "other"]}, "why": {"type": "string"},
              "tools": {"type": "array", "items": {"enum": ["car", "phone"]}}, "asked": {"type": "boolean"},
              "goals": {"type": "array", "maxItems": 3, "items": {"type": "object", "additionalProperties": false,
                "required": ["goal"], "properties": {"goal": {"type": "string", "minLength": 3},
                  "state": {"enum": ["open", "closed"]}, "done": {"type": "string", "format": "date"}}}}}}""";
    private static final String LAYOUT = """
            {"type": "VerticalLayout", "elements": [
              {"type": "Group", "label": "group.counts", "elements": [
                {"type": "Control", "scope": "#/properties/served"},
                {"type": "Control", "scope": "#/properties/share"}]},
              {"type": "Control", "scope": "#/properties/day"},
              {"type": "Control", "scope": "#/properties/obstacle", "options": {"format": "radio"}},
              {"type": "Control", "scope": "#/properties/why", "options": {"multi": true},
               "rule": {"effect": "SHOW",
                 "condition": {"scope": "#/properties/obstacle", "schema": {"const": "other"}}}},
              {"type": "Control", "scope": "#/properties/tools"},
              {"type": "Control", "scope": "#/properties/asked"},
              {"type": "Control", "scope": "#/properties/goals", "options": {"detail":
                {"type": "VerticalLayout", "elements": [
                  {"type": "Control", "scope": "#/properties/goal"},
                  {"type": "Control", "scope": "#/properties/state"},
                  {"type": "Control", "scope": "#/properties/done", "rule": {"effect": "HIDE",
                    "condition": {"scope": "#/properties/state", "schema": {"enum": ["open"]}}}}]}}}]}""";
    private static final Map<String, String> TEXTS = Map.ofEntries(Map.entry("group.counts", "Hitungan"),
            Map.entry("served.label", "Dilayani"), Map.entry("share.label", "Bagian"), Map.entry("day.label", "Hari"),
            Map.entry("obstacle.label", "Hambatan"), Map.entry("obstacle.enum.none", "Tidak ada"),
            Map.entry("obstacle.enum.other", "Lainnya"), Map.entry("why.label", "Mengapa"),
            Map.entry("tools.label", "Alat"), Map.entry("tools.enum.car", "Mobil"),
            Map.entry("tools.enum.phone", "Telepon"), Map.entry("asked.label", "Ditanya"),
            Map.entry("goals.label", "Tujuan"), Map.entry("goals.goal.label", "Isi"),
            Map.entry("goals.state.label", "Keadaan"), Map.entry("goals.state.enum.open", "Berjalan"),
            Map.entry("goals.state.enum.closed", "Tuntas"), Map.entry("goals.done.label", "Tuntas pada"));

    private final Form form = form(SCHEMA);
    private final PackForm page = new PackForm(form, "id");

    private static Form form(String schema) {
        return new Form("region.probe@1", new LocalizedText("Uji", "Probe"), FormPurpose.PROGRESS, schema, LAYOUT,
                Map.of("id", TEXTS, "en", TEXTS));
    }

    private static MultivaluedMap<String, String> sent(String... namesAndValues) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return sent;
    }

    private static List<FormField> fields(PackForm page, String answers) {
        return page.groups(answers).stream().flatMap(group -> group.fields().stream()).toList();
    }

    private FormField field(String property, String answers) {
        return fields(page, answers).stream().filter(field -> field.name().equals("form." + property)).findFirst()
                .orElseThrow();
    }

    private boolean shows(String property, String answers) {
        return fields(page, answers).stream().anyMatch(field -> field.name().equals("form." + property));
    }

    @Test
    void asksForEachKindTheRightWay() {
        Map<String, Kind> kinds = new HashMap<>();
        fields(page, "{\"obstacle\": \"other\"}").forEach(field -> kinds.put(field.name().substring(5), field.kind()));
        assertEquals(Map.of("served", Kind.WHOLE_NUMBER, "share", Kind.NUMBER, "day", Kind.DATE, "obstacle",
                Kind.RADIOS,
                "why", Kind.AREA, "tools", Kind.MANY, "asked", Kind.BOX, "goals", Kind.ROWS), kinds);
    }

    /** A box that is left empty answers no, so that one which is merely required is answered either way. */
    @Test
    void wantsABoxTickedOnlyWhereTheSchemaTakesNothingElse() {
        assertFalse(field("asked", null).required());
        assertFalse(asked(SCHEMA.replace("[\"served\"]", "[\"served\", \"asked\"]")).required());
        assertTrue(asked(SCHEMA.replace("\"asked\": {", "\"asked\": {\"const\": true, ")).required());
    }

    private static FormField asked(String schema) {
        return fields(new PackForm(form(schema), "id"), null).stream()
                .filter(field -> field.name().equals("form.asked")).findFirst().orElseThrow();
    }

    @Test
    void hidesWhatARuleHides() {
        assertFalse(shows("why", null));
        assertFalse(shows("why", "{\"obstacle\": \"none\"}"));
        assertTrue(shows("why", "{\"obstacle\": \"other\"}"));
        assertTrue(page.hasRules());
    }

    @Test
    void forgetsWhatARuleHides() {
        assertEquals("{\"obstacle\":\"none\",\"asked\":false,\"goals\":[{\"goal\":\"Cepat\",\"state\":\"open\"}]}",
                page.answers(sent("form.obstacle", "none", "form.why", "antrean", "form.goals.0.goal", "Cepat",
                        "form.goals.0.state", "open", "form.goals.0.done", "2026-11-24")));
    }

    @Test
    void keepsHeadingAndPresentAnswers() {
        FormGroup counts = page.groups("{\"served\": 52, \"tools\": [\"car\"]}").get(0);
        assertEquals("Hitungan", counts.title());
        assertEquals("52", counts.fields().get(0).value());
        assertTrue(counts.fields().get(0).required());
        assertEquals(List.of("Mobil"), field("tools", "{\"tools\": [\"car\"]}").told());
    }

    @Test
    void readsWhatABrowserSends() {
        assertEquals("{\"served\":5200,\"share\":83.6,\"tools\":[\"car\",\"phone\"],\"asked\":true}",
                page.answers(sent("form.served", "5.200", "form.share", "83,6", "form.obstacle", " ", "form.tools",
                "car",
                        "form.tools", "phone", "form.asked", "true", "value", "not of the pack")));
    }

    @Test
    void readsBackTheNumberItShows() {
        String stored = "{\"share\":1.234,\"asked\":false}";
        assertEquals(stored, page.answers(sent("form.share", field("share", stored).value())));
    }

    @Test
    void leavesWhatIsNoNumberToTheCheck() {
        assertEquals("{\"served\":\"banyak\",\"asked\":false}", page.answers(sent("form.served", "banyak")));
    }

    @Test
    void readsRowsInTheirOrderWithoutEmptyOnes() {
        assertEquals("{\"asked\":false,\"goals\":[{\"goal\":\"Satu\"},{\"goal\":\"Tiga\",\"state\":\"closed\"}]}",
                page.answers(sent("form.goals.7.goal", "Tiga", "form.goals.7.state", "closed", "form.goals.0.goal",
                "Satu",
                        "form.goals.2.goal", " ", "form.goals.x.goal", "tidak")));
    }

    @Test
    void asksForNoRowThatNobodyNeeds() {
        FormField goals = field("goals", null);
        assertEquals(List.of(), goals.rows().each());
        assertTrue(goals.rows().mayAdd());
    }

    @Test
    void showsARowThatIsRequiredAndKeepsIt() {
        PackForm strict = new PackForm(form(SCHEMA.replace("[\"served\"]", "[\"goals\"]")), "id");
        FormField goals = fields(strict, null).stream().filter(field -> field.kind() == Kind.ROWS).findFirst()
                .orElseThrow();
        assertEquals(1, goals.rows().each().size());
        assertFalse(goals.rows().mayRemove());
        String two = strict.reshaped(sent("form-wish", "+goals")).orElseThrow();
        assertEquals("{\"asked\":false,\"goals\":[{},{}]}", two);
    }

    @Test
    void addsARowAndKeepsWhatIsWritten() {
        String more = page.reshaped(sent("form.served", "banyak", "form.goals.0.goal", "Satu", "form.goals.0.state",
                "open",
                "form-wish", "+goals")).orElseThrow();
        assertEquals("{\"served\":\"banyak\",\"asked\":false,\"goals\":[{\"goal\":\"Satu\",\"state\":\"open\"},{}]}",
                more);
        List<List<FormField>> rows = field("goals", more).rows().each();
        assertEquals(List.of("form.goals.0.goal", "form.goals.0.state"), rows.get(0).stream().map(FormField::name)
                .toList());
        assertEquals("Satu", rows.get(0).get(0).value());
        assertTrue(rows.get(1).get(0).required());
        assertEquals(List.of("form.goals.1.goal", "form.goals.1.state", "form.goals.1.done"),
                rows.get(1).stream().map(FormField::name).toList());
    }

    @Test
    void addsNoMoreRowsThanTheSchemaAllows() {
        String three = page.reshaped(sent("form.goals.0.goal", "1", "form.goals.1.goal", "2", "form.goals.2.goal", "3",
                "form-wish", "+goals")).orElseThrow();
        FormField goals = field("goals", three);
        assertEquals(3, goals.rows().each().size());
        assertFalse(goals.rows().mayAdd());
        assertTrue(goals.rows().mayRemove());
    }

    @Test
    void takesARowAway() {
        assertEquals("{\"asked\":false,\"goals\":[{\"goal\":\"Dua\"}]}", page.reshaped(sent("form.goals.0.goal", "Satu",
                "form.goals.1.goal", "Dua", "form-wish", "-goals.0")).orElseThrow());
    }

    @Test
    void ignoresWishesThatMakeNoSense() {
        for (String wish : List.of("", "=", "+served", "-goals.9", "-goals.x", "-nothing.0", "+nothing")) {
            assertEquals("{\"asked\":false,\"goals\":[{\"goal\":\"Satu\"}]}",
                    page.reshaped(sent("form.goals.0.goal", "Satu", "form-wish", wish)).orElseThrow(), wish);
        }
        assertTrue(page.reshaped(sent("form.goals.0.goal", "Satu")).isEmpty());
    }

    @Test
    void tellsWhatIsWrongAtItsField() {
        String answers = page.answers(sent("form.served", "1", "form.tools", "boat", "form.goals.0.goal", "ok"));
        List<FieldProblem> problems = assertThrows(ProblemException.class,
                () -> new PackForms(null).check(form, answers, Locale.ENGLISH)).fields();
        assertEquals(List.of("goals.0.goal", "tools.0"), problems.stream().map(FieldProblem::field).sorted().toList());
        assertEquals(List.of("form.goals.0.goal", "form.tools"),
                page.placed(problems, answers).stream().map(FieldProblem::field).sorted().toList());
        assertEquals("form", page.placed(List.of(new FieldProblem("why", "hidden")), answers).get(0).field());
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        String answers = page.answers(sent("form.served", "1", "form.goals.0.goal", "Satu", "form.goals.1.goal", "Dua",
                "form.goals.2.goal", "Tiga", "form.goals.3.goal", "Empat"));
        assertEquals(List.of(new FieldProblem("goals", "Paling banyak 3 baris.")), assertThrows(ProblemException.class,
                () -> new PackForms(null).check(form, answers, Locale.ROOT)).fields());
    }
}
