package id.capaian.extension.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Language;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.DocumentOffer;
import id.capaian.plugin.api.DocumentPurpose;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.SampleRule;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What differs between two versions, in words. */
class PackChangesTest {

    private static final LocalizedText NAME = new LocalizedText("Uji", "Trial");
    private static final PackDescriptor BEFORE = pack(
            List.of(indicator("UJI.A", "antrean"), indicator("UJI.B", "survei"), indicator("UJI.OLD", "x")),
            List.of(item("UJI.A", "60", "24"), item("UJI.B", "30", "80"), item("UJI.OLD", "10", "1")),
            List.of(form("uji.plan@1", "{}")), List.of(formula("uji.mutu@2025")), List.of(document("uji.saran@1", "a")),
            "{\"properties\": {\"guard\": {\"type\": \"number\", \"default\": 110, \"maximum\": 120}}}");
    private static final PackDescriptor AFTER = pack(
            List.of(indicator("UJI.A", "antrean digital"), indicator("UJI.B", "survei"), indicator("UJI.NEW", "x")),
            List.of(item("UJI.A", "50", "20"), item("UJI.B", "30", "80"), item("UJI.NEW", "20", "5")),
            List.of(form("uji.plan@1", "{\"type\":\"object\"}"), form("uji.plan@2", "{}")),
            List.of(formula("uji.mutu@2025"), formula("uji.mutu@2026")),
            List.of(document("uji.saran@1", "b"), document("uji.saran@2", "b")),
            "{\"properties\": {\"guard\": {\"type\": \"number\", \"default\": 105.5, \"maximum\": 120},"
                    + " \"batas\": {\"type\": \"number\", \"default\": 1}}}");

    @Test
    void namesWhatWasAddedRemovedAndChanged() {
        List<PackChange> changes = changes(Set.of());
        assertEquals(List.of("INDICATOR CHANGED UJI.A", "INDICATOR ADDED UJI.NEW", "INDICATOR REMOVED UJI.OLD",
                "SET CHANGED uji.health", "FORMULA ADDED uji.mutu@2026", "FORM CHANGED uji.plan@1",
                "FORM ADDED uji.plan@2", "DOCUMENT CHANGED uji.saran@1", "DOCUMENT ADDED uji.saran@2", "PARAMETER CHANGED guard", "PARAMETER ADDED batas"),
                changes.stream().map(one -> one.area() + " " + one.kind() + " " + one.code()).toList());
        assertEquals(List.of("Sumber: dari “antrean” menjadi “antrean digital”"), changes.get(0).details());
        assertEquals(List.of("UJI.NEW ditambahkan dengan bobot 20", "UJI.OLD dengan bobot 10 dihapus",
                "Bobot UJI.A: dari 60 menjadi 50", "Target usulan UJI.A: dari 24 menjadi 20"),
                changes.get(3).details());
        assertEquals(List.of("Nilai bawaan: dari “110” menjadi “105,5”"), changes.get(9).details());
    }

    @Test
    void tellsWhenAFormulaCalculatesOtherwiseUnderTheSameId() {
        List<PackChange> changes = changes(Set.of("uji.mutu@2025"));
        assertTrue(changes.stream().anyMatch(one -> one.code().equals("uji.mutu@2025") && one.details().get(0)
                .startsWith("Cara menghitungnya berubah")), changes::toString);
    }

    @Test
    void writesValuesOfParametersAsTheFormDoes() {
        PackDescriptor old = withParameters(parameters("a.b", "true", "1.5"));
        PackDescriptor now = withParameters(parameters("a.c", "false", "2.5"));
        Map<String, List<String>> details = new PackChanges(old, now, Set.of(), PageSample.shell(Language.ID)).all()
                .stream().collect(Collectors.toMap(PackChange::code, PackChange::details));
        assertEquals(List.of("Nilai bawaan: dari “a.b” menjadi “a.c”"), details.get("word"), "a dot stays a dot");
        assertEquals(List.of("Nilai bawaan: dari “Ya” menjadi “Tidak”"), details.get("yes"));
        assertEquals(List.of("Paling kecil: dari “1,5” menjadi “2,5”", "Pilihan: dari “1,5” menjadi “2,5”"),
                details.get("part"));
    }

    private static PackDescriptor withParameters(String schema) {
        return pack(BEFORE.indicators(), BEFORE.indicatorSets().get(0).items(), List.of(), List.of(), List.of(),
                schema);
    }

    private static String parameters(String word, String yes, String part) {
        return "{\"properties\": {\"word\": {\"type\": \"string\", \"default\": \"" + word
                + "\"}, \"yes\": {\"type\": \"boolean\", \"default\": " + yes
                + "}, \"part\": {\"type\": \"number\", \"minimum\": " + part + ", \"enum\": [" + part + "]}}}";
    }

    @Test
    void findsNothingBetweenEqualPacks() {
        assertEquals(List.of(), new PackChanges(AFTER, AFTER, Set.of(), PageSample.shell(Language.ID)).all());
    }

    private static List<PackChange> changes(Set<String> rewritten) {
        return new PackChanges(BEFORE, AFTER, rewritten, PageSample.shell(Language.ID)).all();
    }

    private static PackDescriptor pack(List<Indicator> indicators, List<WeightedIndicator> items, List<Form> forms,
            List<FormulaDescriptor> formulas, List<Document> documents, String parameters) {
        return new PackDescriptor("region-uji", "1.0.0", NAME, NAME, indicators,
                List.of(new IndicatorSet("uji.health", "health", NAME, items)), forms, formulas, parameters,
                Parameters.none(), Map.of(), documents);
    }

    private static Document document(String id, String body) {
        return new Document(id, NAME, DocumentPurpose.DEVELOPMENT, DocumentOffer.ALWAYS, new LocalizedText(body, body));
    }

    private static Indicator indicator(String code, String source) {
        return new Indicator(code, new LocalizedText(code, code), NAME, Direction.MAX, new LocalizedText(source,
                source),
                Frequency.MONTHLY, Attribution.UNIT, SampleRule.NONE, null);
    }

    private static WeightedIndicator item(String code, String weight, String target) {
        return new WeightedIndicator(code, new BigDecimal(weight), Target.of(new BigDecimal(target)), NAME,
                Aspect.QUANTITY);
    }

    private static Form form(String id, String schema) {
        return new Form(id, NAME, FormPurpose.PLAN, schema, "{}", Map.of());
    }

    private static FormulaDescriptor formula(String id) {
        return new FormulaDescriptor(id, Subject.PERSON, NAME, NAME, Set.of(), List.of());
    }
}
