package id.capaian.progress.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.LocalizedText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormRendererTest {

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["served"], "properties": {
              "served": {"type": "integer"}, "share": {"type": "number"}, "day": {"type": "string", "format": "date"},
              "obstacle": {"type": "string", "enum": ["none", "other"]}, "why": {"type": "string"},
              "tools": {"type": "array", "items": {"enum": ["car", "phone"]}}, "asked": {"type": "boolean"}}}""";
    private static final String LAYOUT = """
            {"type": "VerticalLayout", "elements": [
              {"type": "Group", "label": "group.counts", "elements": [
                {"type": "Control", "scope": "#/properties/served"}, {"type": "Control", "scope": "#/properties/share"}]},
              {"type": "Control", "scope": "#/properties/day"},
              {"type": "Control", "scope": "#/properties/obstacle", "options": {"format": "radio"}},
              {"type": "Control", "scope": "#/properties/why", "options": {"multi": true},
               "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/obstacle", "schema": {"const": "other"}}}},
              {"type": "Control", "scope": "#/properties/tools"}, {"type": "Control", "scope": "#/properties/asked"}]}""";
    private static final Map<String, String> TEXTS = Map.ofEntries(Map.entry("group.counts", "Hitungan"),
            Map.entry("served.label", "Dilayani"), Map.entry("share.label", "Bagian"), Map.entry("day.label", "Hari"),
            Map.entry("obstacle.label", "Hambatan"), Map.entry("obstacle.enum.none", "Tidak ada"),
            Map.entry("obstacle.enum.other", "Lainnya"), Map.entry("why.label", "Mengapa"), Map.entry("tools.label", "Alat"),
            Map.entry("tools.enum.car", "Mobil"), Map.entry("tools.enum.phone", "Telepon"), Map.entry("asked.label", "Ditanya"));

    private final FormRenderer renderer = new FormRenderer(new Form("region.probe@1", new LocalizedText("Uji", "Probe"),
            FormPurpose.PROGRESS, SCHEMA, LAYOUT, Map.of("id", TEXTS, "en", TEXTS)), "id");

    @Test
    void asksForEachKindTheRightWay() {
        Map<String, FormField.Kind> kinds = new HashMap<>();
        renderer.fields("{\"obstacle\": \"other\"}").forEach(field -> kinds.put(field.property(), field.kind()));

        assertEquals(Map.of("served", FormField.Kind.WHOLE_NUMBER, "share", FormField.Kind.NUMBER,
                "day", FormField.Kind.DATE, "obstacle", FormField.Kind.RADIOS, "why", FormField.Kind.AREA,
                "tools", FormField.Kind.MANY, "asked", FormField.Kind.BOX), kinds);
    }

    @Test
    void hidesWhatARuleHides() {
        assertTrue(renderer.fields(null).stream().noneMatch(field -> field.property().equals("why")));
        assertTrue(renderer.fields("{\"obstacle\": \"none\"}").stream().noneMatch(field -> field.property().equals("why")));
    }

    @Test
    void keepsHeadingAndPresentAnswers() {
        FormField served = renderer.fields("{\"served\": 52, \"tools\": [\"car\"]}").get(0);
        assertEquals("Hitungan", served.group());
        assertEquals("52", served.value());
        assertTrue(served.required());
    }

    @Test
    void readsWhatABrowserSends() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.add("form.served", "5.200");
        sent.add("form.share", "83,6");
        sent.add("form.obstacle", " ");
        sent.add("form.tools", "car");
        sent.add("form.tools", "phone");
        sent.add("form.asked", "true");
        sent.add("value", "not of the pack");

        assertEquals("{\"served\":5200,\"share\":83.6,\"tools\":[\"car\",\"phone\"],\"asked\":true}", renderer.answers(sent));
    }

    @Test
    void leavesWhatIsNoNumberToTheCheck() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.add("form.served", "banyak");
        assertEquals("{\"served\":\"banyak\",\"asked\":false}", renderer.answers(sent));
    }
}
