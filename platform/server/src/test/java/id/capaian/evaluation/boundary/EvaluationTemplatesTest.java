package id.capaian.evaluation.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.entity.DistributionRule;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.HeadRatingOutdated;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.evaluation.entity.OrganisationStatus;
import id.capaian.evaluation.entity.Predicate;
import id.capaian.evaluation.entity.RunStatus;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Step;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.engine.DocumentPart;
import id.capaian.progress.Review;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page in both languages and every state: a missing text fails here and not in front of a reader. */
class EvaluationTemplatesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final List<Option> RATINGS = List.of(new Option("ABOVE", "A"), new Option("MEETS", "M"),
            new Option("BELOW", "B"));

    @ParameterizedTest
    @EnumSource(EvaluationStatus.class)
    void showsAnEvaluationInEveryState(EvaluationStatus status) {
        for (Language language : Language.values()) {
            for (String template : List.of("evaluation/one", "evaluation/result")) {
                String page = render(template, language, page(status.name(), EnumSet.allOf(Act.class)));
                assertFalse(page.contains(HOSTILE), "what people wrote is escaped");
                assertTrue(page.contains("&lt;script&gt;"));
                render(template, language, page(status.name(), EnumSet.noneOf(Act.class)));
            }
        }
    }

    /** Whatever somebody may type, the page that cannot take it any more shows it for copying. */
    @Test
    void knowsWhereEveryTextIsTyped() {
        EvaluationPageView nobody = page("FINAL", Set.of());
        for (String field : List.of("resultReason", "behaviourReason", "note", "note3", "returnNote", "reason",
                "explanation", "decisionReason", "order", "exclusion", "rater", "superior", "partiesOrder")) {
            EvaluationPageView late = new EvaluationPageView(nobody.evaluation(), null, List.of(), List.of(), List.of(),
                    FieldErrors.NONE, Map.of(field, "ketikan"), null, "k", 0, null, null, null, null);
            assertEquals(List.of("ketikan"), late.leftOver(), field);
        }
    }

    @Test
    void takesMarksAndRatingsInOneForm() {
        String page = render("evaluation/one", Language.ID,
                page("SELF_SUBMITTED", EnumSet.of(Act.MARK, Act.RATE)));
        String form = page.substring(page.indexOf("/nilai\""), page.indexOf("</form>", page.indexOf("/nilai\"")));
        for (String part : List.of("name=\"mark5\"", "name=\"marks\" value=\"yes\" formnovalidate", "name=\"rest\"",
                "name=\"resultRating\"", "name=\"behaviourReason\"", "Simpan penilaian</button>")) {
            assertTrue(form.contains(part), part + " is not in " + form);
        }
        assertTrue(page.contains("Dari 30 orang: 12 belum ditandai perilakunya, 4 siap dinilai"));
        assertTrue(page.contains("Tandai berikutnya: Budi") && page.contains("Nilai berikutnya: Citra"));
    }

    @Test
    void leadsToThePageWhereProgressIsAccepted() {
        TeamRow row = new TeamRow(ID, ID, "Siti", "Perawat", "Puskesmas", "SELF_FILLING", 3, null, null, null, null,
                false, null, null, null, null, null, 1);
        TeamView team = new TeamView(ID, "2026-Q4", "Triwulan IV", List.of(row));
        String list = render("evaluation/team", Language.ID, new TeamPageView(team, List.of(), List.of(), List.of(),
                Map.of(ID, review(2)), List.of(), "k", null));
        assertTrue(list.contains("/samarinda" + review(2).path()) && list.contains("2 isian menunggu"));
        assertTrue(list.contains("Tandai berikutnya (1 orang lagi)") && list.contains("Tandai perilaku: Siti"));
        String one = render("evaluation/one", Language.ID, page("SELF_SUBMITTED", Set.of()));
        assertTrue(one.contains("/samarinda" + review(2).path() + "#i-" + ID), "each line that waits leads there");
        assertTrue(one.contains("/samarinda/tim/" + ID + "/bukti/" + ID));
        assertFalse(render("evaluation/result", Language.ID, page("SELF_SUBMITTED", Set.of())).contains("/progres?"));
    }

    @Test
    void saysWhoFixedARatingAndWhyAFinalOneIsOpenAgain() {
        String decided = render("evaluation/result", Language.ID, page("FINAL", Set.of()));
        assertTrue(decided.contains("Keputusan atasan Pejabat Penilai Kinerja: Atasan"), decided);
        assertFalse(decided.contains("Dibuka kembali berdasarkan"));
        String reopened = render("evaluation/result", Language.ID, page("UNDER_REVIEW", Set.of()));
        assertTrue(reopened.contains("Dibuka kembali berdasarkan surat perintah 800/12/BKPSDM"));
        assertTrue(reopened.contains("Hasil final dan pembetulannya"));
        String planned = render("evaluation/result", Language.ID, page("NOT_STARTED", Set.of()));
        assertTrue(planned.contains("Periode ini belum dimulai"));
        assertFalse(planned.contains("belum disampaikan"));
    }

    @Test
    void namesWhatIsHandedInEmptyOrEarlyAndAsksForATick() {
        for (Language language : Language.values()) {
            assertEquals(3, List.of(submission(language, 2, true), submission(language, 2, false),
                    submission(language, 0, true)).stream().filter(page -> page.contains("name=\"confirmed\"")
                            && page.contains("class=\"button plain\"")).count());
            String ready = submission(language, 0, false);
            assertFalse(ready.contains("name=\"confirmed\""), ready);
            assertTrue(ready.contains("class=\"button primary\""), ready);
        }
        String page = submission(Language.ID, 2, true);
        assertTrue(page.contains("2 dari 3 indikator belum diisi") && page.contains("31 Desember 2026"), page);
        assertTrue(page.contains("<li>Indikator 1</li>"), page);
        assertTrue(page.contains("href=\"/samarinda/skp/" + ID + "/progres?periode=2026-Q4\""), page);
    }

    private static String submission(Language language, int empty, boolean early) {
        List<String> names = IntStream.range(0, empty).mapToObj(number -> "Indikator " + number).toList();
        return render("evaluation/result", language, page("SELF_FILLING", EnumSet.of(Act.SUBMIT),
                new SubmissionView(3, names, early, LocalDate.of(2026, 12, 31))));
    }

    /** Who accepts gives up the objection: that is said before, and takes two steps. */
    @Test
    void saysWhatAcceptingMeansBeforeItIsDone() {
        String page = render("evaluation/result", Language.ID, page("DELIVERED", EnumSet.of(Act.ACKNOWLEDGE)));
        int form = page.indexOf("/terima\"");
        String fold = page.substring(page.lastIndexOf("<details", form), form);
        assertTrue(fold.contains("<summary>Saya menerima hasil ini</summary>"), fold);
        assertTrue(fold.contains("keberatan tidak dapat diajukan lagi"), fold);
        assertFalse(fold.contains("</details>"), fold);
        assertTrue(page.contains("Ya, saya menerima</button>"), page);
    }

    @Test
    void tellsEverybodyWhatWentAnotherWayThanUsual() {
        for (String template : List.of("evaluation/one", "evaluation/result")) {
            assertTrue(render(template, Language.ID, page("UNDER_REVIEW", EnumSet.noneOf(Act.class)))
                    .contains("Tanpa pengajuan pegawai"));
            assertTrue(render(template, Language.ID, page("EXCLUDED", EnumSet.noneOf(Act.class)))
                    .contains("Alasan: &lt;script&gt;"));
        }
    }

    @Test
    void listsTheDocumentsOfAResultThatWasToldAndLeadsToThoseNotAtHand() {
        String address = "href=\"/samarinda/hasil/" + ID + "/dokumen";
        for (String template : List.of("evaluation/one", "evaluation/result")) {
            String told = render(template, Language.ID, page("DELIVERED", Set.of()));
            assertTrue(told.contains(address + "/uji.saran@1\">Anjuran</a> <span class=\"hint\">pengembangan</span>"),
                    told);
            assertTrue(told.contains(address + "/uji.apresiasi@1\">&lt;script&gt;"), told);
            assertFalse(render(template, Language.ID, page("RATED", Set.of())).contains("/dokumen"));
        }
        assertTrue(section(new DocumentsPanel(false, List.of())).contains(address + "\">Tampilkan dokumen"));
        assertFalse(section(new DocumentsPanel(true, List.of())).contains("/dokumen"), "nothing is offered");
    }

    private static String section(DocumentsPanel documents) {
        EvaluationPageView page = page("FINAL", Set.of());
        return render("evaluation/result", Language.ID, new EvaluationPageView(page.evaluation(), page.panel(),
                page.conduct(), page.progress(), page.ratings(), page.errors(), page.typed(), page.said(), page.key(),
                0, null, null, null, documents));
    }

    @Test
    void printsADocumentAsPlainTextAndSaysThatItIsNoOfficialForm() {
        List<DocumentPart> parts = List.of(new DocumentPart(DocumentPart.Kind.HEADING, List.of("Untuk Siti")),
                new DocumentPart(DocumentPart.Kind.PARAGRAPH, List.of(HOSTILE)),
                new DocumentPart(DocumentPart.Kind.LIST, List.of("Pelatihan A", HOSTILE)));
        for (Language language : Language.values()) {
            String page = render("evaluation/document", language, new DocumentView(ID, "uji.saran@1", "DEVELOPMENT",
                    "Anjuran", language.tag(), parts, "region-uji", "Uji", "1.2.0", NOW));
            assertFalse(page.contains(HOSTILE), "a pack brings text, not markup");
            for (String part : List.of("<h2>Untuk Siti</h2>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                    "<li>Pelatihan A</li>", "Uji (region-uji 1.2.0)", "uji.saran@1",
                    language == Language.ID ? "bukan formulir resmi" : "not an official form")) {
                assertTrue(page.contains(part), part + " is not in " + page);
            }
            assertTrue(render("evaluation/documentlist", language, new DocumentsView(ID, documents()))
                    .contains("/dokumen/uji.saran@1\">Anjuran</a>"));
            assertFalse(render("evaluation/documentlist", language, new DocumentsView(ID, List.of()))
                    .contains("/dokumen/"));
        }
    }

    @Test
    void keepsWhatWasTypedInARefusedForm() {
        String page = render("evaluation/one", Language.ID,
                page("SELF_SUBMITTED", EnumSet.of(Act.MARK, Act.RATE)));
        assertTrue(page.contains("ketikan saya"));
        assertTrue(page.contains("Alasan wajib"));
        assertTrue(page.contains("name=\"mark5\" value=\"BELOW\" checked"), "a mark that was ticked and not saved");
        assertTrue(page.contains("data-guard=\"typed\""), "who leaves now is asked");
        assertTrue(page.contains("<div class=\"notice good\" role=\"status\"><strong>Tersimpan</strong>"), page);
        assertFalse(page.contains("Salin bila masih diperlukan"));
        String movedOn = render("evaluation/one", Language.ID, page("DELIVERED", Set.of()));
        assertTrue(movedOn.contains("Salin bila masih diperlukan") && movedOn.contains("<li>ketikan saya</li>"));
    }

    @Test
    void leadsFromWhatIsWrongToItsFieldAndFromTheWholeNowhere() {
        List<String> fields = List.of("returnNote", "partiesOrder", "order", "exclusion");
        EvaluationPageView wrong = page("SELF_SUBMITTED", EnumSet.allOf(Act.class)).with(new FieldErrors(
                Stream.concat(fields.stream(), Stream.of("form")).map(field -> new FieldProblem(field, "Isi " + field))
                        .toList()));
        String page = render("evaluation/one", Language.ID, wrong);
        for (String field : fields) {
            assertTrue(page.contains("<a href=\"#f-" + field + "\">") && page.contains("id=\"f-" + field + "\""), page);
            assertTrue(page.contains("id=\"e-" + field + "\">Isi " + field), page);
        }
        assertTrue(page.contains("<li>Isi form</li>"), page);
    }

    @Test
    void readsOutTheHintAndTheMessageOfAGroupOfChoices() {
        String page = render("evaluation/one", Language.ID, page("SELF_SUBMITTED", EnumSet.of(Act.RATE)));
        assertDescribed(page, "h-resultRating");
        FieldErrors wrong = new FieldErrors(List.of(new FieldProblem("mark5", "Tandai Loyal.")));
        String refused = render("evaluation/one", Language.ID,
                page("SELF_SUBMITTED", EnumSet.of(Act.MARK)).with(wrong));
        assertDescribed(refused, "e-mark5");
        assertTrue(refused.contains("id=\"e-mark5\">Tandai Loyal.</span>"), refused);
    }

    private static void assertDescribed(String page, String id) {
        assertTrue(page.contains("aria-describedby=\"" + id + "\"") && page.contains("id=\"" + id + "\""), page);
    }

    @Test
    void showsTeamsAndResults() {
        for (Language language : Language.values()) {
            List<TeamRow> rows = Arrays.stream(EvaluationStatus.values()).map(status -> new TeamRow(ID, ID, "Siti",
                    "Perawat",
                    "Puskesmas", status.name(), 3, status.isBeforeRating() ? "NOT_SCORABLE" : "SCORED",
                    new BigDecimal("95.84"), status.isBeforeRating() ? null : "MEETS", "MEETS", true,
                    "MEETS", "MEETS", "GOOD", NOW,
                    NOW, 1)).toList();
            TeamView team = new TeamView(ID, "2026-Q4", "Triwulan IV", rows);
            render("evaluation/team", language, new TeamPageView(team, List.of(new Option("2026-Q4", "Q4")), rows,
                    List.of(rater(true), rater(false)), Map.of(ID, review(2)), spreads(), "k", null));
            render("evaluation/team", language, new TeamPageView(new TeamView(ID, "2026-Q4", "Triwulan IV", List.of()),
                    List.of(), List.of(), List.of(), Map.of(), List.of(), "k", null));
            render("evaluation/results", language, new OwnView(List.of(
                    new OwnRow(ID, ID, ID, "2026-Q4", "Triwulan IV", "Puskesmas", "DELIVERED", "VERY_POOR", NOW, 1))));
            render("evaluation/results", language, new OwnView(List.of()));
        }
    }

    @Test
    void saysWhyNobodyWasToldAndLeadsToWhereItCanBePutRight() {
        String incomplete = refused(ProblemException.of(Problem.RATER_LIST_INCOMPLETE, 2L));
        assertTrue(incomplete.contains("Masih 2 orang pada daftar penilai ini"), incomplete);
        assertTrue(incomplete.contains("href=\"/samarinda/tim/" + ID + "\">Perbaiki di sini: Siti</a>"), incomplete);
        String unjustified = refused(ProblemException.of(Problem.DISTRIBUTION_NOT_JUSTIFIED, "Puskesmas"));
        assertTrue(unjustified.contains("href=\"/samarinda/distribusi/" + ID
                + "?periode=2026-Q4\">Perbaiki di sini: Puskesmas</a>"), unjustified);
        String outdated = refused(new HeadRatingOutdated(ID));
        assertTrue(outdated.contains("href=\"/samarinda/tim/" + ID + "\">Perbaiki di sini: Siti</a>"), outdated);
        assertFalse(refused(ProblemException.of(Problem.RATER_LIST_NOT_SCORED)).contains("Perbaiki di sini"));
    }

    private static String refused(ProblemException why) {
        TeamRow row = new TeamRow(ID, ID, "Siti", "Perawat", "Puskesmas", "SELF_SUBMITTED", 7, null, null, null, null,
                false, null, null, null, null, null, 1);
        TeamPageView shown = new TeamPageView(new TeamView(ID, "2026-Q4", "Triwulan IV", List.of(row)), List.of(),
                List.of(), List.of(), Map.of(), spreads(), "k", null);
        String page = render("evaluation/team", Language.ID, shown.refused(why));
        assertTrue(page.contains("<div class=\"notice bad\" role=\"alert\">"), page);
        return page;
    }

    /** Who comes back to a page and sends its other form asks for something else than with the first. */
    @Test
    void givesFormsThatNoVersionTellsApartKeysOfTheirOwn() {
        TeamRow rated = new TeamRow(ID, ID, "Siti", "Perawat", "Puskesmas", "RATED", 7, "SCORED", BigDecimal.TEN, "MEETS",
                "MEETS", false, "MEETS", "MEETS", "GOOD", NOW, null, 1);
        String team = render("evaluation/team", Language.ID, new TeamPageView(new TeamView(ID, "2026-Q4", "Triwulan IV",
                List.of(rated)), List.of(), List.of(), List.of(), Map.of(), List.of(), "k", null));
        String runs = render("evaluation/runs", Language.ID, new RunsPageView(List.of(), List.of(), "2026-Q4", 0,
                List.of(new Option(ID.toString(), "Puskesmas")), "k"));
        String one = render("evaluation/one", Language.ID, page("SELF_SUBMITTED", EnumSet.of(Act.RATE, Act.COMPUTE)));
        for (String page : List.of(team, runs, one)) {
            List<String> keys = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page).results()
                    .map(found -> found.group(1)).toList();
            assertEquals(2, keys.size(), page);
            assertEquals(2, Set.copyOf(keys).size(), keys::toString);
        }
    }

    @Test
    void showsWhatLeadsToEvaluationsOfOthers() {
        TeamRow person = new TeamRow(ID, ID, HOSTILE, "Perawat", "Puskesmas", "CALIBRATING", 7, "SCORED",
                new BigDecimal("95.84"), "MEETS", "MEETS", false, "ABOVE", "MEETS", "GOOD", NOW, null, 1);
        List<Option> periods = List.of(new Option("2026-Q4", "Triwulan IV"));
        FoundView second = new FoundView(List.of(new FoundRow(ID, ID, HOSTILE, "199001012015031001", "Puskesmas",
                "2026-Q4", "Triwulan IV", "FINAL")), 2, 50, 120);
        SearchInput wanted = new SearchInput(HOSTILE, ID, "FINAL", "2026-Q4", 2);
        for (Language language : Language.values()) {
            String list = render("evaluation/calibrations", language, new CalibrationPageView(new CalibrationsView(
                    List.of(new CalibrationRow(person, null, "2026-Q4", "Triwulan IV"))), periods, "2026-Q4"));
            assertTrue(list.contains("/samarinda/tim/" + ID));
            render("evaluation/calibrations", language,
                    new CalibrationPageView(new CalibrationsView(List.of()), periods, null));
            String found = render("evaluation/search", language, new SearchPageView(wanted, second, periods, periods,
                    periods));
            assertTrue(found.contains("value=\"1\"") && found.contains("value=\"3\""), "pages before and after");
            assertTrue(found.contains("51–51"), found);
            List.of(list, found).forEach(page -> assertFalse(page.contains(HOSTILE)));
            render("evaluation/search", language, new SearchPageView(wanted, null, periods, periods, periods));
            render("evaluation/search", language, new SearchPageView(wanted,
                    new FoundView(List.of(), 1, 50, 0), periods, periods, periods));
        }
    }

    @Test
    void spellsOutWhatAStepWasMadeOf() {
        LocalizedText results = new LocalizedText("Waktu tanggap", "Response time");
        id.capaian.plugin.api.Step achievement = new id.capaian.plugin.api.Step("achievement.SMD.RSP", results,
                "2 − r ÷ 24", new BigDecimal("75.00"), StepUnit.PERCENT, List.of("SMD.RSP"), null);
        id.capaian.plugin.api.Step total = new id.capaian.plugin.api.Step("NP",
                new LocalizedText("Perilaku", "Conduct"), "mean", new BigDecimal("100.00"), StepUnit.POINTS,
                List.of("achievement.SMD.RSP", "mark.LOYAL", "fact.people", "parameter.x"),
                new LocalizedText("catatan", "remark"));
        List<GivenView> given = List.of(
                new GivenView("INDICATOR", "SMD.RSP", new BigDecimal("30"), "24", null, "import", NOW),
                new GivenView("MARK", "LOYAL", null, null, "MEETS", null, null),
                new GivenView("FACT", "people", BigDecimal.TEN, null, null, null, null),
                new GivenView("PARAMETER", "x", new BigDecimal("1.5"), null, null, null, null));
        ExplanationView explanation = new ExplanationView(List.of(achievement, total), List.of(), null);
        StepWords id = new StepWords(explanation, given, Map.of("x", "Tambahan nilai (poin)"), shell(Language.ID));
        assertEquals(new Step("Waktu tanggap", "nilai 30, target 24, sumber import · cara: 2 − r ÷ 24", "75,00 %"),
                id.step(achievement));
        assertEquals("Waktu tanggap 75,00 %; Loyal: sesuai ekspektasi; pegawai yang dinilai 10;"
                + " Tambahan nilai (poin): 1,5 · cara: mean · catatan", id.step(total).detail());
        assertEquals("Waktu tanggap", id.nameOf("SMD.RSP"));
        assertEquals("Response time 75,00 %; Loyal: meets expectation; people rated 10; x: 1,5 · how: mean · remark",
                new StepWords(explanation, given, Map.of(), shell(Language.EN)).step(total).detail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0.70 × NH | 0,70 × NH",
        "(term.A + term.B) ÷ 0.75 | (term.A + term.B) ÷ 0,75",
        "('TSL.CIT' in c ? dec('0.70') : dec('0.80')) * NH | ('TSL.CIT' in c ? dec('0,70') : dec('0,80')) * NH",
        "RANGE_MAX 36.5..38.25 | RANGE_MAX 36,5..38,25",
        "0.25 × achievement.KTM.1.2 | 0,25 × achievement.KTM.1.2",
        "min(0.5, NH) + max(NP,0.5) | min(0.5, NH) + max(NP,0.5)",
        "min(120, 0.50 * NH) | min(120, 0,50 * NH)",
    })
    void writesTheNumbersOfACalculationAsAllOthers(String stored, String shown) {
        id.capaian.plugin.api.Step step = new id.capaian.plugin.api.Step("X", new LocalizedText("a", "b"), stored,
                BigDecimal.TEN, StepUnit.POINTS, List.of(), null);
        assertEquals("cara: " + shown, how(step, Language.ID));
        assertEquals("how: " + shown, how(step, Language.EN));
    }

    /** Else 100 against 80 is shown as r ÷ 80 and 120 %, and nothing says why. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "achievement.X | 120.00 | r ÷ 80 · capaian paling tinggi 120 % | r ÷ 80 · an achievement is at most 120 %",
        "achievement.X | 0.00   | r ÷ 80 · capaian paling rendah 0 %   | r ÷ 80 · an achievement is at least 0 %",
        "achievement.X | 119.99 | r ÷ 80                               | r ÷ 80",
        "NR            | 120.00 | r ÷ 80                               | r ÷ 80",
    })
    void saysOfAnAchievementAtAnEdgeThatTheScaleEndsThere(String name, BigDecimal value, String indonesian,
            String english) {
        id.capaian.plugin.api.Step step = new id.capaian.plugin.api.Step(name, new LocalizedText("a", "b"), "r ÷ 80",
                value, StepUnit.PERCENT, List.of(), null);
        assertEquals("cara: " + indonesian, how(step, Language.ID));
        assertEquals("how: " + english, how(step, Language.EN));
    }

    @Test
    void saysInWordsHowTheMeanOfMarksWasMade() {
        Map<BehaviourValue, Mark> marks = Arrays.stream(BehaviourValue.values())
                .collect(Collectors.toMap(Function.identity(), value -> Mark.MEETS));
        id.capaian.plugin.api.Step mean = Kernel.behaviour(marks).steps().get(0);
        assertEquals("cara: rata-rata tujuh nilai perilaku", how(mean, Language.ID));
        assertEquals("how: mean of the seven values of conduct", how(mean, Language.EN));
    }

    private static String how(id.capaian.plugin.api.Step step, Language language) {
        ExplanationView explanation = new ExplanationView(List.of(step), List.of(), null);
        return new StepWords(explanation, List.of(), Map.of(), shell(language)).step(step).detail();
    }

    @Test
    void showsOrganisations() {
        List<OrganisationRow> rows = Arrays.stream(OrganisationStatus.values()).map(status -> new OrganisationRow(ID,
                "U1",
                "Puskesmas", null, status.name(), status == OrganisationStatus.DRAFT ? null : "EXCELLENT", "x", NOW,
                status == OrganisationStatus.FIXED, 1)).toList();
        List<Option> achievements = Arrays.stream(OrganisationAchievement.values())
                .map(one -> new Option(one.name(), one.name())).toList();
        for (Language language : Language.values()) {
            String again = render("evaluation/organisation", language, new OrganisationPageView(
                    new OrganisationView(ID, "2026-Q4", "Triwulan IV", rows), List.of(), achievements, errors(), ID,
                    new OrganisationInput("GOOD", "ketikan saya"), "k"));
            for (String field : List.of("reason", "achievement")) {
                assertTrue(again.contains("href=\"#f-" + field + "\"") && again.contains("id=\"f-" + field + "\""), again);
                assertDescribed(again, "e-" + field);
            }
            assertTrue(render("evaluation/organisation", language, new OrganisationPageView(
                    new OrganisationView(ID, "2026-Q4", "Triwulan IV", List.of()), List.of(), achievements,
                    FieldErrors.NONE, ID, null, "k")).contains(
                            language == Language.ID ? "oleh pimpinan di atasnya" : "by the leader above it"));
        }
    }

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void showsRunsInEveryState(RunStatus status) {
        boolean over = status == RunStatus.DONE || status == RunStatus.NEEDS_ATTENTION;
        RunView run = new RunView(ID, ID, "Triwulan IV", null, null, status.name(),
                status == RunStatus.BLOCKED ? "evaluation.blocked.PACK_NOT_READY" : null, "region-x", "1.0.0", "sha",
                        "f@2025",
                400, 3, 200, 198, 1, 1, NOW, over ? NOW : null);
        List<RunAttention> attention = List.of(
                new RunAttention(ID, "Siti", "Puskesmas", "NOT_SCORABLE", "DATA_QUALITY", new LocalizedText("a", "b")),
                new RunAttention(ID, "Budi", "Puskesmas", "FAULT", "TIMEOUT", null));
        for (Language language : Language.values()) {
            String page = render("evaluation/run", language, new RunDetail(run, attention));
            assertTrue(over != page.contains("hx-get"), "a run that is over asks no more");
            assertTrue(page.contains(
                    language == Language.ID ? "3 pegawai tidak dihitung" : "3 people are not computed"), page);
            render("evaluation/runprogress", language, new RunDetail(run, List.of()));
            String missing = language == Language.ID ? "1.204 orang pada periode ini belum punya"
                    : "1.204 people of this period have no";
            assertTrue(render("evaluation/runs", language, new RunsPageView(List.of(run),
                    List.of(new Option("2026-Q4", "Q4")), "2026-Q4", 1204,
                    List.of(new Option(ID.toString(), "Puskesmas")), "k")).contains(missing));
            assertFalse(render("evaluation/runs", language, new RunsPageView(List.of(), List.of(), "2026-Q4", 0,
                    List.of(), "k")).contains("notice warn"));
        }
    }

    static EvaluationPageView page(String status, Set<Act> may) {
        return page(status, may, new SubmissionView(3, List.of("Pasien", HOSTILE), true, LocalDate.of(2026, 12, 31)));
    }

    private static EvaluationPageView page(String status, Set<Act> may, SubmissionView submission) {
        boolean known = EvaluationStatus.valueOf(status).isKnownToThePerson();
        ObjectionView objection = new ObjectionView(HOSTILE, NOW, status.equals("OBJECTED") ? null : "ya", NOW, NOW,
                NOW,
                status.equals("FINAL") ? "CHANGED" : null, "x", NOW);
        EvaluationView evaluation = new EvaluationView(ID, ID, ID, "2026-Q4", "Triwulan IV", ID, "Siti", "Perawat", ID,
                "Puskesmas", "Rater", "Superior", HOSTILE, status, known ? "EXCELLENT" : null, !known,
                List.of(new MarkView("LOYAL", "ABOVE", "tepat waktu")), null, new ProposalView("ABOVE", "MEETS",
                        "EXCELLENT"),
                known ? "ABOVE" : null, known ? "MEETS" : null, known ? "GOOD" : null,
                known ? new FixedView("RATER_SUPERIOR", "Atasan") : null, known ? new FixedView("RATER", null) : null,
                known ? "alasan" : null, null,
                        "catatan",
                NOW, NOW, NOW, NOW, NOW, status.equals("FINAL") ? NOW : null, objection, finals(),
                "800/12/BKPSDM", may.contains(Act.SUBMIT) ? submission : null, status.equals("UNDER_REVIEW"),
                status.equals("EXCLUDED") ? HOSTILE : null, may, 3);
        List<ConductView> conduct = List.of(new ConductView(5, "Loyal", "Loyal", List.of("Menjaga nama baik")));
        SuggestionPanel panel = panel();
        List<ProgressRow> progress = List.of(new ProgressRow(ID, "Pasien", BigDecimal.TEN, "orang", BigDecimal.ONE,
                "SAVED", "x",
                List.of(new ProgressRow.File(ID, "bukti.pdf"))));
        return new EvaluationPageView(evaluation, panel, conduct, progress, RATINGS, errors(),
                Map.of("resultReason", "ketikan saya", "mark5", "BELOW", "note1", "dengan <catatan>"), "Tersimpan",
                "k", 12, "28 Januari 2027", review(2).path(), new QueueView(30, 12, 4, new QueueView.Next(ID, "Budi"),
                        new QueueView.Next(ID, "Citra")), known ? new DocumentsPanel(true, documents()) : null);
    }

    private static List<DocumentRow> documents() {
        return List.of(new DocumentRow("uji.apresiasi@1", "RECOGNITION", HOSTILE),
                new DocumentRow("uji.saran@1", "DEVELOPMENT", "Anjuran"));
    }

    private static List<FinalResultView> finals() {
        return List.of(new FinalResultView(1, "LAPSED", "ABOVE", "MEETS", "GOOD", null, null, "GOOD", null, NOW),
                new FinalResultView(2, "DECIDED", "BELOW", "MEETS", "NEEDS_IMPROVEMENT", "x", null, "GOOD",
                        "800/12/BKPSDM", NOW));
    }

    private static SuggestionPanel panel() {
        return new SuggestionPanel("Saran", "Indeks", List.of(new Step("NH", "0.70 × NH", "65,84")),
                List.of("SMD.SAT: belum layak nilai"), true, "Dihitung");
    }

    @Test
    void showsDistributions() {
        for (Language language : Language.values()) {
            for (DistributionView spread : spreads()) {
                String page = render("evaluation/distributions", language,
                        new DistributionPageView(spread, errors(), HOSTILE, "k"));
                assertFalse(page.contains(HOSTILE));
                assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "nothing typed is lost");
            }
        }
    }

    @Test
    void leadsToTheReasonOfADistributionAndSaysWhatChanged() {
        FieldErrors stale = new FieldErrors(List.of(new FieldProblem("form", "Baru saja diubah.")));
        String page = render("evaluation/distributions", Language.ID,
                new DistributionPageView(spreads().get(0), stale, "ketikan saya", "k"));
        assertTrue(page.contains("<li>Baru saja diubah.</li>"), page);
        assertTrue(page.contains("ketikan saya</textarea>") && page.contains("name=\"version\" value=\"1\""), page);
    }

    private static List<DistributionView> spreads() {
        List<DistributionView.Count> counts = Arrays.stream(Predicate.values()).map(predicate ->
                new DistributionView.Count(predicate.name(), 2)).toList();
        List<DistributionView.RuleView> rules = Arrays.stream(DistributionRule.Kind.values()).map(kind ->
                new DistributionView.RuleView(List.of("NEEDS_IMPROVEMENT", "POOR"), kind.name(), 70, 7, 4,
                        kind != DistributionRule.Kind.MAX_PERCENT)).toList();
        return List.of(
                new DistributionView(ID, "Puskesmas", ID, "2026-Q4", "GOOD", 12, 10, true, 10, counts, rules, null,
                        null, true, 1),
                new DistributionView(ID, "Puskesmas", ID, "2026-Q4", "GOOD", 12, 10, true, 10, counts, rules, HOSTILE,
                        NOW, true, 1),
                new DistributionView(ID, "Puskesmas", ID, "2026-Q4", null, 3, 10, false, 0, counts, List.of(), null,
                        null, false, 0));
    }

    private static Review review(int waiting) {
        return new Review(ID, "Siti", ID, "2026-Q4", "Triwulan IV", LocalDate.of(2026, 12, 31), waiting);
    }

    private static RaterPanel rater(boolean own) {
        return new RaterPanel("Kepala", own, !own, panel());
    }

    private static FieldErrors errors() {
        return new FieldErrors(List.of(new FieldProblem("resultReason", "Alasan wajib"), new FieldProblem("reason",
                "x"),
                new FieldProblem("achievement", "x")));
    }

    private static String render(String template, Language language, Object view) {
        Shell shell = shell(language);
        String page = new String(new Templates().render(template, shell, view), StandardCharsets.UTF_8);
        assertFalse(page.contains("style=\""), "the content security policy refuses inline styles");
        return page;
    }

    private static Shell shell(Language language) {
        return new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"),
                "/samarinda/tim", "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti",
                Set.of(Roles.RATER, Roles.REGION_HR_ADMIN, Roles.PERF_MANAGER), List.of(), "token", null));
    }
}
