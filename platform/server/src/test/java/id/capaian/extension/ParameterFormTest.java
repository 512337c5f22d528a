package id.capaian.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parameters of a pack as people set them. */
class ParameterFormTest {

    private static final LocalizedText NAME = new LocalizedText("Uji", "Trial");
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
              "guard.ceiling": {"type": "number", "minimum": 100, "maximum": 120, "default": 110,
                "description": "Capaian tertinggi"},
              "target.UJI.OFF": {"type": "number", "minimum": 25, "default": 76.61, "title": "Target petugas",
                "description": "IKM petugas"},
              "peers": {"type": "integer", "maximum": 20, "default": 3},
              "guard": {"type": "boolean", "default": true},
              "method": {"type": "string", "enum": ["mean", "median"], "default": "mean"}}}""";
    private static final PackDescriptor PACK = new PackDescriptor("region-uji", "1.0.0", NAME, NAME, List.of(),
            List.of(),
            List.of(), List.of(), SCHEMA, Parameters.none(), Map.of(
                    "id", Map.of("parameter.peers.label", "Rekan paling sedikit",
                            "parameter.method.enum.mean", "Rerata", "parameter.guard.ceiling.error.maximum", "Tidak boleh di atas 120."),
                    "en", Map.of("parameter.peers.label", "Fewest peers")));

    @Test
    void asksForEachParameterWithItsLimitsAndDefault() {
        List<FormField> fields = fields(Language.ID, "{}");
        assertEquals(List.of("form.guard.ceiling", "form.target.UJI.OFF", "form.peers", "form.guard", "form.method"),
                fields.stream().map(FormField::name).toList());
        assertEquals("Capaian tertinggi", fields.get(0).label());
        assertEquals("Dari 100 sampai 120. Bawaan: 110.", fields.get(0).hint());
        assertEquals("110", fields.get(0).value());
        assertEquals("Target petugas", fields.get(1).label());
        assertEquals("IKM petugas. Paling kecil 25. Bawaan: 76,61.", fields.get(1).hint());
        assertEquals("76,61", fields.get(1).value());
        assertEquals("Rekan paling sedikit", fields.get(2).label());
        assertEquals("Fewest peers", fields(Language.EN, "{}").get(2).label());
        assertEquals("At most 20. Default: 3.", fields(Language.EN, "{}").get(2).hint());
        assertEquals(List.of(new Option("true", "Ya"), new Option("false", "Tidak")), fields.get(3).options());
        assertEquals("true", fields.get(3).value());
        assertEquals(List.of(new Option("mean", "Rerata"), new Option("median", "median")), fields.get(4).options());
    }

    @Test
    void keepsOnlyWhatTheRegionSetsItself() {
        assertEquals("{}", form(Language.ID).own(sent("form.guard.ceiling", "110,0", "form.peers", "", "form.guard",
                "true", "form.method", "mean", "form.target.UJI.OFF", "76.61")));
        String own = form(Language.ID).own(sent("form.guard.ceiling", "105,5", "form.guard", "false", "form.method",
                "median", "form.peers", "4"));
        assertEquals("{\"guard.ceiling\":105.5,\"peers\":4,\"guard\":false,\"method\":\"median\"}", own);
        List<FormField> fields = fields(Language.ID, own);
        assertEquals(List.of("105,5", "76,61", "4", "false", "median"), fields.stream().map(FormField::value).toList());
        assertEquals(List.of(new Fact("Capaian tertinggi", "105,5"), new Fact("Rekan paling sedikit", "4"),
                new Fact("guard", "Tidak"), new Fact("method", "median")), form(Language.ID).told(own));
        assertEquals("form.guard.ceiling=105%2C5&form.peers=4&form.guard=false&form.method=median",
                form(Language.ID).query(own));
        assertTrue(fields(Language.ID, "{\"gone\": 1}").stream().noneMatch(field -> field.name().contains("gone")),
                "what a newer version has no more is not asked for");
    }

    @Test
    void showsAgainWhatWasTypedAlsoWhatIsNoNumber() {
        MultivaluedMap<String, String> sent = sent("form.guard.ceiling", "seratus", "form.peers", "50");
        List<FormField> fields = form(Language.ID).typed(sent).get(0).fields();
        assertEquals(List.of("seratus", "", "50", "", ""), fields.stream().map(FormField::value).toList());
        assertEquals(List.of(new FieldProblem("form.guard.ceiling", "Isian tidak sesuai jenisnya."),
                new FieldProblem("form.peers", "Paling besar 20.")),
                ParameterForm.placed(problems(form(Language.ID).own(sent), "id")));
    }

    @Test
    void saysWhatIsWrongByThePacksOwnSchemaInBothLanguages() {
        assertEquals(List.of(), problems("{\"guard.ceiling\": 105}", "id"));
        assertEquals(List.of(new FieldProblem("guard.ceiling", "Tidak boleh di atas 120.")),
                problems("{\"guard.ceiling\": 130}", "id"));
        assertEquals(List.of(new FieldProblem("guard.ceiling", "At most 120.")),
                problems("{\"guard.ceiling\": 130}", "en"));
        assertEquals(List.of(new FieldProblem("target.UJI.OFF", "Paling kecil 25.")),
                problems("{\"target.UJI.OFF\": 24.9}", "id"));
        assertEquals(List.of(new FieldProblem("method", "Pilih salah satu pilihan.")),
                problems("{\"method\": \"mode\"}", "id"));
        assertEquals(List.of(new FieldProblem("sealing", "Isian ini tidak dikenal.")), problems("{\"sealing\": 1}",
                "id"));
    }

    @Test
    void aPackWithoutParametersAsksForNothing() {
        PackDescriptor none = new PackDescriptor("region-uji", "1.0.0", NAME, NAME, List.of(), List.of(), List.of(),
                List.of(), "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{}}", Parameters.none(),
                Map.of());
        ParameterForm form = new ParameterForm(none, shell(Language.ID));
        assertTrue(form.isEmpty());
        assertEquals("{}", form.own(sent("form.x", "1")));
        assertFalse(form(Language.ID).isEmpty());
    }

    private static List<FieldProblem> problems(String own, String language) {
        return ParameterForm.problems(PACK, own, Locale.forLanguageTag(language));
    }

    private static List<FormField> fields(Language language, String own) {
        return form(language).groups(own).get(0).fields();
    }

    private static ParameterForm form(Language language) {
        return new ParameterForm(PACK, shell(language));
    }

    private static Shell shell(Language language) {
        return new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"), "/", "/",
                "/samarinda",
                "Kota Samarinda", "Siti", Set.of(), List.of(), "token", null));
    }

    private static MultivaluedMap<String, String> sent(String... namesAndValues) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return sent;
    }
}
