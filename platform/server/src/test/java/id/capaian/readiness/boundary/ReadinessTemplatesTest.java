package id.capaian.readiness.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.Scorability.Said;
import id.capaian.extension.boundary.PageSample;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Turn;
import id.capaian.planning.Period;
import id.capaian.readiness.control.Found;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.Listed;
import id.capaian.readiness.control.Post;
import id.capaian.readiness.control.ReadReadiness.Frame;
import id.capaian.readiness.control.Reason;
import id.capaian.readiness.control.Stage;
import id.capaian.readiness.control.UnitState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The readiness page and its sheet in both languages and every state. */
class ReadinessTemplatesTest {

    private static final String HOSTILE = "=1+1<script>";
    private static final UUID UNIT = UUID.randomUUID();
    private static final Period PERIOD = new Period(UUID.randomUUID(), "2026-Q4", "Triwulan IV 2026", "QUARTERLY",
            LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), "OPEN");
    private static final Frame FRAME = new Frame(PERIOD, LocalDate.of(2026, 11, 24), null, Set.of(UNIT),
            List.of(PERIOD));

    private static Listed listed(Reason... reasons) {
        return new Listed(new Post(UUID.randomUUID(), UUID.randomUUID(), UNIT, "Puskesmas", UUID.randomUUID(), null,
                true, Stage.WORKING, Set.of()), HOSTILE, List.of(reasons));
    }

    private static Map<Gap, Integer> gaps() {
        Map<Gap, Integer> gaps = new EnumMap<>(Gap.class);
        Stream.of(Gap.values()).forEach(gap -> gaps.put(gap, gap.ordinal()));
        return gaps;
    }

    private static String page(Language language, Gap filter, Found found, Turn turn) {
        Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
        Stream.of(Stage.values()).forEach(stage -> stages.put(stage, stage.ordinal()));
        return PageSample.render("readiness/readiness", language, new ReadinessPageView(FRAME,
                List.of(new UnitState(UNIT, "01", "Puskesmas", 10, gaps(), stages)), gaps(), 10, filter, found, turn,
                List.of(new Option(UNIT.toString(), "Puskesmas"))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhyAndLinksToWhereItIsMended(Language language) {
        Reason formula = new Reason("DATA_QUALITY", new Said("Kurang dari separuh bobot", "Less than half the weight"),
                List.of(new Said("SLC.PAT: tidak ada nilai", "SLC.PAT: no value")));
        String page = page(language, null, new Found(List.of(listed(formula),
                listed(new Reason("FAILED", null, List.of()), new Reason("NO_RATER", null, List.of()))), UNIT), null);
        assertTrue(page.contains(language == Language.ID ? "Kurang dari separuh bobot" : "Less than half the weight"));
        assertTrue(page.contains(language == Language.ID ? "SLC.PAT: tidak ada nilai" : "SLC.PAT: no value"));
        assertTrue(page.contains("/samarinda/impor?jenis=indicator-values")
                && page.contains("/samarinda/impor?jenis=rater-lines") && page.contains("/samarinda/paket"));
        assertTrue(page.contains("&amp;sesudah=" + UNIT), page);
        assertFalse(page.contains(HOSTILE), "a name is text");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyGapHasATileThatFiltersAndWordsOfItsOwn(Language language) {
        String page = page(language, Gap.NO_RATER, new Found(List.of(), null), new Turn(null, "/x", "1–50"));
        for (Gap gap : Gap.values()) {
            assertTrue(page.contains("&amp;saring=" + gap + "#daftar"), gap.name());
            assertEquals("readiness.reason." + gap, ReadinessPageView.key(new Reason(gap.name(), null, List.of())));
        }
        assertEquals(1, page.split("aria-current=\"true\"").length - 1);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theBarHasAWrittenTwin(Language language) {
        String page = page(language, null, new Found(List.of(), UNIT), null);
        assertEquals(Stage.values().length, page.split("<rect ").length - 1);
        assertTrue(page.contains("x=\"30\" y=\"0\" width=\"30\"") || page.contains("width=\"30\""), page);
        assertTrue(page.contains(language == Language.ID ? "4 selesai" : "4 finished"), page);
        assertFalse(page.contains("0 tanpa SKP"), "what nobody is at is not told");
    }

    @Test
    void theSheetKeepsWordsWords() throws IOException {
        var sheet = new ReadinessSheet(PageSample.shell(Language.ID));
        sheet.add(List.of(listed(new Reason("NO_PLAN", null, List.of()))));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.finished()))) {
            var rows = book.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals(HOSTILE, rows.get(1).getCell(0).getText());
            assertEquals("STRING", rows.get(1).getCell(0).getType().name());
            assertEquals("Tidak punya SKP dalam periode ini.", rows.get(1).getCell(2).getText());
        }
    }
}
