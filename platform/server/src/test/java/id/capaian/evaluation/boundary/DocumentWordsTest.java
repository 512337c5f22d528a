package id.capaian.evaluation.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.evaluation.control.ReadDocuments.Offered;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Texts;
import id.capaian.plugin.api.Document;
import id.capaian.plugin.api.DocumentOffer;
import id.capaian.plugin.api.DocumentPurpose;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.engine.DocumentPart;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every place of a document is filled in as the reader's language and the tenant's zone write it. */
class DocumentWordsTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    /** In Samarinda the next day has begun. */
    private static final Instant TOLD = Instant.parse("2027-01-14T17:30:00Z");
    private static final LocalizedText NAME = new LocalizedText("Anjuran", "Recommendation");
    private static final String PLACES = "{name}|{post}|{unit}|{government}|{period}|{date}|{result}|{behaviour}"
            + "|{predicate}|{index}|{step:NH_part}|{step:share}|{step:none}\n- {training}";

    @Test
    void fillsInEveryPlace() {
        DocumentView id = filled(Language.ID);
        assertEquals("Anjuran", id.name());
        assertEquals(List.of("Siti|Perawat|Puskesmas|Kota Samarinda|Triwulan IV|15 Januari 2027"
                + "|Di atas ekspektasi|Sesuai ekspektasi|Baik|95,84|65,80|70,00 %|–"), id.parts().get(0).lines());
        assertEquals(List.of(new DocumentPart(DocumentPart.Kind.LIST, List.of("Pelatihan A", "Pelatihan B"))),
                id.parts().subList(1, 2));
        DocumentView en = filled(Language.EN);
        assertEquals("Recommendation", en.name());
        assertEquals(List.of("Siti|Perawat|Puskesmas|Kota Samarinda|Triwulan IV|15 January 2027"
                + "|Above expectation|Meets expectation|Good|95,84|65,80|70,00 %|–"), en.parts().get(0).lines());
        assertEquals(List.of("Training A", "Training B"), en.parts().get(1).lines());
    }

    @Test
    void saysWhichPackItIsFromAndWhenTheResultWasTold() {
        DocumentView view = filled(Language.ID);
        assertEquals(List.of("uji.saran@1", "DEVELOPMENT", "id", "region-uji", "1.2.0"), List.of(view.documentId(),
                view.purpose(), view.language(), view.packId(), view.packVersion()));
        assertEquals(TOLD, view.toldAt());
    }

    private static DocumentView filled(Language language) {
        Document document = new Document("uji.saran@1", NAME, DocumentPurpose.DEVELOPMENT, DocumentOffer.ALWAYS,
                new LocalizedText(PLACES, PLACES));
        PackDescriptor pack = new PackDescriptor("region-uji", "1.2.0", NAME, NAME, List.of(), List.of(), List.of(),
                List.of(), "{}", Parameters.none(), Map.of(), List.of(document));
        return new DocumentWords(shell(language)).filled(new Offered(evaluation(), pack, List.of(document)));
    }

    private static EvaluationView evaluation() {
        ExplanationView explanation = new ExplanationView(
                List.of(step("NH_part", "65.8", StepUnit.POINTS), step("share", "70", StepUnit.PERCENT)),
                List.of(flag(Flag.Code.TRAINING_SUGGESTED, "A"), flag(Flag.Code.MISSING, "X"),
                        flag(Flag.Code.TRAINING_SUGGESTED, "B"), flag(Flag.Code.TRAINING_SUGGESTED, "A")), null);
        SuggestionView suggestion = new SuggestionView(ID, ID, "SCORED", BigDecimal.TEN, BigDecimal.TEN,
                new BigDecimal("95.84"), "MEETS", "MEETS", null, explanation, List.of(), "region-uji", "1.2.0", "sha",
                "uji.mutu@2026", "sha", TOLD, false);
        return new EvaluationView(ID, ID, ID, "2026-Q4", "Triwulan IV", ID, "Siti", "Perawat", ID, "Puskesmas", "Rater",
                "Superior", null, "DELIVERED", "GOOD", false, List.of(), suggestion, null, "ABOVE", "MEETS", "GOOD",
                null, null, null, null, null, TOLD, TOLD, TOLD, TOLD, null, null, null, List.of(), null, null, false,
                null, Set.of(), 3);
    }

    private static Step step(String name, String value, StepUnit unit) {
        return new Step(name, NAME, "x", new BigDecimal(value), unit, List.of(), null);
    }

    private static Flag flag(Flag.Code code, String what) {
        return new Flag(code, "NH", new LocalizedText("Pelatihan " + what, "Training " + what));
    }

    private static Shell shell(Language language) {
        return new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"), "/samarinda/hasil",
                "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti", Set.of(), List.of(), "token", null));
    }
}
