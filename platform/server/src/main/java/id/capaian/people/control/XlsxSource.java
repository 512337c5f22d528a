package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.control.SheetLine.CellKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A visible sheet of a workbook. */
final class XlsxSource implements SheetSource {

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    /** A format of zeros alone shows so many digits, zeros in front among them. */
    private static final Pattern ZEROS = Pattern.compile("0{2,15}");
    /** Numbers of a spreadsheet have at most so many digits on either side of the point, zeros included. */
    private static final int MOST_DIGITS = 400;
    /** 31 December 9999, the last day that spreadsheets know. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    /** Digits that a number of a spreadsheet keeps. */
    private static final int KEPT_DIGITS = 15;

    private final ReadableWorkbook workbook;
    private final Sheet sheet;

    private XlsxSource(ReadableWorkbook workbook, Sheet sheet) {
        this.workbook = workbook;
        this.sheet = sheet;
    }

    static List<SheetSource> of(ReadableWorkbook workbook) {
        return workbook.getSheets().filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .map(sheet -> (SheetSource) new XlsxSource(workbook, sheet)).toList();
    }

    @Override
    public String name() {
        return sheet.getName();
    }

    @Override
    public int read(Predicate<SheetLine> each) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> lines = rows.iterator();
            while (lines.hasNext()) {
                if (!each.test(line(lines.next()))) {
                    return 0;
                }
            }
        }
        return 0;
    }

    private SheetLine line(Row row) {
        if (row.getRowNum() < 1 || row.getRowNum() > MOST_LINES) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        List<String> texts = new ArrayList<>(row.getCellCount());
        List<CellKind> kinds = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            if (cell == null) {
                texts.add("");
                kinds.add(CellKind.TEXT);
            } else {
                add(cell, texts, kinds);
            }
        }
        return new SheetLine(row.getRowNum(), texts, kinds);
    }

    private void add(Cell cell, List<String> texts, List<CellKind> kinds) {
        BigDecimal number = cell.getValue() instanceof BigDecimal value ? value : null;
        boolean failed = isFailed(cell) || number != null && isEndless(number);
        String zeros = number == null || failed ? null : withZeros(number, cell.getDataFormatString());
        String text;
        CellKind kind = CellKind.TEXT;
        if (failed) {
            text = cell.getRawValue();
            kind = CellKind.FAILED;
        } else if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            text = cell.getFormula() == null ? "=" : "=" + cell.getFormula();
            kind = CellKind.UNCALCULATED;
        } else if (number == null) {
            text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        } else if (isDate(cell, number)) {
            text = day(number).toString();
        } else if (zeros != null) {
            text = zeros;
        } else {
            text = written(number);
            kind = CellKind.NUMBER;
        }
        texts.add(text == null ? "" : CellText.of(text));
        kinds.add(kind);
    }

    private static boolean isFailed(Cell cell) {
        return cell.getType() == CellType.ERROR
                || cell.getType() == CellType.FORMULA && cell.getRawValue() != null
                        && cell.getRawValue().startsWith("#");
    }

    private LocalDate day(BigDecimal number) {
        return (workbook.isDate1904() ? DAY_ZERO_1904 : DAY_ZERO)
                .plusDays(number.setScale(0, RoundingMode.FLOOR).longValue());
    }

    /** A few characters can mean more digits than any memory holds. */
    private static boolean isEndless(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS;
    }

    /** A number of 18 digits is a civil number whatever its format says, and no day. */
    private static boolean isDate(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        return format != null && number.signum() >= 0
                && number.setScale(0, RoundingMode.FLOOR).compareTo(LAST_DAY) <= 0
                && format.toLowerCase(Locale.ROOT).contains("yy");
    }

    /** What a format of zeros shows; null where the format is another, or digits may be lost. */
    private static String withZeros(BigDecimal number, String format) {
        if (format == null || !ZEROS.matcher(format).matches() || number.signum() < 0
                || number.stripTrailingZeros().scale() > 0 || number.precision() - number.scale() > KEPT_DIGITS) {
            return null;
        }
        String digits = number.toBigInteger().toString();
        return "0".repeat(Math.max(0, format.length() - digits.length())) + digits;
    }

    /** As people here write it: what is a number in the workbook leaves open what its point means in no cell. */
    private static String written(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
