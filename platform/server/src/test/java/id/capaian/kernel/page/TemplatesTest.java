package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final int FIRST_LOAD = 30 * 1024;

    private final Assets assets = new Assets();

    @Test
    void rendersEveryComponentInBothLanguages() {
        for (Language language : Language.values()) {
            String page = new String(new Templates().render("kernel/style", shell(language), null), StandardCharsets.UTF_8);
            assertTrue(page.contains("<html lang=\"" + language.tag() + "\">"), page);
            assertFalse(page.contains("style=\""), "the content security policy refuses inline styles");
            assertFalse(page.matches("(?s).*<[^>]* on[a-z]+=.*"), "and inline scripts");
        }
    }

    @Test
    void escapesWhatPeopleWrote() {
        var view = new ProblemView("<script>", "a & b", List.of(), "/", "x", "r");
        String page = new String(new Templates().render("kernel/problem", shell(Language.ID), view), StandardCharsets.UTF_8);
        assertTrue(page.contains("&lt;script&gt;"));
        assertTrue(page.contains("a &amp; b"));
    }

    @Test
    void leadsOnFromAProblemOrSaysWhatToDoWhereItIsBestToStay() {
        assertTrue(problem("/samarinda/kesiapan?unit=7").contains("href=\"/samarinda/kesiapan?unit=7\">Lanjut</a>"));
        String sent = problem(null);
        assertTrue(sent.contains("<p>Lanjut</p>"), sent);
    }

    private String problem(String href) {
        return new String(new Templates().render("kernel/problem", shell(Language.ID),
                new ProblemView("a", "b", List.of(), href, "Lanjut", "r")), StandardCharsets.UTF_8);
    }

    @Test
    void staysSmallOnTheFirstVisit() throws IOException {
        int total = gzipped(new Templates().render("kernel/style", shell(Language.ID), null));
        for (String name : List.of("capaian.css", "capaian.js", "capaian.svg", "htmx.min.js")) {
            total += gzipped(assets.find(name).orElseThrow().bytes());
        }
        assertTrue(total <= FIRST_LOAD, "first load is " + total + " bytes");
    }

    @Test
    void writesTimesInTheTenantsZone() {
        assertEquals("24 Nov 2026 09.10 WITA", shell(Language.ID).instant(Instant.parse("2026-11-24T01:10:00Z")));
    }

    @Test
    void writesNumbersWithACommaAndRoundsHalfUp() {
        assertEquals("1.099,35", shell(Language.EN).number(new BigDecimal("1099.345"), 2));
    }

    private Shell shell(Language language) {
        return new Shell(new Texts(), assets, new Look(language, ZoneId.of("Asia/Makassar"), "/samarinda/", "?bahasa=en",
                "/samarinda", "Kota Samarinda", "Siti", Set.of(), List.of(new MenuItem("Beranda", "/samarinda/", true, true)),
                "token", null));
    }

    private static int gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
