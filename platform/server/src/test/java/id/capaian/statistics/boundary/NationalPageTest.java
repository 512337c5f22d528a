package id.capaian.statistics.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.statistics.control.Cube;
import id.capaian.statistics.control.CubeCell;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page makes of cells. */
class NationalPageTest {

    private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    private static final Cube NOTHING = new Cube(List.of(), null, List.of(), 10);

    @Test
    void sharesAreOfTheEvaluatedAndRoundedHalfUp() {
        AreaView area = summary().areas().get(0);
        assertEquals(new BigDecimal("43.8"), area.figure("PREDICATE", "VERY_GOOD").share());
        assertNull(area.figure("PREDICATE", "GOOD").share());
        assertEquals("HIDDEN", area.figure("PREDICATE", "GOOD").suppression());
        assertNull(area.figure("INDEX", "ALL").persons());
        assertEquals(new BigDecimal("87.50"), area.figure("INDEX", "ALL").mean());
    }

    @Test
    void aRowIsAsOldAsItsOldestFigure() {
        SummaryView summary = summary();
        assertEquals(AT, summary.asOf());
        assertEquals(AT.minusSeconds(60), summary.areas().get(0).asOf());
        assertEquals(2, summary.tenantCount());
    }

    @Test
    void barsAreAsLongAsTheirShareAndHiddenOnesHaveNone() {
        NationalView view = NationalPages.view(summary());
        assertEquals(5, view.chart().groups().size());
        assertEquals(new BigDecimal("105.1"), view.chart().groups().get(0).bars().get(0).length());
        assertNull(view.chart().groups().get(1).bars().get(0).length());
    }

    @Test
    void manyGovernmentsAreDrawnAsTheNation() {
        List<AreaView> areas = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            areas.add(new AreaView("REGION", "64.0" + i, "Kota " + i, 1, AT, List.of()));
        }
        areas.add(new AreaView("NATION", "ID", "Indonesia", 6, AT, List.of()));
        Chart chart = Chart.of(areas, List.of("GOOD"));
        assertEquals(List.of("Indonesia"),
                chart.groups().get(0).bars().stream().map(bar -> bar.area().areaName()).toList());
    }

    @Test
    void anAreaWhoseNumberOfEvaluatedIsHiddenHasNoShares() {
        AreaView area = Summaries.view(new Cube(List.of("2026-Q4"), "2026-Q4", List.of(
                cell("REGION", "EVALUATED", "ALL", null, null, "HIDDEN"),
                cell("REGION", "PREDICATE", "GOOD", 14, null, null)), 10), List.of()).areas().get(0);
        assertNull(area.figure("PREDICATE", "GOOD").share());
        assertEquals("HIDDEN", area.figure("EVALUATED", "ALL").suppression());
    }

    @Test
    void withoutAnyFiguresThereIsStillAView() {
        SummaryView nothing = Summaries.view(NOTHING, List.of());
        assertNull(nothing.period());
        assertTrue(nothing.areas().isEmpty());
        assertFalse(NationalPages.view(nothing).categories().isEmpty());
    }

    @Test
    void rendersInBothLanguagesWithinTheContentSecurityPolicy() {
        for (Language language : Language.values()) {
            for (SummaryView summary : List.of(summary(), Summaries.view(NOTHING, List.of()))) {
                String page = render(language, summary);
                assertFalse(page.contains("style=\""), "inline styles are refused");
                assertFalse(page.matches("(?s).*<[^>]* on[a-z]+=.*"), "and inline scripts");
                assertEquals(summary.period() != null, page.contains("role=\"img\""), "a chart where there are figures");
            }
        }
    }

    @Test
    void aHiddenFigureIsExplainedInWords() {
        String page = render(Language.ID, summary());
        assertTrue(page.contains("<span class=\"hidden-text\">disembunyikan</span>"));
        assertTrue(page.contains("Batasnya 10 orang."));
        assertTrue(page.contains("Data sampai 24 Nov 2026 09.00 WIB."));
    }

    /** As a national analyst meets it: outside every tenant. */
    private static String render(Language language, SummaryView summary) {
        var shell = new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Jakarta"), "/nasional/",
                "?bahasa=en", "/nasional", null, "Analis", Set.of("NATIONAL_ANALYST"), List.of(), "token", null));
        return new String(new Templates().render("statistics/national", shell, NationalPages.view(summary)),
                StandardCharsets.UTF_8);
    }

    private static SummaryView summary() {
        return Summaries.view(new Cube(List.of("2026-Q4"), "2026-Q4", List.of(
                cell("REGION", "EVALUATED", "ALL", 32, null, null), cell("REGION", "INDEX", "ALL", 20, "87.50", null),
                cell("REGION", "PREDICATE", "GOOD", null, null, "HIDDEN"),
                new CubeCell("REGION", "64.72", "Kota Samarinda", "PREDICATE", "VERY_GOOD", 14, null, null, 1,
                        AT.minusSeconds(60)),
                cell("NATION", "EVALUATED", "ALL", 77, null, null)), 10), List.of());
    }

    private static CubeCell cell(String level, String measure, String category, Integer persons, String mean,
            String suppression) {
        boolean region = level.equals("REGION");
        return new CubeCell(level, region ? "64.72" : "ID", region ? "Kota Samarinda" : "Indonesia", measure, category,
                persons, mean == null ? null : new BigDecimal(mean), suppression, region ? 1 : 2, AT);
    }
}
