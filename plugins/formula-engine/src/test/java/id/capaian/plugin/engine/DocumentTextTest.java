package id.capaian.plugin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void laysOutHeadingsParagraphsAndLists() {
        assertEquals(List.of(heading("Terima kasih, Siti"), paragraph("Baris satu baris dua."),
                list("Indeks 95,84", "Bagian hasil 65,84"), paragraph("Salam.")),
                DocumentText.of("""
                # Terima kasih, {name}
                Baris satu
                baris dua.

                - Indeks {index}
                - Bagian hasil {step:NH_part}
                Salam.
                """).fill(Map.of(DocumentField.NAME, "Siti", DocumentField.INDEX, "95,84"),
                Map.of("NH_part", "65,84"), List.of()));
    }

    @Test
    void putsADashWhereAResultHasNothing() {
        assertEquals(List.of(paragraph("– dan –")),
                DocumentText.of("{post} dan {step:bonus}").fill(Map.of(), Map.of(), List.of()));
    }

    @Test
    void makesAnItemOfEachTrainingSuggested() {
        DocumentText text = DocumentText.of("Ditawarkan:\n- {training}\n- Pendampingan atasan");
        assertEquals(List.of(paragraph("Ditawarkan:"), list("Pelatihan A", "Pelatihan B", "Pendampingan atasan")),
                text.fill(Map.of(), Map.of(), List.of("Pelatihan A", "Pelatihan B")));
        assertEquals(List.of(paragraph("Ditawarkan:"), list("Pendampingan atasan")),
                text.fill(Map.of(), Map.of(), List.of()));
        assertEquals(List.of(), DocumentText.of("- {training}").fill(Map.of(), Map.of(), List.of()));
    }

    @Test
    void takesWhatIsFilledInAsItIs() {
        assertEquals(List.of(paragraph("{index} $1 \\ <b>")), DocumentText.of("{name}").fill(
                Map.of(DocumentField.NAME, "{index} $1 \\ <b>", DocumentField.INDEX, "95,84"), Map.of(), List.of()));
    }

    @Test
    void refusesABodyThatWasNeverChecked() {
        assertThrows(IllegalArgumentException.class, () -> DocumentText.of("{salary}"));
    }

    @Test
    void theGuideNamesEveryPlace() throws IOException {
        String guide = Files.readString(Path.of("../../platform/docs/plugin-guide.md"));
        DocumentField.words().forEach(word -> assertTrue(guide.contains("`{" + word + "}`"), word));
    }

    private static DocumentPart heading(String text) {
        return new DocumentPart(DocumentPart.Kind.HEADING, List.of(text));
    }

    private static DocumentPart paragraph(String text) {
        return new DocumentPart(DocumentPart.Kind.PARAGRAPH, List.of(text));
    }

    private static DocumentPart list(String... items) {
        return new DocumentPart(DocumentPart.Kind.LIST, List.of(items));
    }
}
