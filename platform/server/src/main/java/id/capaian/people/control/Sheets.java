package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportProblems;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** What a file may be read as. Which kind of file it is, its first bytes say, never its name. */
final class Sheets implements Closeable {

    /** Fewer bytes cannot be a workbook, and its reader does not look at fewer. */
    private static final int SHORTEST_WORKBOOK = 4;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private final List<SheetSource> sources;
    private final ReadableWorkbook workbook;

    private Sheets(List<SheetSource> sources, ReadableWorkbook workbook) {
        this.sources = sources;
        this.workbook = workbook;
    }

    /**
     * Opens a file. A kind of file that people often send instead is noted as a problem, and there is nothing to read.
     *
     * @throws ProblemException {@link Problem#UNSUPPORTED_FORMAT} when it is neither text nor a workbook
     */
    static Sheets open(byte[] file, ImportProblems problems, ImportProblems warnings) {
        try {
            String instead = insteadOf(file);
            if (instead != null) {
                problems.add(0, ImportProblems.FILE, instead);
                return new Sheets(List.of(), null);
            }
            if (file.length >= SHORTEST_WORKBOOK && ReadableWorkbook.isOOXMLZipHeader(file)) {
                WorkbookParts.refuseExhausting(file);
                ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                return new Sheets(XlsxSource.of(workbook), workbook);
            }
            return new Sheets(CsvSource.of(file, warnings), null);
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
        }
    }

    List<SheetSource> sources() {
        return sources;
    }

    @Override
    public void close() throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }

    /** Text about a kind of file that is taken for a sheet; null for all others. */
    private static String insteadOf(byte[] file) {
        if (file.length >= 2 * SHORTEST_WORKBOOK && ReadableWorkbook.isOLE2Header(file)) {
            return "people.import.oldWorkbook";
        }
        String beginning = new String(file, 0, Math.min(file.length, 100), StandardCharsets.ISO_8859_1).stripLeading()
                .replace("\u00EF\u00BB\u00BF", "").stripLeading();
        if (beginning.startsWith("<")) {
            return "people.import.webPage";
        }
        return beginning.startsWith("%PDF") ? "people.import.pdf" : null;
    }
}
