package id.capaian.evaluation.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.MoverView.MoverSide;
import id.capaian.extension.ParameterForm;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.StepUnit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page of trials in both languages and every state, and the table of movers. */
class SimulationTemplatesTest {

    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final LocalizedText NAME = new LocalizedText("Uji", "Trial");
    private static final PackDescriptor PACK = new PackDescriptor("region-uji", "1.1.0", NAME, NAME, List.of(),
            List.of(),
            List.of(), List.of(), """
                    {"type": "object", "additionalProperties": false, "properties": {
                      "guard.ceiling": {"type": "number", "maximum": 120, "default": 110}}}""", Parameters.none(),
            Map.of());

    @Test
    void asksWhatToTryAndOnWhom() {
        for (Language language : Language.values()) {
            String page = render(language, FieldErrors.NONE, null, null);
            for (String part : List.of("method=\"get\" action=\"/samarinda/paket/region-uji/1.1.0/simulasi#hasil\"",
                    "name=\"form.guard.ceiling\"", "name=\"periode\"", "name=\"unit\"", "name=\"jenis\" value=\"coba\"",
                    "name=\"jenis\" value=\"banding\"")) {
                assertTrue(page.contains(part), part + " is not in " + page);
            }
            String form = page.substring(page.indexOf("<form method=\"get\""));
            assertTrue(page.contains("secret-token"), "the page has a form that carries it");
            assertFalse(form.substring(0, form.indexOf("</form>")).contains("token"), "an address must not");
        }
        String again = render(Language.ID, new FieldErrors(List.of(
                new FieldProblem("form.guard.ceiling", "Paling besar 120."))), null, null);
        assertTrue(again.contains("href=\"#f-form.guard.ceiling\"") && again.contains("id=\"e-form.guard.ceiling\""));
    }

    @Test
    void showsWhatADryRunFound() {
        RunAttention missed = new RunAttention(ID, HOSTILE, "Puskesmas", "NOT_SCORABLE", "BEHAVIOUR_MISSING", NAME);
        RunAttention fault = new RunAttention(ID, "Budi", "Puskesmas", "FAULT", "TIMEOUT", null);
        DryRunView found = new DryRunView("region-uji", "1.1.0", "uji.mutu@2025", "2026-Q4", "Triwulan IV", "Dinas",
                1240, 1, 1238, 1, 1, List.of(new DryRunView.RatingPair("ABOVE", "MEETS", "GOOD", 1238)),
                List.of(new DryRunView.MissedReason("NOT_SCORABLE", "BEHAVIOUR_MISSING", NAME, 1),
                        new DryRunView.MissedReason("FAULT", "TIMEOUT", null, 1)), List.of(missed, fault));
        for (Language language : Language.values()) {
            String page = render(language, FieldErrors.NONE, found, null);
            assertFalse(page.contains(HOSTILE), page);
            assertTrue(page.contains("1.238") && page.contains("/samarinda/tim/" + ID), page);
            assertTrue(page.contains(
                    "href=\"/samarinda/paket/region-uji/1.1.0?unit=&amp;form.guard.ceiling=105#aktifkan\""),
                    page);
            render(language, FieldErrors.NONE, new DryRunView("region-uji", "1.1.0", null, "2026-Q4", "Triwulan IV",
                    null,
                    0, 0, 0, 0, 0, List.of(), List.of(), List.of()), null);
            render(language, FieldErrors.NONE, new DryRunView("region-uji", "1.1.0", "uji.mutu@2025", "2026-Q4",
                    "Triwulan IV", null, 0, 0, 0, 0, 0, List.of(), List.of(), List.of()), null);
        }
    }

    @Test
    void showsWhoMovesAndWhy() {
        for (Language language : Language.values()) {
            String page = render(language, FieldErrors.NONE, null, replay(true, ID));
            assertFalse(page.contains(HOSTILE), page);
            assertTrue(page.contains("&amp;jenis=banding&amp;daftar=rating&amp;sesudah=" + ID), page);
            assertTrue(page.contains("/simulasi/unduh?periode=2026-Q4"), page);
            render(language, FieldErrors.NONE, null, replay(false, null));
            render(language, FieldErrors.NONE, null, new ReplayView("region-uji", "1.1.0", "uji.mutu@2025", "2026-Q4",
                    "Triwulan IV", null, true, 0, 12, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), null));
            render(language, FieldErrors.NONE, null, new ReplayView("region-uji", "1.1.0", null, "2026-Q4",
                    "Triwulan IV", null, true, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), null));
            render(language, FieldErrors.NONE, null, new ReplayView("region-uji", "1.1.0", "uji.mutu@2025", "2026-Q4",
                    "Triwulan IV", null, true, 3, 0, 0, 0, 3, List.of("region-uji 1.0.0"), List.of(), List.of(),
                    List.of(), null));
        }
        String page = render(Language.ID, FieldErrors.NONE, null, replay(true, ID));
        for (String part : List.of("Nilai hasil: dari 95,00 menjadi 85,50", "Nilai hasil: langkah baru, 85,50",
                "Nilai hasil: tadinya 95,00, sekarang tidak ada", "Tidak ada langkah yang berbeda",
                "Hasil kerja: Sesuai ekspektasi (95,00)", "UJI.NEW, yang tidak ada pada masukan",
                "Bobot dan target tetap menurut SKP", "Anda sendiri (1 orang) tidak ikut dihitung")) {
            assertTrue(page.contains(part), part + " is not in " + page);
        }
    }

    @Test
    void writesATableThatSpreadsheetsReadAndNoFormulaGetsIn() {
        String table = new MoversTable(shell(Language.ID)).of(replay(true, null).movers().subList(0, 1));
        String[] lines = table.split("\r\n");
        assertEquals(2, lines.length);
        assertTrue(lines[0].startsWith("\uFEFF\"Nama\";"), lines[0]);
        assertTrue(lines[1].startsWith("\"'=HYPERLINK(\"\"x\"\")\";\"Puskesmas\";\"Sesuai ekspektasi\";"), lines[1]);
        assertTrue(lines[1].endsWith("\"97,50\";\"92,75\";\"Nilai hasil\";\"95,00\";\"85,50\""), lines[1]);
    }

    private static ReplayView replay(boolean whole, UUID next) {
        MoverSide before = new MoverSide("SCORED", number("95.00"), number("100.00"), number("97.50"), "MEETS",
                "MEETS", null, null);
        MoverSide after = new MoverSide("SCORED", number("85.50"), number("100.00"), number("92.75"), "BELOW",
                "MEETS", null, null);
        MoverSide refused = new MoverSide("NOT_SCORABLE", null, null, null, null, null, "DATA_QUALITY", NAME);
        MoverSide fault = new MoverSide("FAULT", null, null, null, null, null, "FAILED", null);
        return new ReplayView("region-uji", "1.1.0", "uji.mutu@2025", "2026-Q4", "Triwulan IV", null, whole, 5, 1,
                1, 4, 1,
                List.of("region-uji 1.0.0"), List.of("UJI.NEW"),
                List.of(new ReplayView.RatingSpread("MEETS", 5, 1, 5, 5),
                        new ReplayView.RatingSpread("NONE", 0, 1, 0, 1)),
                List.of(mover("=HYPERLINK(\"x\")", before, after, "95.00", "85.50"),
                        mover(HOSTILE, before, after, null, "85.50"), mover("Citra", refused, after, "95.00", null),
                        new MoverView(ID, "Dedi", "Puskesmas", before, fault, null)), next);
    }

    private static MoverView mover(String name, MoverSide before, MoverSide after, String was, String is) {
        return new MoverView(ID, name, "Puskesmas", before, after, new MoverView.StepChange("NH",
                new LocalizedText("Nilai hasil", "Results"), StepUnit.POINTS, was == null ? null : number(was),
                is == null ? null : number(is)));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static String render(Language language, FieldErrors errors, DryRunView dryRun, ReplayView replay) {
        Shell shell = shell(language);
        SimulationPageView view = new SimulationPageView("region-uji", "Uji", "1.1.0",
                new ParameterForm(PACK, shell).groups("{}"), List.of(new Option("2026-Q4", "Triwulan IV")), "2026-Q4",
                List.of(new Option(ID.toString(), "Dinas")), "", true, errors,
                "periode=2026-Q4&unit=&form.guard.ceiling=105",
                "/paket/region-uji/1.1.0?unit=&form.guard.ceiling=105#aktifkan", dryRun, replay);
        return new String(new Templates().render("evaluation/simulation", shell, view), StandardCharsets.UTF_8);
    }

    private static Shell shell(Language language) {
        return new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Makassar"), "/samarinda/paket",
                "?bahasa=en", "/samarinda", "Kota Samarinda", "Siti", Set.of(Roles.REGION_HR_ADMIN), List.of(),
                "secret-token", null));
    }
}
