package id.capaian.readiness.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.Rehearsals.Act;
import id.capaian.evaluation.Rehearsals.Line;
import id.capaian.evaluation.Rehearsals.Played;
import id.capaian.evaluation.Rehearsals.Shadow;
import id.capaian.evaluation.Scorability.Said;
import id.capaian.extension.boundary.PageSample;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.planning.Period;
import id.capaian.readiness.control.Preparation;
import id.capaian.readiness.control.RehearsalNote;
import id.capaian.readiness.control.Rehearse.Rehearsed;
import id.capaian.readiness.control.Step;
import id.capaian.readiness.control.Step.Kind;
import id.capaian.readiness.control.Step.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of preparing a government in both languages and every state. */
class PreparationTemplatesTest {

    private static final Period PERIOD = new Period(UUID.randomUUID(), "2027-Q1", "Triwulan I 2027", "QUARTERLY",
            LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31), "PLANNED");
    private static final Shadow PLACE = new Shadow(UUID.randomUUID(), "Puskesmas <b>", "health");

    private static Preparation preparation(Weight weight, boolean live) {
        return new Preparation(live, Stream.of(Kind.values()).map(kind -> new Step(kind, 3,
                weight == Weight.DONE ? 0 : 2, weight, "/impor?jenis=x")).toList(), List.of(PERIOD),
                new RehearsalNote(Instant.parse("2026-11-24T02:00:00Z"), 20, 18));
    }

    private static String page(Language language, Preparation preparation, Rehearsed played, List<Step> blocking,
            FieldErrors errors) {
        return PageSample.render("readiness/preparation", language, new PreparationView(preparation,
                List.of(new Option("region-samarinda 1.0.0", "Samarinda 1.0.0")), played, blocking, "salah",
                "samarinda", errors));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachStepSaysInWordsHowItStandsAndLeadsThere(Language language) {
        for (Weight weight : Weight.values()) {
            String page = page(language, preparation(weight, false), null, List.of(), FieldErrors.NONE);
            assertTrue(page.split("/samarinda/impor\\?jenis=x", -1).length - 1 >= Kind.values().length, weight.name());
            assertEquals(weight == Weight.BLOCKING, !page.contains("/samarinda/persiapan/mulai"), weight.name());
            assertTrue(page.contains("18"), "how the last rehearsal ended");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whereNobodyIsThereYetNobodyIsCounted(Language language) {
        List<Step> steps = Stream.of(Kind.PEOPLE, Kind.RATERS)
                .map(kind -> new Step(kind, 0, 1, true, Weight.BLOCKING, "/impor?jenis=x")).toList();
        String page = page(language, new Preparation(false, steps, List.of(PERIOD), null), null, steps,
                FieldErrors.NONE);
        String nobody = language == Language.ID ? "Belum ada pegawai" : "Nobody is ";
        // Each in the notice and in the list.
        assertEquals(4, page.split(nobody, -1).length - 1, page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRefusalNamesWhatBlocksEachWithItsLink(Language language) {
        Preparation blocked = preparation(Weight.BLOCKING, false);
        String page = page(language, blocked, null, blocked.blocking(), FieldErrors.NONE);
        String notice = page.substring(page.indexOf("notice bad\" role=\"alert\""));
        assertEquals(Kind.values().length, notice.substring(0, notice.indexOf("</div>")).split("<a href").length - 1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aWrongWordIsToldAtItsFieldAndOnePackIsChosenAlready(Language language) {
        String page = page(language, preparation(Weight.DONE, false), null, List.of(),
                new FieldErrors(List.of(new FieldProblem("confirm", "Ketik samarinda"))));
        assertTrue(page.contains("href=\"#f-confirm\"") && page.contains("value=\"salah\""), page);
        assertTrue(page.contains("value=\"region-samarinda 1.0.0\" selected"), page);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whenLiveThereIsNothingToOpen(Language language) {
        String page = page(language, preparation(Weight.WARNING, true), null, List.of(), FieldErrors.NONE);
        assertFalse(page.contains("/persiapan/mulai"));
        assertTrue(page.contains("notice good"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theRehearsalShowsItsActsAnExampleAndWhatFailed(Language language) {
        Played good = new Played(PLACE, null, null, null, "GOOD",
                List.of(new Line(new Said("Nilai hasil", "Results score"), new BigDecimal("95.00"))));
        Played without = new Played(PLACE, Act.PLAN, "NO_SET", null, null, List.of());
        Played refused = new Played(PLACE, Act.SUGGESTION, "RULE", new Said("Aturan paket", "A rule of the pack"), null,
                List.of());
        String page = page(language, preparation(Weight.DONE, false),
                new Rehearsed("Triwulan I 2027", List.of(good, without, without, refused)), List.of(),
                FieldErrors.NONE);
        assertTrue(page.contains(language == Language.ID ? "Nilai hasil" : "Results score") && page.contains("95,00"));
        assertTrue(page.contains(language == Language.ID ? "Aturan paket" : "A rule of the pack"));
        assertEquals(1, page.split("/samarinda/impor\\?jenis=positions").length - 1, "alike failures are told once");
        assertTrue(page.contains(language == Language.ID ? "2 dari 4" : "2 of 4"), "who got as far as a suggestion");
        assertFalse(page.contains("Puskesmas <b>"));
        String nobody = page(language, preparation(Weight.DONE, false), new Rehearsed(null, List.of()), List.of(),
                FieldErrors.NONE);
        assertTrue(nobody.contains("notice warn"));
    }
}
