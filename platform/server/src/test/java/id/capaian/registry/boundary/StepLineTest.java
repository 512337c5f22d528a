package id.capaian.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Texts;
import id.capaian.registry.control.OrderStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the reconciler said of a step, in the reader's language. */
class StepLineTest {

    private static final Path ADMIN = Path.of("../admin/src/main/java");

    private static String said(Language language, String lines) {
        return StepLine.of(new OrderStep("SEED", "DONE", lines, null, null), GovernmentTemplatesTest.shell(language));
    }

    @Test
    void saysEachLineInTheLanguageOfThePage() {
        String lines = "make period 2026-Q4\nset answerDays to 14\nset rights of t_bahari on 47 tables";
        assertEquals("Periode 2026-Q4 dibuat\nPengaturan answerDays menjadi 14\nHak t_bahari atas 47 tabel ditetapkan",
                said(Language.ID, lines));
        assertEquals("Period 2026-Q4 made\nSetting answerDays set to 14\nRights of t_bahari on 47 tables set",
                said(Language.EN, lines));
        assertEquals("Paket yang ditawarkan: region-tubei, region-samarinda",
                said(Language.ID, "offer packs [region-tubei, region-samarinda]"));
        assertEquals("bahari kini aktif", said(Language.ID, "set state of bahari to ACTIVE"));
        assertEquals("Tabel t_bahari dibuat, versi 7", said(Language.ID, "migrate t_bahari from none to 7"));
    }

    @Test
    void leavesWhatItDoesNotKnowAsItWasWritten() {
        assertEquals("Keycloak refused.", said(Language.ID, "Keycloak refused."));
        assertNull(said(Language.ID, null));
    }

    /** Else a line worded anew would be English on an Indonesian page, and nobody would notice. */
    @Test
    void knowsTheLinesAsTheAdminModuleWritesThem() throws IOException {
        try (Stream<Path> files = Files.walk(ADMIN)) {
            String sources = files.filter(file -> file.toString().endsWith(".java")).map(StepLineTest::text)
                    .collect(Collectors.joining());
            for (StepLine line : StepLine.values()) {
                assertTrue(sources.contains('"' + line.beginning()), line::beginning);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
