package id.capaian.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    /** A run takes hours: what it has measured is there after each part, and after a part that failed. */
    @Test
    void keepsWhatThereIsAndSaysWhatIsMissing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table-1.md");
        Report report = new Report("Here", file, List.of("a", "b", "c"));
        report.add("a", List.of(Row.atMost("a", "most resident memory", 1_000, "MB", 636.4, "")));
        assertEquals("| a | most resident memory | at most 1,000 MB | 636 MB | yes |", line(file, 4));
        assertEquals("Not measured: b, c.", line(file, 6));
        report.add("b", List.of(Row.failed("b", new IllegalStateException("no answer\nat all"))));
        assertEquals("| b | could not be measured |  | no answer | NO |", line(file, 5));
        report.add("c", List.of(Row.none("c", "lost", 0, "4")));
        assertEquals("Not measured: b.", line(file, 8));
        assertFalse(report.isWhole());
        report.add("b", List.of(Row.none("b", "lost", 0, "4")));
        assertTrue(report.isWhole());
        assertFalse(Files.readString(file).contains("Not measured"));
    }

    private static String line(Path file, int number) throws IOException {
        return Files.readAllLines(file).get(number);
    }

    @Test
    void tellsWhatWasMissed() {
        assertEquals("| a | page | at most 2.00 x floor | 1.50 x floor (3 ms) | yes |\n"
                + "| a | lost writes | 0 | 2 of 100 | NO |\n"
                + "| a | answers | none, told | p50 3 ms |  |\n",
                Report.lines(List.of(Row.atMost("a", "page", 2, "x floor", 1.5, "3 ms"),
                        Row.none("a", "lost writes", 2, "100"), Row.told("a", "answers", "p50 3 ms"))));
    }
}
