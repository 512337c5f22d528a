package id.capaian.statistics.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Assets;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Look;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Templates;
import id.capaian.kernel.page.Texts;
import id.capaian.statistics.control.Cube;
import id.capaian.statistics.control.CubeCell;
import java.io.IOException;
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
    private static final Cube NOTHING = new Cube(List.of(), null, "ID", "Indonesia", List.of(), 10);

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
    void fewPartsAreDrawnSideBySideAndManyAsTheWhole() {
        List<AreaView> areas = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            areas.add(new AreaView("REGION", "64.0" + i, "Kota " + i, 1, AT, List.of()));
        }
        var whole = new AreaView("PROVINCE", "64", "Kalimantan Timur", 6, AT, List.of());
        areas.add(whole);
        assertEquals(areas.subList(0, 5), drawn(areas));
        areas.add(0, new AreaView("REGION", "64", "Kalimantan Timur", 1, AT, List.of()));
        assertEquals(List.of(whole), drawn(areas));
        assertEquals(List.of(), drawn(List.of()));
    }

    private static List<AreaView> drawn(List<AreaView> areas) {
        return Chart.of(areas, List.of("GOOD")).groups().get(0).bars().stream().map(Chart.Bar::area).toList();
    }

    @Test
    void anAreaWhoseNumberOfEvaluatedIsHiddenHasNoShares() {
        AreaView area = Summaries.view(new Cube(List.of("2026-Q4"), "2026-Q4", "64", "Kalimantan Timur", List.of(
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
            for (SummaryView summary : List.of(summary(), nation(), view("63", "Kalimantan Selatan"),
                    Summaries.view(NOTHING, List.of()))) {
                String page = render(language, summary);
                assertFalse(page.contains("style=\""), "inline styles are refused");
                assertFalse(page.matches("(?s).*<[^>]* on[a-z]+=.*"), "and inline scripts");
                assertEquals(!summary.areas().isEmpty(), page.contains("role=\"img\""),
                        "a chart where there are figures");
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

    @Test
    void theNationLeadsToItsProvincesAndAProvinceBack() {
        String nation = render(Language.ID, nation());
        assertTrue(nation.contains("<h1>Kinerja ASN secara nasional</h1>"));
        assertTrue(nation.contains(
                "<a href=\"/nasional/?periode=2026-Q4&amp;wilayah=64\">Provinsi Kalimantan Timur</a>"), nation);
        assertFalse(nation.contains("Kembali ke seluruh Indonesia"));
        String province = render(Language.ID, summary());
        assertTrue(province.contains("<h1>Kinerja ASN Provinsi Kalimantan Timur</h1>"));
        assertTrue(province.contains("<a href=\"/nasional/?periode=2026-Q4\">Kembali ke seluruh Indonesia</a>"));
        assertTrue(province.contains("<input type=\"hidden\" name=\"wilayah\" value=\"64\">"),
                "another period, same place");
        assertFalse(province.contains("wilayah=64\">"), "it does not lead to itself");
    }

    @Test
    void aProvincesGovernmentIsToldFromTheProvince() {
        String page = render(Language.ID, view("64", "Kalimantan Timur",
                new CubeCell("REGION", "64", "Kalimantan Timur", "EVALUATED", "ALL", 50, null, null, 1, AT),
                cell("PROVINCE", "EVALUATED", "ALL", 77, null, null)));
        assertTrue(page.contains(">Pemerintah Provinsi Kalimantan Timur</th>"), page);
        assertTrue(page.contains(">Provinsi Kalimantan Timur</th>"), page);
    }

    @Test
    void aProvinceOfWhichNothingWasPublishedSaysSo() {
        String page = render(Language.ID, view("63", "Kalimantan Selatan"));
        assertTrue(page.contains("Belum ada pemerintah daerah di provinsi ini"), page);
        assertTrue(page.contains("name=\"periode\""), "and another period can be chosen");
        assertFalse(page.contains("<table"));
    }

    /** What programs get is written once and is the view as it always was written. */
    @Test
    void whatIsKeptForProgramsIsTheView() throws IOException {
        JsonNode kept = Json.mapper().readTree(new Summary(nation()).json());
        assertEquals(Json.mapper().readTree(Json.write(nation())), kept);
        assertEquals("ID", kept.path("areaCode").asText());
        assertEquals(List.of("PROVINCE", "NATION"), kept.findValuesAsText("level"));
        assertEquals(Set.of("level", "areaCode", "areaName", "tenantCount", "asOf", "figures"),
                Set.copyOf(fields(kept.path("areas").path(0))));
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** As a national analyst meets it: outside every tenant. */
    private static String render(Language language, SummaryView summary) {
        var shell = new Shell(new Texts(), new Assets(), new Look(language, ZoneId.of("Asia/Jakarta"), "/nasional/",
                "?bahasa=en", "/nasional", null, "Analis", Set.of("NATIONAL_ANALYST"), List.of(), "token", null));
        return new String(new Templates().render("statistics/national", shell, NationalPages.view(summary)),
                StandardCharsets.UTF_8);
    }

    /** Of a province with one government. */
    private static SummaryView summary() {
        return view("64", "Kalimantan Timur",
                cell("REGION", "EVALUATED", "ALL", 32, null, null), cell("REGION", "INDEX", "ALL", 20, "87.50", null),
                cell("REGION", "PREDICATE", "GOOD", null, null, "HIDDEN"),
                new CubeCell("REGION", "64.72", "Kota Samarinda", "PREDICATE", "VERY_GOOD", 14, null, null, 1,
                        AT.minusSeconds(60)),
                cell("PROVINCE", "EVALUATED", "ALL", 77, null, null));
    }

    private static SummaryView nation() {
        return view("ID", "Indonesia", cell("PROVINCE", "EVALUATED", "ALL", 77, null, null),
                cell("NATION", "EVALUATED", "ALL", 99, null, null));
    }

    private static SummaryView view(String area, String name, CubeCell... cells) {
        return Summaries.view(new Cube(List.of("2026-Q4"), "2026-Q4", area, name, List.of(cells), 10), List.of());
    }

    private static CubeCell cell(String level, String measure, String category, Integer persons, String mean,
            String suppression) {
        String[] area = switch (level) {
            case "REGION" -> new String[] {"64.72", "Kota Samarinda"};
            case "PROVINCE" -> new String[] {"64", "Kalimantan Timur"};
            default -> new String[] {"ID", "Indonesia"};
        };
        return new CubeCell(level, area[0], area[1], measure, category, persons,
                mean == null ? null : new BigDecimal(mean), suppression, level.equals("REGION") ? 1 : 2, AT);
    }
}
