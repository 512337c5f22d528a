package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads a CSV or XLSX file into rows by heading. Cells are trimmed; rows without any text are skipped. Which of the two
 * it is, the first bytes say; what separates CSV columns, its first line says.
 */
final class ImportTable {

    /** More rows than this are no staff list. */
    private static final int MOST_ROWS = 200_000;
    /** Fewer bytes cannot be one, and the reader of workbooks does not look at fewer. */
    private static final int SHORTEST_WORKBOOK = 4;
    private static final String FILE = "file";
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    private final List<ImportColumn> columns;
    private final ImportProblems problems;
    private final ImportProblems warnings;
    private final List<ImportRow> rows = new ArrayList<>();

    private ImportTable(List<ImportColumn> columns, ImportProblems problems, ImportProblems warnings) {
        this.columns = columns;
        this.problems = problems;
        this.warnings = warnings;
    }

    /**
     * The rows of a file. A wrong heading is noted as problem of row 1 and no row is read.
     *
     * @throws ProblemException {@link Problem#UNSUPPORTED_FORMAT} when it is neither UTF-8 text nor a workbook
     */
    static List<ImportRow> read(byte[] file, List<ImportColumn> columns, ImportProblems problems, ImportProblems warnings) {
        ImportTable table = new ImportTable(columns, problems, warnings);
        try {
            if (file.length >= SHORTEST_WORKBOOK && ReadableWorkbook.isOOXMLZipHeader(file)) {
                table.readWorkbook(new ByteArrayInputStream(file));
            } else {
                table.readText(file);
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
        }
        return table.rows;
    }

    private void readText(byte[] file) throws IOException {
        try (Reader reader = utf8(file); CSVParser parser = CSVParser.parse(reader, format(file))) {
            List<String> headings = null;
            for (CSVRecord record : parser) {
                List<String> texts = Stream.of(record.values()).map(String::strip).toList();
                if (headings == null) {
                    headings = headings(texts);
                    if (headings.isEmpty()) {
                        return;
                    }
                } else {
                    addText((int) record.getRecordNumber(), headings, texts);
                }
            }
        }
        refuseEmpty();
    }

    private static Reader utf8(byte[] file) throws CharacterCodingException {
        // Decoded as a whole first: a file in another encoding must be refused, not read with question marks in names.
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .decode(java.nio.ByteBuffer.wrap(file));
        int bom = file.length > 2 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        return new InputStreamReader(new ByteArrayInputStream(file, bom, file.length - bom), StandardCharsets.UTF_8);
    }

    private static CSVFormat format(byte[] file) {
        char separator = ',';
        for (byte character : file) {
            if (character == '\n' || character == ';') {
                separator = character == ';' ? ';' : ',';
                break;
            }
        }
        return CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    }

    private void addText(int number, List<String> headings, List<String> texts) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < headings.size() && i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                cells.put(headings.get(i), texts.get(i));
            }
        }
        add(new ImportRow(number, cells, problems, warnings), cells);
    }

    private void readWorkbook(InputStream file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file, WITH_FORMATS);
                Stream<Row> lines = workbook.getFirstSheet().openStream()) {
            List<String> headings = null;
            for (Row line : (Iterable<Row>) lines::iterator) {
                if (headings == null) {
                    headings = headings(line.stream().map(cell -> cell == null ? "" : cell.getText().strip()).toList());
                    if (headings.isEmpty()) {
                        return;
                    }
                } else {
                    addCells(line, headings);
                }
            }
        }
        refuseEmpty();
    }

    private void addCells(Row line, List<String> headings) {
        Map<String, String> cells = new HashMap<>();
        List<String> numeric = new ArrayList<>();
        for (Cell cell : line) {
            if (cell == null || cell.getColumnIndex() >= headings.size() || cell.getType() == CellType.EMPTY) {
                continue;
            }
            String heading = headings.get(cell.getColumnIndex());
            String text = text(cell).strip();
            if (!text.isEmpty()) {
                cells.put(heading, text);
                if (cell.getType() == CellType.NUMBER) {
                    numeric.add(heading);
                }
            }
        }
        ImportRow row = new ImportRow(line.getRowNum(), cells, problems, warnings);
        columns.stream().filter(column -> column.digits() && numeric.contains(column.name()))
                .forEach(column -> row.problem(column.name(), "people.import.numericCell"));
        add(row, cells);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? cell.asDate().toLocalDate().toString() : written(cell.asNumber());
            case FORMULA -> cell.getValue() instanceof BigDecimal number ? written(number)
                    : cell.getRawValue() == null ? "" : cell.getRawValue();
            default -> cell.getText();
        };
    }

    /** As people here write it: what is a number in the workbook leaves open what its point means in no cell. */
    private static String written(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }

    private void add(ImportRow row, Map<String, String> cells) {
        if (cells.isEmpty()) {
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        rows.add(row);
    }

    /**
     * Headings in order, or an empty list when the file lacks some or has unknown ones (a misspelt one is not silence).
     */
    private List<String> headings(List<String> texts) {
        List<String> headings = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
        List<String> known = columns.stream().map(ImportColumn::name).toList();
        List<String> missing = columns.stream().filter(ImportColumn::required).map(ImportColumn::name)
                .filter(name -> !headings.contains(name)).toList();
        List<String> unknown = headings.stream().filter(name -> !name.isEmpty() && !known.contains(name)).toList();
        missing.forEach(name -> problems.add(1, name, "people.import.columnMissing", String.join(", ", known)));
        unknown.forEach(name -> problems.add(1, name, "people.import.columnUnknown", String.join(", ", known)));
        return missing.isEmpty() && unknown.isEmpty() ? headings : List.of();
    }

    private void refuseEmpty() {
        if (rows.isEmpty() && problems.count() == 0) {
            problems.add(1, FILE, "people.import.noRows");
        }
    }
}
