package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportProblems;
import id.capaian.people.control.SheetLine.CellKind;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet that was sent, with marks: what is wrong and the remedy in a column of its own, in words, and the cells
 * meant in colour. Texts are formatted as text, so that formulas stay words and long numbers keep their digits when
 * they are written again. What was a number stays one: its digits may be lost already, and as text nobody would see it.
 */
public final class MarkedSheet {

    /** Heading of the column of marks. */
    static final String TITLE = "kesalahan";
    private static final String TEXT_FORMAT = "@";
    private static final String RED = "FFC7CE";
    private static final int WORDS_WIDTH = 80;
    /** Most characters of a cell. */
    private static final int MOST = 32_000;
    private static final int FLUSHED = 500;

    private final Worksheet sheet;
    private final ImportDrafts.Marks marks;
    private int width;
    private int written;

    private MarkedSheet(Worksheet sheet, ImportDrafts.Marks marks) {
        this.sheet = sheet;
        this.marks = marks;
    }

    /**
     * What is wrong with a cell.
     *
     * @param place of the cell from the left, from 0; -1 when it is the row as a whole
     */
    public record Mark(int place, String text) {
    }

    /**
     * Writes the workbook.
     *
     * @throws ProblemException {@link Problem#UNSUPPORTED_FORMAT} when the file cannot be read as a sheet
     */
    public static void write(ImportDrafts.Marks marks, OutputStream out) throws IOException {
        try (Sheets sheets = Sheets.open(marks.file(), new ImportProblems(), new ImportProblems());
                Workbook workbook = new Workbook(out, "Capaian", "1.0")) {
            SheetSource source = source(sheets.sources(), marks);
            var marked = new MarkedSheet(workbook.newWorksheet(
                    source.name().isEmpty() ? "Data" : source.name()), marks);
            // The last column is wanted for the marks.
            marked.width = Math.min(marked.widthOf(source), WorkbookParts.MOST_COLUMNS - 1);
            source.read(marked::add);
            marked.sheet.width(marked.width, WORDS_WIDTH);
            marked.sheet.finish();
        }
    }

    private static SheetSource source(List<SheetSource> sources, ImportDrafts.Marks marks) throws IOException {
        SheetSource widest = null;
        int most = -1;
        for (SheetSource source : sources) {
            if (!marks.sheet().isEmpty() && source.name().equals(marks.sheet())) {
                return source;
            }
            int width = source.first(Headings.SEARCHED).stream().filter(line -> line.number() == marks.headingRow())
                    .mapToInt(line -> line.texts().size()).max().orElse(0);
            if (width > most) {
                most = width;
                widest = source;
            }
        }
        if (widest == null) {
            throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
        }
        return widest;
    }

    private int widthOf(SheetSource source) throws IOException {
        int[] most = {1};
        source.read(line -> {
            most[0] = Math.max(most[0], line.texts().size());
            return true;
        });
        return most[0];
    }

    private boolean add(SheetLine line) {
        int row = line.number() - 1;
        List<Mark> wrong = marks.problems().getOrDefault(line.number(), List.of());
        for (int i = 0; i < line.texts().size(); i++) {
            if (!line.text(i).isEmpty()) {
                copy(row, i, line);
            }
        }
        if (line.number() == marks.headingRow()) {
            sheet.value(row, width, TITLE);
            sheet.style(row, width).bold().set();
        }
        if (!wrong.isEmpty()) {
            mark(row, line, wrong);
        }
        if (++written % FLUSHED == 0) {
            flush();
        }
        return true;
    }

    private void copy(int row, int column, SheetLine line) {
        if (line.kind(column) == CellKind.NUMBER) {
            sheet.value(row, column, new BigDecimal(line.text(column).replace(',', '.')));
        } else {
            sheet.value(row, column, cut(line.text(column)));
            sheet.style(row, column).format(TEXT_FORMAT).set();
        }
    }

    private void mark(int row, SheetLine line, List<Mark> wrong) {
        wrong.stream().mapToInt(Mark::place).filter(place -> place >= 0).distinct()
                .forEach(place -> sheet.style(row, place).format(TEXT_FORMAT).fillColor(RED).set());
        String words = wrong.stream().map(Mark::text).distinct().collect(Collectors.joining("\n"));
        boolean heading = line.number() == marks.headingRow();
        sheet.value(row, width, cut(heading ? TITLE + ": " + words : words));
        sheet.style(row, width).format(TEXT_FORMAT).wrapText(true).fillColor(RED).set();
    }

    private static String cut(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
