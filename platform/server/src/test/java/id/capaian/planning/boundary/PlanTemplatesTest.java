package id.capaian.planning.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.MenuItem;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.planning.Period;
import id.capaian.planning.Reading;
import id.capaian.planning.boundary.PeriodPages.PeriodsView;
import id.capaian.planning.control.BehaviorLine;
import id.capaian.planning.control.MovePeriod.PeriodState;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.ReadPlans.TeamLine;
import id.capaian.planning.entity.PeriodStatus;
import id.capaian.planning.entity.SkpStatus;
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

    private static PlanSheet sheet(SkpStatus status, boolean inForce) {
        Reading reading = new Reading(ID, "SMD.SAT", new BigDecimal("83.6"), "import", Instant.parse("2026-11-20T01:00:00Z"),
                400, 5200, null, null, null, null);
        return new PlanSheet(ID, ID, ID, "Perawat", "Puskesmas Palaran", status.name(), 1, inForce, "plan signed outside",
                "region-samarinda", "1.0.0", "samarinda.health", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), 3,
                List.of(new ResultLine(ID, "MAIN", 1, "Pasien terlayani", List.of(
                        line("SMD.SAT", "MAX", "80", null, reading), line("SMD.TMP", "RANGE_MAX", null, "36", null),
                        line("SMD.ERR", "ZERO", null, null, null)))));
    }

    private static IndicatorLine line(String code, String direction, String target, String low, Reading latest) {
        return new IndicatorLine(new UUID(7, 7), code, "Kepuasan <pasien>", "QUALITY", "IKM", direction, number(target),
                number(low), number(low), new BigDecimal("40"), "SERVICE", latest);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String render(String template, Language language, Object view) {
        Shell shell = new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"), "/samarinda/skp",
                "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti", Set.of("EMPLOYEE"),
                List.of(new MenuItem("SKP", "/samarinda/skp", true, true)), "token", null));
        return new String(new Templates().render(template, shell, view), StandardCharsets.UTF_8);
    }

    private static OwnPlanView own(SkpStatus status, boolean inForce, FieldErrors errors) {
        return OwnPlanView.of(new ReadPlan(PERIOD, sheet(status, inForce), null, null, BEHAVIOR), Map.of(), "", errors);
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
        String page = render("planning/own", Language.ID, OwnPlanView.of(
                new ReadPlan(PERIOD, sheet(SkpStatus.DRAFT, false), null, null, BEHAVIOR), Map.of("SMD.SAT", "banyak"), "",
                errors));
        assertTrue(page.contains("value=\"banyak\""), page);
        assertTrue(page.contains("Tulis angka lebih dari 0."), page);
    }

    @Test
    void offersAPlanToWhoHasNone() {
        String page = render("planning/own", Language.ID,
                OwnPlanView.of(new ReadPlan(PERIOD, null, null, null, List.of()), Map.of(), "", FieldErrors.NONE));
        assertTrue(page.contains("action=\"/samarinda/skp\""), page);
    }

    @ParameterizedTest
    @EnumSource(SkpStatus.class)
    void letsTheRaterDecideOnlyWhatWaits(SkpStatus status) {
        ReviewView view = new ReviewView(new ReadPlan(PERIOD, sheet(status, false), null, "Siti", BEHAVIOR), "", FieldErrors.NONE);
        String page = render("planning/review", Language.EN, view);
        assertEquals(status == SkpStatus.SUBMITTED, page.contains("/setujui\""));
        assertEquals(status == SkpStatus.REVISION_REQUESTED, page.contains("/tolak-revisi\""));
    }

    @Test
    void listsTheTeam() {
        String page = render("planning/team", Language.ID, new TeamView(List.of(
                new TeamLine(ID, "Siti", "Perawat", ID, "SUBMITTED", 1L), new TeamLine(ID, "Budi", "Bidan", null, null, null))));
        assertTrue(page.contains("/samarinda/skp/tim/" + ID), page);
        assertTrue(page.contains("Belum ada SKP"), page);
        assertTrue(render("planning/team", Language.EN, new TeamView(List.of())).contains("You rate nobody"));
    }

    @ParameterizedTest
    @EnumSource(PeriodStatus.class)
    void offersTheNextStepOfAPeriod(PeriodStatus status) {
        PeriodStatus next = status.next().stream().findFirst().orElse(null);
        PeriodsView view = new PeriodsView(List.of(new PeriodState(ID, "2026-Q4", "Triwulan IV 2026", "QUARTERLY",
                LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), status.name(), next, 4)), "Belum final: 3");
        for (Language language : Language.values()) {
            String page = render("planning/periods", language, view);
            assertTrue(page.contains("Belum final: 3"), page);
            assertEquals(next != null, page.contains("/samarinda/periode/" + ID + "/status"), page);
            assertEquals(next != null, page.contains("name=\"version\" value=\"4\""), page);
        }
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
    @CsvSource({"'24', 24", "'83,5', 83.5", "'83.5', 83.5", "' 5000 ', 5000", "'0,0001', 0.0001"})
    void readsNumbersAsPeopleTypeThem(String typed, BigDecimal number) {
        assertEquals(number, Decimals.positive(typed));
    }

    @ParameterizedTest
    @CsvSource({"'0'", "'-1'", "'1.000'", "'banyak'", "'1,23456'", "''"})
    void refusesWhatIsNoPlainNumberAboveZero(String typed) {
        assertNull(Decimals.positive(typed));
    }
}
