package id.capaian.people.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.boundary.PageSample;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.people.control.DraftOutcome;
import id.capaian.people.control.DraftOutcome.Heading;
import id.capaian.people.control.DraftOutcome.Told;
import id.capaian.people.control.ImportDraft;
import id.capaian.people.control.TakenFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of imports in both languages and every state. */
class ImportTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>.csv";
    private static final List<String> KINDS = List.of("units", "positions", "people", "assignments", "rater-lines",
            "role-grants", "indicator-values");

    private static TakenFile file(String kind, Duration ago, Instant undoneAt) {
        return new TakenFile(UUID.randomUUID(), kind, HOSTILE, 1234, 12, 3, NOW.minus(ago), "Siti", undoneAt,
                "Budi", true);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void listsFilesAndOffersToTakeBackOnlyWhatMayBe(Language language) {
        List<TakenFile> files = List.of(file("people", Duration.ofHours(1), null),
                file("people", Duration.ofHours(1), NOW),
                file("people", Duration.ofHours(24), null), file("indicator-values", Duration.ofHours(1), null));
        String page = PageSample.render("people/imports", language, new ImportsView(KINDS.stream()
                .map(kind -> new Option(kind, kind)).toList(), "people", files, NOW, FieldErrors.NONE, List.of(), "k"));
        assertEquals(1, page.split("/batal\"").length - 1);
        assertFalse(page.contains(HOSTILE), page);
        assertTrue(page.contains("enctype=\"multipart/form-data\""));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhatIsWrongWithTheFormAndWhyAnImportStays(Language language) {
        String page = PageSample.render("people/imports", language, new ImportsView(List.of(), "", List.of(), NOW,
                new FieldErrors(List.of(new FieldProblem("file", "Pilih berkasnya."))), List.of("3 penempatan"), "k"));
        assertTrue(page.contains("href=\"#f-file\"") && page.contains("aria-invalid=\"true\""), page);
        assertTrue(page.contains("3 penempatan"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesTheColumnOfEachHeadingAsSpreadsheetsDo(Language language) {
        String page = draft(language, new DraftOutcome("", 2, List.of(new Heading(0, "NIP", "nip"),
                new Heading(27, "NIP", null)), 2, 0, 0, 0, 1, 60_000, List.of(), 0, List.of(), false));
        String column = language == Language.ID ? "kolom" : "column";
        assertTrue(page.contains("NIP (" + column + " A)") && page.contains("NIP (" + column + " AB)"), page);
        assertTrue(page.contains("50.000"), "how many are marked");
    }

    private static String draft(Language language, DraftOutcome outcome) {
        return PageSample.render("people/importdraft", language, new ImportDraftView(new ImportDraft(UUID.randomUUID(),
                "people", HOSTILE, outcome, 3), List.of(new Option("-", "x"), new Option("nip", "nip")),
                FieldErrors.NONE, "k"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void offersToTakeOnlyWhatIsSound(Language language) {
        List<Heading> headings = List.of(new Heading(0, "NIP", "nip"), new Heading(1, "Hobi", ""));
        String sound = draft(language, new DraftOutcome("Data", 1, headings, 2, 1, 1, 0, 0, 0, List.of(), 1,
                List.of(new Told(2, "NIP", "periksa")), false));
        assertTrue(sound.contains("/ambil\"") && sound.contains("/buang\"") && !sound.contains("/lembar\""));
        assertFalse(sound.contains(HOSTILE), sound);
        String broken = draft(language, new DraftOutcome("", 4, List.of(new Heading(0, "NIP", "nip"),
                new Heading(2, "Siapa", null)), 2, 0, 0, 0, 1, 2, List.of(new Told(0, "", "berkas"),
                new Told(5, "NIP", "18 digit")), 0, List.of(), false));
        assertTrue(broken.contains("/lembar\"") && !broken.contains("/ambil\""));
        assertTrue(broken.contains("name=\"column-2\"") && broken.contains("<details class=\"more\" open>"), broken);
        String without = draft(language, new DraftOutcome("", 1, List.of(), 0, 0, 0, 0, 0, 1,
                List.of(new Told(0, "", "Baris judul tidak ditemukan.")), 0, List.of(), false));
        assertFalse(without.contains("/lembar\"") || without.contains("/ambil\""), "there are no cells to colour");
        String known = draft(language, new DraftOutcome("", 1, List.of(), 2, 0, 0, 2, 0, 0, List.of(), 0,
                List.of(), true));
        assertFalse(known.contains("/ambil\"") || known.contains("/lembar\""));
    }
}
