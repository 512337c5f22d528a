package id.capaian.planning.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.FormGroup;
import id.capaian.extension.PackForm;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.MenuItem;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.people.Placement;
import id.capaian.planning.Period;
import id.capaian.planning.Reading;
import id.capaian.planning.PeriodUnfinished.Piece;
import id.capaian.planning.boundary.ManagePages.ManageView;
import id.capaian.planning.boundary.PeriodsView.Refusal;
import id.capaian.planning.boundary.PeriodsView.Typed;
import id.capaian.planning.boundary.PreparePages.PrepareView;
import id.capaian.planning.boundary.ResultFormView.TypedIndicator;
import id.capaian.planning.control.BehaviorLine;
import id.capaian.planning.control.ExtendPeriod.ExtensionState;
import id.capaian.planning.control.MakePlansInBulk.BulkAnswer;
import id.capaian.planning.control.MovePeriod.PeriodState;
import id.capaian.planning.control.OwnPlans;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.ReadPlans.MyPlans;
import id.capaian.planning.control.ReadPlans.OwnPosts;
import id.capaian.planning.control.ReadPlans.PersonPlans;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.ReadPlans.TeamLine;
import id.capaian.planning.entity.PeriodStatus;
import id.capaian.planning.entity.SkpStatus;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTemplatesTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Period PERIOD = new Period(ID, "2026-Q4", "Triwulan IV 2026", "QUARTERLY",
            LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), "OPEN");
    private static final List<BehaviorLine> BEHAVIOR =
            List.of(new BehaviorLine(1, "Akuntabel", "Accountable", List.of("Jujur"), "Tepat waktu"));

    private static final Map<String, String> TEXTS = Map.of("goals.label", "Tujuan", "goals.goal.label", "Isi",
            "goals.due.label", "Selesai pada", "asked.label", "Sudah dibahas");
    private static final Form FORM = new Form("samarinda.plan@1", new LocalizedText("Rencana", "Plan"),
            FormPurpose.PLAN,
            """
            {"type": "object", "required": ["goals"], "properties": {"asked": {"type": "boolean"}, "goals": {
              "type": "array", "maxItems": 2, "items": {"type": "object", "properties": {"goal": {"type": "string"},
                "due": {"type": "string", "format": "date"}}}}}}""", """
            {"type": "VerticalLayout", "elements": [{"type": "Control", "scope": "#/properties/asked"},
              {"type": "Control", "scope": "#/properties/goals", "options": {"detail": {"type": "VerticalLayout",
                "elements": [{"type": "Control", "scope": "#/properties/goal"},
                  {"type": "Control", "scope": "#/properties/due"}]}}}]}""", Map.of("id", TEXTS, "en", TEXTS));

    private static final Placement POST = new Placement(ID, ID, "Perawat <baru>", "FUNCTIONAL_EXPERT", "health", ID,
            "Puskesmas Sungai Kapih", "DEFINITIVE", LocalDate.of(2026, 11, 1), null);

    private static PlanSheet sheet(SkpStatus status, boolean inForce) {
        Reading reading = new Reading(ID, "SMD.SAT", new BigDecimal("83.6"), "import",
                Instant.parse("2026-11-20T01:00:00Z"),
                400, 5200, null, null, null, null);
        return new PlanSheet(ID, ID, ID, "Perawat", "Puskesmas Palaran", status.name(), 1, inForce,
                "plan signed outside",
                "region-samarinda", "1.0.0", "samarinda.health", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31),
                "samarinda.plan@1", "{\"goals\":[{\"goal\":\"Antrean pendek\",\"due\":\"2026-11-05\"}],\"asked\":true}",
                status != SkpStatus.SUBMITTED, 3, status == SkpStatus.ACTIVE, "DEFINITIVE", "FUNCTIONAL_EXPERT", List
                .of(
                new ResultLine(ID, "MAIN", 1, "Pasien terlayani", "Antrean di bawah satu jam", List.of(
                        line("SMD.SAT", "MAX", "80", null, reading), line("SMD.TMP", "RANGE_MAX", null, "36", null),
                        line("SMD.ERR", "ZERO", null, null, null)))));
    }

    private static IndicatorLine line(String code, String direction, String target, String low, Reading latest) {
        return new IndicatorLine(new UUID(7, 7), code, "Kepuasan <pasien>", "QUALITY", null, "IKM", direction,
                number(target),
                number(low), number(low), new BigDecimal("40"), latest == null ? "SERVICE" : "PERSON", latest);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String render(String template, Language language, Object view) {
        Shell shell = new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"),
                "/samarinda/skp",
                "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti", Set.of("EMPLOYEE"),
                List.of(new MenuItem("SKP", "/samarinda/skp", true, true)), "token", null));
        return new String(new Templates().render(template, shell, view), StandardCharsets.UTF_8);
    }

    private static OwnPlanView own(SkpStatus status, boolean inForce, FieldErrors errors) {
        return own(sheet(status, inForce), OwnPlanView.Typed.NOTHING, errors);
    }

    private static OwnPlanView own(PlanSheet plan, OwnPlanView.Typed typed, FieldErrors errors) {
        return own(plan, plan == null ? List.of(POST) : List.of(), typed, errors);
    }

    private static OwnPlanView own(PlanSheet plan, List<Placement> unplanned, OwnPlanView.Typed typed,
            FieldErrors errors) {
        OwnPlans plans = new OwnPlans(PERIOD, plan == null ? List.of() : List.of(plan));
        return new OwnPlanView(new MyPlans(new ReadPlan(PERIOD, plan, null, null, BEHAVIOR, FORM),
                new OwnPosts(plans, unplanned)), plan == null ? List.of() : groups(plan), true, typed, errors, "key");
    }

    private static List<FormGroup> groups(PlanSheet plan) {
        return new PackForm(FORM, "id").groups(plan.planAnswers());
    }

    @Test
    void saysWhoGotNoPlanForWantOfAPack() {
        String page = prepared(Language.ID, 4);
        assertTrue(page.contains("4 pegawai bekerja di unit tanpa paket aktif"), page);
        assertFalse(page.contains("Belum ada paket yang aktif"), page);
        assertFalse(prepared(Language.EN, 0).contains("without an enabled pack"));
    }

    private static String prepared(Language language, int withoutPack) {
        return render("planning/prepare", language,
                new PrepareView(new BulkAnswer(3, 2, Map.of(), withoutPack), null, "key"));
    }

    /** The pack is enabled, so to enable it is no remedy. */
    @Test
    void tellsAPackThatIsNotReadyFromNone() {
        assertTrue(refused(Language.ID, Problem.NO_PACK_ENABLED).contains("Belum ada paket yang aktif"));
        String page = refused(Language.ID, Problem.PACK_NOT_READY);
        assertTrue(page.contains("Paket daerah belum siap") && page.contains("tidak membuat SKP satu pun"), page);
        assertFalse(page.contains("Belum ada paket yang aktif"), page);
        String english = refused(Language.EN, Problem.PACK_NOT_READY);
        assertTrue(english.contains("This step made no plan") && !english.contains("No pack is enabled"), english);
    }

    private static String refused(Language language, Problem refusal) {
        return render("planning/prepare", language, PrepareView.of(null, refusal));
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void showsThePlanWhereverItStands(SkpStatus status) {
        for (Language language : Language.values()) {
            String page = render("planning/own", language, own(status, status == SkpStatus.ACTIVE, FieldErrors.NONE));
            assertTrue(page.contains("Puskesmas Palaran"), page);
            assertTrue(page.contains("Kepuasan &lt;pasien&gt;"), page);
            assertTrue(page.contains("83,6 IKM"), page);
        }
    }

    @Test
    void linksEachIndicatorOfAPlanInForceToItsProgress() {
        String link = "/samarinda/skp/" + new UUID(7, 7) + "/progres";
        assertTrue(render("planning/own", Language.ID, own(SkpStatus.ACTIVE, true, FieldErrors.NONE)).contains(link));
        assertFalse(render("planning/own", Language.ID, own(SkpStatus.DRAFT, false, FieldErrors.NONE)).contains(link));
    }

    @Test
    void keepsWhatWasTypedBesideItsMistake() {
        var errors = new FieldErrors(List.of(new FieldProblem("target-SMD.SAT", "Tulis angka lebih dari 0.")));
        String page = render("planning/own", Language.ID, own(sheet(SkpStatus.DRAFT, false),
                new OwnPlanView.Typed(Map.of("SMD.SAT", "banyak"), "", null), errors));
        assertTrue(page.contains("value=\"banyak\""), page);
        assertTrue(page.contains("data-guard=\"typed\""), "who leaves now is asked");
        assertTrue(page.contains("Tulis angka lebih dari 0."), page);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void keepsWhatItsOwnerTypedBeforeThePlanMovedOn(SkpStatus status) {
        String page = render("planning/own", Language.ID, own(sheet(status, false),
                new OwnPlanView.Typed(Map.of("SMD.SAT", "85"), "Target berubah", null), FieldErrors.NONE));
        assertEquals(status != SkpStatus.DRAFT, page.contains("<li>Kepuasan &lt;pasien&gt;: 85</li>"), page);
        boolean agreed = Set.of(SkpStatus.ACTIVE, SkpStatus.APPROVED).contains(status);
        assertEquals(agreed, page.contains("Target berubah</textarea>"), page);
        assertEquals(!agreed, page.contains("<li>Target berubah</li>"), page);
    }

    @Test
    void offersAPlanToWhoHasNone() {
        String page = render("planning/own", Language.ID,
                own(null, OwnPlanView.Typed.NOTHING, FieldErrors.NONE));
        assertTrue(page.contains("action=\"/samarinda/skp\""), page);
    }

    @Test
    void offersAPlanForThePostThatHasNone() {
        String page = render("planning/own", Language.ID, own(sheet(SkpStatus.ACTIVE, true), List.of(POST),
                OwnPlanView.Typed.NOTHING, FieldErrors.NONE));
        assertTrue(page.contains("Perawat &lt;baru&gt;"), page);
        assertTrue(page.contains("name=\"assignment\" value=\"" + ID + "\""), page);
        assertTrue(page.contains("href=\"/samarinda/skp/" + ID + "\""), page);
        assertTrue(page.contains("Revisi ditolak"), page);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void letsTheAdminEndWhatIsNotOver(SkpStatus status) {
        boolean over = status == SkpStatus.CLOSED || status == SkpStatus.CANCELLED;
        for (Language language : Language.values()) {
            String page = render("planning/manage", language, new ManageView("1990", new PersonPlans("Siti <Rahmah>",
                    List.of(sheet(status, true))), "besok", new FieldErrors(List.of(new FieldProblem(
                    ManageView.lastDayField(ID), "Tulis tanggal"))), null, "key"));
            assertTrue(page.contains("Siti &lt;Rahmah&gt;"), page);
            assertEquals(!over, page.contains("/skp/kelola/" + ID + "/tutup\""), page);
            assertEquals(!over, page.contains("value=\"besok\""), page);
            if (!over) {
                assertTwoSteps(page, "/skp/kelola/" + ID + "/batalkan");
            }
        }
        assertTrue(render("planning/manage", Language.ID, new ManageView("", null, "", FieldErrors.NONE, null, "key"))
                .contains("name=\"nip\""));
    }

    @Test
    void keepsEverythingTypedOfAResultAndSaysWhatIsWrong() {
        TypedIndicator row = new TypedIndicator(ID.toString(), "Arsip <rapi>", "TIME", "hari", "MIN", "0", "", "");
        for (Language language : Language.values()) {
            String page = render("planning/result", language, new ResultFormView(sheet(SkpStatus.DRAFT, false), 2, null,
                    new ResultFormView.Typed("ADDITIONAL", "Arsip tertata", List.of(row, row)), new FieldErrors(List.of(
                            new FieldProblem("indicator-1-target", "Angka lebih dari 0"))), "key"));
            assertTrue(page.contains("action=\"/samarinda/skp/" + ID + "/hasil/2\""), page);
            assertTrue(page.contains("Arsip &lt;rapi>"), page);
            assertTrue(page.contains("<option value=\"TIME\" selected"), page);
            assertTrue(page.contains("<option value=\"MIN\" selected"), page);
            assertTrue(page.contains("name=\"indicator-1-id\" value=\"" + ID + "\""), page);
            assertTrue(page.contains("href=\"#f-indicator-1-target\""), page);
            assertTrue(page.contains("name=\"wish\" value=\"-1\""), page);
            assertTwoSteps(page, "/hasil/2/hapus");
            assertTrue(page.contains("data-guard=\"typed\""), "who leaves now is asked");
            String first = page.substring(page.indexOf("<button type"), page.indexOf("</button>", page
                    .indexOf("<button type")));
            assertFalse(first.contains("name="), "Enter must not take a row away: " + first);
        }
    }

    @Test
    void asksAboutAResultOnlyWhenSomethingIsNotStored() {
        PlanSheet draft = sheet(SkpStatus.DRAFT, false);
        assertFalse(unsaved(draft, null, ResultFormView.Typed.blank(draft)));
        assertTrue(unsaved(draft, null, new ResultFormView.Typed("MAIN", "Arsip", List.of())));
        assertFalse(unsaved(draft, 1, ResultFormView.Typed.of(draft.results().get(0))));
        assertTrue(unsaved(draft, 1, ResultFormView.Typed.blank(draft)));
    }

    private static boolean unsaved(PlanSheet plan, Integer no, ResultFormView.Typed typed) {
        return new ResultFormView(plan, no, null, typed, FieldErrors.NONE, "key").isUnsaved();
    }

    /** What cannot be taken back is unfolded first. */
    private static void assertTwoSteps(String page, String action) {
        int form = page.indexOf(action + "\"");
        assertTrue(form > 0 && page.lastIndexOf("<details", form) > page.lastIndexOf("</details>", form), page);
    }

    @Test
    void locksAResultOfTheSetAndAPlanThatIsNoDraft() {
        String page = render("planning/result", Language.ID, new ResultFormView(sheet(SkpStatus.ACTIVE, true), 1,
                "planning.result.no-draft", ResultFormView.Typed.blank(sheet(SkpStatus.ACTIVE, true)), FieldErrors.NONE,
                "key"));
        assertFalse(page.contains("/hasil/1\""), page);
        assertTrue(page.contains("bukan draf lagi"), page);
    }

    @Test
    void keepsAResultThatWasTypedBeforeThePlanMovedOn() {
        TypedIndicator row = new TypedIndicator("", "Arsip <rapi>", "TIME", "hari", "MIN", "3,5", "", "");
        String page = render("planning/result", Language.ID, new ResultFormView(sheet(SkpStatus.SUBMITTED, false), null,
                "planning.result.no-draft", new ResultFormView.Typed("MAIN", "Arsip tertata", List.of(row)),
                FieldErrors.NONE, "key"));
        for (String text : List.of("Arsip tertata", "Arsip &lt;rapi&gt;", "hari", "3,5")) {
            assertTrue(page.contains("<li>" + text + "</li>"), page);
        }
    }

    @Test
    void tellsTheOwnerOfAnEmptyPlanWhatToDo() {
        PlanSheet filled = sheet(SkpStatus.DRAFT, false);
        PlanSheet empty = new PlanSheet(ID, ID, ID, "Arsiparis", "Dinas Kearsipan", "DRAFT", 1, false, null, null, null,
                null, filled.startsOn(), filled.endsOn(), null, null, true, 1, false, "DEFINITIVE", "EXECUTIVE",
                List.of());
        String page = render("planning/own", Language.ID, own(empty, OwnPlanView.Typed.NOTHING, FieldErrors.NONE));
        assertTrue(page.contains("Tambahkan hasil kerja"), page);
        assertTrue(page.contains("href=\"/samarinda/skp/" + ID + "/hasil/baru\""), page);
        assertFalse(page.contains("/target\""), page);
    }

    @Test
    void saysToWhomToTurnWithoutAPost() {
        String page = render("planning/own", Language.ID, own(null, List.of(), OwnPlanView.Typed.NOTHING,
                FieldErrors.NONE));
        assertTrue(page.contains("Mintalah kepegawaian"), page);
        assertFalse(page.contains("name=\"assignment\""), page);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void offersToGiveUpARevisionWhileAnAgreedVersionGoesOn(SkpStatus status) {
        boolean underRevision = Set.of(SkpStatus.DRAFT, SkpStatus.SUBMITTED, SkpStatus.RETURNED,
                SkpStatus.REVISION_REQUESTED).contains(status);
        assertEquals(underRevision, render("planning/own", Language.ID, own(status, true, FieldErrors.NONE))
                .contains("/batalkan-revisi\""));
        assertFalse(render("planning/own", Language.ID, own(status, false, FieldErrors.NONE))
                .contains("/batalkan-revisi\""));
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void letsTheRaterDecideOnlyWhatWaits(SkpStatus status) {
        String page = render("planning/review", Language.EN, review(status));
        assertEquals(status == SkpStatus.SUBMITTED, page.contains("/setujui\""));
        assertEquals(status == SkpStatus.REVISION_REQUESTED, page.contains("/tolak-revisi\""));
    }

    @Test
    void saysWhoseAValueIsByWhoReadsIt() {
        String own = render("planning/own", Language.ID, own(SkpStatus.ACTIVE, true, FieldErrors.NONE));
        assertTrue(own.contains("milik Anda.") && !own.contains("milik pegawai."), own);
        String review = render("planning/review", Language.ID, review(SkpStatus.ACTIVE));
        assertTrue(review.contains("milik pegawai.") && !review.contains("milik Anda."), review);
    }

    private static ReviewView review(SkpStatus status) {
        PlanSheet plan = sheet(status, false);
        return new ReviewView(new ReadPlan(PERIOD, plan, null, "Siti", BEHAVIOR, FORM), groups(plan), "",
                Map.of("result-1", "Antrean <30 menit"), FieldErrors.NONE, "key");
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void keepsANoteThatWasTypedBeforeThePlanMovedOn(SkpStatus status) {
        PlanSheet plan = sheet(status, false);
        String page = render("planning/review", Language.ID, new ReviewView(new ReadPlan(PERIOD, plan, null, "Siti",
                BEHAVIOR, FORM), groups(plan), "Target terlalu rendah", Map.of(), FieldErrors.NONE, "key"));
        boolean waits = Set.of(SkpStatus.SUBMITTED, SkpStatus.REVISION_REQUESTED).contains(status);
        assertEquals(waits, page.contains("Target terlalu rendah</textarea>"), page);
        assertEquals(!waits, page.contains("<li>Target terlalu rendah</li>"), page);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void takesExpectationsWhileAVersionIsPrepared(SkpStatus status) {
        String page = render("planning/review", Language.ID, review(status));
        boolean prepared = Set.of(SkpStatus.DRAFT, SkpStatus.SUBMITTED, SkpStatus.RETURNED).contains(status);
        assertEquals(prepared, page.contains("/ekspektasi\""));
        assertEquals(prepared, page.contains("Antrean &lt;30 menit</textarea>"));
        assertEquals(!prepared, page.contains("<li>Antrean &lt;30 menit</li>"), "nothing typed is lost");
        assertEquals(prepared, page.contains("name=\"value-1\""));
        assertTrue(page.contains("Ekspektasi pimpinan: Antrean di bawah satu jam"), page);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void asksForThePacksFormInADraftAndShowsItLater(SkpStatus status) {
        String page = render("planning/own", Language.ID, own(status, false, FieldErrors.NONE));
        boolean draft = status == SkpStatus.DRAFT;
        assertEquals(draft, page.contains("name=\"form.goals.0.goal\""));
        assertEquals(draft, page.contains("formaction=\"/samarinda/skp/" + ID + "/formulir#f-form.goals\""));
        assertEquals(!draft, page.contains("5 November 2026"));
        assertTrue(page.contains("Antrean pendek"), page);
    }

    @Test
    void leadsToTheFormAndSaysOfThePlanWithoutALink() {
        String page = render("planning/own", Language.ID, own(SkpStatus.DRAFT, false, new FieldErrors(List.of(
                new FieldProblem("plan", "Baru saja berubah."), new FieldProblem("form", "Tidak terbaca.")))));
        assertTrue(page.contains("<li>Baru saja berubah.</li>"), page);
        assertTrue(page.contains("<a href=\"#f-form\">Tidak terbaca.</a>"), page);
        assertTrue(page.contains("id=\"f-form\" tabindex=\"-1\">Tidak terbaca.</p>"), page);
    }

    @Test
    void saysAtABoxOfThePacksFormWhatIsWrongWithIt() {
        String page = render("planning/own", Language.ID, own(SkpStatus.DRAFT, false,
                new FieldErrors(List.of(new FieldProblem("form.asked", "Centang dulu.")))));
        assertTrue(page.contains("href=\"#f-form.asked\"") && page.contains("<input id=\"f-form.asked\""), page);
        assertTrue(page.contains("id=\"e-form.asked\">Centang dulu.</span>"), page);
        assertTrue(page.contains("aria-describedby=\"e-form.asked\""), page);
    }

    @Test
    void pressesNoRowButtonByEnter() {
        String page = render("planning/own", Language.ID, own(SkpStatus.DRAFT, false, FieldErrors.NONE));
        String form = page.substring(page.indexOf("/formulir\""));
        String first = form.substring(form.indexOf("<button"), form.indexOf("</button>"));
        assertFalse(first.contains("name="), first);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void saysThatThePlanIsNotAligned(SkpStatus status) {
        String page = render("planning/own", Language.ID, own(status, false, FieldErrors.NONE));
        assertEquals(status == SkpStatus.SUBMITTED, page.contains("Belum selaras dengan SKP pimpinan"));
    }

    @Test
    void listsTheTeam() {
        String page = render("planning/team", Language.ID, new TeamView(List.of(
                new TeamLine(ID, "Siti", "Perawat", ID, "SUBMITTED", 1L, false),
                new TeamLine(ID, "Budi", "Bidan", null, null, null, true))));
        assertEquals(2, page.split("Belum selaras dengan SKP pimpinan", -1).length);
        assertTrue(page.contains("/samarinda/skp/tim/" + ID), page);
        assertTrue(page.contains("Belum ada SKP"), page);
        assertTrue(render("planning/team", Language.EN, new TeamView(List.of())).contains("You rate nobody"));
    }

    @ParameterizedTest
    @EnumSource(PeriodStatus.class)
    void offersTheNextStepOfAPeriod(PeriodStatus status) {
        PeriodStatus next = status.next().stream().findFirst().orElse(null);
        PeriodsView view = periods(status, next, List.of(), FieldErrors.NONE);
        for (Language language : Language.values()) {
            String page = render("planning/periods", language, view);
            assertTrue(page.contains("Belum final: 3"), page);
            assertTrue(page.contains("<div class=\"notice bad\" role=\"alert\">"), page);
            assertTrue(page.contains("<a href=\"/samarinda/tim/7\">Siti &lt;Rahmah&gt;</a>")
                    || page.contains("<a href=\"/samarinda/tim/7\">Siti &lt;Rahmah&gt;</a>"), page);
            assertTrue(page.contains(language == Language.ID ? "Dan 2 lainnya" : "And 2 more"), page);
            assertEquals(next != null, page.contains("/samarinda/periode/" + ID + "/status"), page);
            assertEquals(next != null, page.contains("name=\"version\" value=\"4\""), page);
            assertEquals(next == PeriodStatus.CLOSED || next == PeriodStatus.ARCHIVED, page.contains("<summary>"),
                    "what cannot be taken back takes two steps");
            assertEquals(status != PeriodStatus.PLANNED && status != PeriodStatus.ARCHIVED,
                    page.contains("/samarinda/periode/perpanjangan"), page);
        }
    }

    @Test
    void showsExtensionsAndKeepsWhatWasTyped() {
        ExtensionState extension =
                new ExtensionState(ID, ID, "Puskesmas Palaran", LocalDate.of(2027, 1, 31), "Banjir", 2);
        PeriodsView view = periods(PeriodStatus.GRACE, PeriodStatus.CLOSED, List.of(extension),
                new FieldErrors(List.of(new FieldProblem("until", "Pilih tanggal lain"))));
        for (Language language : Language.values()) {
            String page = render("planning/periods", language, view);
            assertTrue(page.contains("/samarinda/periode/" + ID + "/perpanjangan/" + ID + "/cabut"), page);
            assertTrue(page.contains("Banjir") && page.contains("Pilih tanggal lain"), page);
            assertTrue(page.contains("value=\"2026-12-31\"") && page.contains("alasan saya"), page);
        }
    }

    private static PeriodsView periods(PeriodStatus status, PeriodStatus next, List<ExtensionState> extensions,
            FieldErrors errors) {
        return new PeriodsView(List.of(new PeriodState(ID, "2026-Q4", "Triwulan IV 2026", "QUARTERLY",
                LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), status.name(), next, 4)), extensions,
                List.of(new Option(ID.toString(), "Puskesmas Palaran")), new Refusal("Belum final: 3", List.of(
                        new Piece("Siti <Rahmah>", "Puskesmas", "planning.periods.over", "/tim/7")), 3),
                new Typed(ID.toString(), ID.toString(), "2026-12-31", "alasan saya"), errors, "key");
    }

    @ParameterizedTest
    @CsvSource({"people", "planning"})
    void saysEverythingInBothLanguages(String feature) throws IOException {
        assertEquals(keys(feature, "id"), keys(feature, "en"));
    }

    private static Set<String> keys(String feature, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("/texts/" + feature + "." + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames();
    }

    @ParameterizedTest
    @CsvSource({"'24', 24", "'1.000', 1000", "'83,5', 83.5", "'83.5', 83.5", "' 5000 ', 5000", "'0,0001', 0.0001"})
    void readsNumbersAsPeopleTypeThem(String typed, BigDecimal number) {
        assertEquals(number, Decimals.positive(typed));
    }

    @ParameterizedTest
    @CsvSource({"'0'", "'-1'", "'1,000.5'", "'banyak'", "'1,23456'", "''"})
    void refusesWhatIsNoPlainNumberAboveZero(String typed) {
        assertNull(Decimals.positive(typed));
    }
}
