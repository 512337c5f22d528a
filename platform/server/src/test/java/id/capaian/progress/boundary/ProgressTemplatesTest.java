package id.capaian.progress.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.people.Person;
import id.capaian.planning.Period;
import id.capaian.planning.PlanIndicator;
import id.capaian.progress.JudgementView;
import id.capaian.progress.ProgressView;
import id.capaian.progress.control.OpenProgress;
import id.capaian.progress.control.ReadProgress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of progress in both languages: open, held, and shown again with what was typed. */
class ProgressTemplatesTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Period Q4 = new Period(ID, "2026-Q4", "Triwulan IV 2026", "QUARTERLY",
            LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), "GRACE");
    private static final Period Q1 = new Period(new UUID(1, 3), "2027-Q1", "Triwulan I 2027", "QUARTERLY",
            LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31), "OPEN");
    private static final PlanIndicator INDICATOR = new PlanIndicator(ID, ID, ID, ID, "SMD.RSP", "Waktu tanggap", "TIME",
            "menit", "MIN", new BigDecimal("24"), null, null, null, "PERSON");
    private static final ProgressView ENTRY = new ProgressView(ID, ID, "SAVED", new BigDecimal("28"),
            "<b>antrean</b> pagi", null, null, NOW, 3,
            List.of(new ProgressView.EvidenceView(ID, "rekap.pdf", "application/pdf", 2048, "x", NOW)));
    private static final JudgementView ASKED =
            new JudgementView(false, "Lampirkan rekap Oktober", new BigDecimal("28"), ID, NOW);

    private static String entry(Language language, List<Period> offered, Problem heldBy, boolean typed) {
        OpenProgress.Opened opened = new OpenProgress.Opened(INDICATOR, Q4, offered, null, ENTRY, List.of(ASKED), null,
                true, heldBy);
        FieldErrors errors = typed ? new FieldErrors(List.of(new FieldProblem("typed", "belum tersimpan")))
                : FieldErrors.NONE;
        return render("progress/entry", language, new ProgressPageView(opened, typed, "27",
                typed ? "ketikan saya" : ENTRY.note(), List.of(), false, errors, "key"));
    }

    private static String review(Language language, boolean open, boolean changed) {
        return review(language, open, changed, false, false);
    }

    private static String review(Language language, boolean open, boolean changed, boolean settled, boolean dropped) {
        ReadProgress.Reviewed reviewed = new ReadProgress.Reviewed(
                new Person(ID, null, null, "Siti", "PNS", "III/a"), Q4, List.of(Q4, Q1), open,
                List.of(new ReadProgress.Line(INDICATOR, ENTRY, List.of(ASKED), settled, dropped)));
        return render("progress/review", language,
                new ReviewView(reviewed, "key", changed, ID, changed ? "ketikan saya" : "", FieldErrors.NONE));
    }

    private static String render(String template, Language language, Object view) {
        Shell shell = new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"),
                "/samarinda/skp", "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti",
                Set.of(Roles.EMPLOYEE, Roles.RATER), List.of(), "token", null));
        return new String(new Templates().render(template, shell, view), StandardCharsets.UTF_8);
    }

    @Test
    void sendsTheFormToThePeriodShown() {
        String page = entry(Language.ID, List.of(Q4), null, false);
        assertTrue(page.contains("action=\"/samarinda/skp/" + ID + "/progres?periode=2026-Q4\""), page);
        assertTrue(page.contains("&lt;b>antrean") || page.contains("&lt;b&gt;antrean"), "what people wrote is escaped");
        assertFalse(page.contains("<select"), "there is nothing to choose");
    }

    @Test
    void saysThatAFormIsOutOfReachAndCanStillBeSent() {
        for (Language language : Language.values()) {
            OpenProgress.Opened opened = new OpenProgress.Opened(INDICATOR, Q4, List.of(Q4), null, ENTRY, List.of(),
                    null, false, null);
            String page = render("progress/entry", language, new ProgressPageView(opened, true, "27", "ketikan saya",
                    List.of(), false, new FieldErrors(List.of(new FieldProblem("form", "belum tersimpan"))), "key"));
            assertTrue(page.contains("href=\"#f-form\""), page);
            assertTrue(page.contains("id=\"f-form\""), page);
            assertTrue(page.contains("ketikan saya"), "nothing else typed is lost");
            assertFalse(page.contains("progress.form"), "in words");
        }
    }

    @Test
    void saysWhatIsSavedAndAsksForTheFileAgain() {
        String unsaved = refused("value");
        assertTrue(unsaved.contains("masih ada di halaman ini, tetapi belum tersimpan."), unsaved);
        assertTrue(unsaved.contains("Bila tadi sudah memilih berkas, pilih lagi"), unsaved);
        assertTrue(unsaved.contains("data-guard=\"typed\""), "who leaves now is asked");
        String withoutFile = refused("evidence");
        assertTrue(withoutFile.contains("Isian sudah tersimpan; berkasnya belum."), withoutFile);
        assertFalse(withoutFile.contains("tetapi belum tersimpan"), withoutFile);
        assertTrue(withoutFile.contains("data-guard=\"yes\""), "nothing that was typed would be lost");
        assertTrue(withoutFile.contains("Bila tadi sudah memilih berkas, pilih lagi"), withoutFile);
        assertFalse(entry(Language.ID, List.of(Q4), null, false).contains("pilih lagi"), "nothing was chosen yet");
    }

    @Test
    void asksBeforeAReasonIsLost() {
        assertTrue(review(Language.ID, true, false).contains("data-guard=\"yes\""));
        assertTrue(review(Language.ID, true, true).contains("data-guard=\"typed\""));
    }

    private static String refused(String field) {
        OpenProgress.Opened opened = new OpenProgress.Opened(INDICATOR, Q4, List.of(Q4), null, ENTRY, List.of(), null,
                true, null);
        return render("progress/entry", Language.ID, new ProgressPageView(opened, true, "27", "ketikan saya",
                List.of(), false, new FieldErrors(List.of(new FieldProblem(field, "perlu diperbaiki"))), "key"));
    }

    @Test
    void offersAChoiceOnlyWhereThereIsOne() {
        String page = entry(Language.ID, List.of(Q1, Q4), null, false);
        assertTrue(page.contains("<option value=\"2027-Q1\">"), page);
        assertTrue(page.contains("<option value=\"2026-Q4\" selected>"), page);
    }

    @ParameterizedTest
    @EnumSource(value = Problem.class, names = {"MOVE_NOT_ALLOWED", "PERIOD_NOT_OPEN", "PLAN_NOT_ACTIVE"})
    void isToBeReadOnlyWhileNothingCanBeSaved(Problem heldBy) {
        for (Language language : Language.values()) {
            String page = entry(language, List.of(), heldBy, false);
            assertFalse(page.contains("type=\"submit\" class=\"button"), "nothing to send");
            assertFalse(page.contains("<textarea"), "nothing to type into");
            assertTrue(page.contains("antrean"), "what is recorded stays to be read");
            assertEquals(heldBy == Problem.MOVE_NOT_ALLOWED, page.contains("href=\"/samarinda/hasil\">"));
            assertTrue(entry(language, List.of(), heldBy, true).contains("ketikan saya"), "nothing typed is lost");
        }
    }

    @Test
    void letsTheRaterJudgeOnlyWhileThePeriodIsOpen() {
        for (Language language : Language.values()) {
            String open = review(language, true, false);
            assertTrue(open.contains("/samarinda/tim/" + ID + "/progres/" + ID + "?periode=2026-Q4\""), open);
            String closed = review(language, false, true);
            assertFalse(closed.contains("<textarea"));
            assertTrue(closed.contains("<div class=\"notice warn\" role=\"alert\">"), closed);
            assertTrue(closed.contains("ketikan saya"), "nothing typed is lost");
        }
    }

    @Test
    void saysThatThePlanInForceHasTheIndicatorNoMoreAndLetsTheRaterJudge() {
        String words = "tidak ada lagi dalam SKP yang berlaku";
        assertFalse(review(Language.ID, true, false).contains(words));
        String dropped = review(Language.ID, true, false, false, true);
        assertTrue(dropped.contains(words), dropped);
        assertTrue(dropped.contains("name=\"accepted\""), dropped);
        assertTrue(review(Language.EN, true, false, false, true).contains("has this indicator no more"));
    }

    @Test
    void offersTheRaterNothingOnceTheRatingsWereGiven() {
        for (Language language : Language.values()) {
            String settled = review(language, true, true, true, false);
            assertFalse(settled.contains("<textarea"));
            assertFalse(settled.contains("name=\"accepted\""), settled);
            assertTrue(settled.contains("antrean"), "what is recorded stays to be read");
            assertTrue(settled.contains("ketikan saya"), "nothing typed is lost");
            assertFalse(settled.contains("progress.review"), "in words");
        }
    }
}
