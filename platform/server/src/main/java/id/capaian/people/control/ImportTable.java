package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportProblems;
import id.capaian.people.ImportRow;
import id.capaian.people.control.Headings.Heading;
import id.capaian.people.control.SheetLine.CellKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/**
 * Reads a CSV or XLSX file into rows by column. Rows without any text, and the row of column numbers that offices write
 * under the headings, are skipped.
 */
final class ImportTable {

    /** More rows with data than this, sound or not, are no staff list. */
    private static final int MOST_ROWS = 200_000;
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]+)?[eE]\\+?[0-9]{1,2}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{9,}[.,]0+");
    private static final Pattern FAILURE = Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|#+)");

    private final List<ImportColumn> columns;
    private final ImportProblems problems;
    private final ImportProblems warnings;
    private final List<ImportRow> rows = new ArrayList<>();
    private final int required;
    private Headings headings = Headings.in(List.of(), List.of());
    private List<Used> used = List.of();
    private Set<String> present = Set.of();
    private String sheet = "";
    private boolean readable;
    private int read;

    private ImportTable(List<ImportColumn> columns, ImportProblems problems, ImportProblems warnings) {
        this.columns = columns;
        this.required = (int) columns.stream().filter(ImportColumn::required).count();
        this.problems = problems;
        this.warnings = warnings;
    }

    /** The rows of a file whose headings mean what they seem to mean. */
    static List<ImportRow> read(byte[] file, List<ImportColumn> columns, ImportProblems problems,
            ImportProblems warnings) {
        return read(file, columns, headings -> Map.of(), problems, warnings).rows;
    }

    /**
     * Reads a file. Wrong headings are noted as problems of their row, and no row is read.
     *
     * @param told what somebody said that headings stand for, by {@link Heading#key}
     * @throws ProblemException {@link Problem#UNSUPPORTED_FORMAT} when it is neither text nor a workbook;
     *                          {@link Problem#BODY_TOO_LARGE}
     */
    static ImportTable read(byte[] file, List<ImportColumn> columns, Function<Headings, Map<String, String>> told,
            ImportProblems problems, ImportProblems warnings) {
        ImportTable table = new ImportTable(columns, problems, warnings);
        try (Sheets sheets = Sheets.open(file, problems, warnings)) {
            table.read(sheets.sources(), told);
        } catch (IOException | UncheckedIOException | ExcelReaderException e) {
            throw new ProblemException(Problem.UNSUPPORTED_FORMAT);
        }
        return table;
    }

    List<ImportRow> rows() {
        return rows;
    }

    /** How many lines with data there were, also those that are no rows. */
    int read() {
        return read;
    }

    Headings headings() {
        return headings;
    }

    /** Whether there is a sheet at all; else it is another kind of file, and the problems say which. */
    boolean isSheet() {
        return readable;
    }

    /** Name of the sheet that was read; empty for a text file. */
    String sheet() {
        return sheet;
    }

    /** A column that is read, and the place of its cells. */
    private record Used(int index, ImportColumn column) {
    }

    private record Candidate(SheetSource source, Headings headings) {
    }

    private void read(List<SheetSource> sources, Function<Headings, Map<String, String>> told) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (SheetSource source : sources) {
            Headings found = Headings.in(source.first(Headings.SEARCHED), columns);
            candidates.add(new Candidate(source, found.told(told.apply(found))));
        }
        readable = !candidates.isEmpty();
        if (!readable) {
            if (problems.count() == 0) {
                problems.add(0, ImportProblems.FILE, "people.import.noHeadings", names());
            }
            return;
        }
        List<Candidate> complete = candidates.stream().filter(one -> one.headings().isComplete(columns)).toList();
        if (complete.size() > 1) {
            problems.add(0, ImportProblems.FILE, "people.import.severalSheets", complete.stream()
                    .map(one -> one.source().name()).collect(Collectors.joining(", ")));
            return;
        }
        Candidate chosen = complete.isEmpty() ? likeliest(candidates) : complete.get(0);
        headings = chosen.headings();
        sheet = chosen.source().name();
        if (areUsable()) {
            used = used();
            present = used.stream().map(one -> one.column().name()).collect(Collectors.toUnmodifiableSet());
            int broken = chosen.source().read(this::add);
            if (broken > 0) {
                problems.add(broken, "", "people.import.quote");
            }
            if (rows.isEmpty() && problems.count() == 0) {
                problems.add(headings.row(), ImportProblems.FILE, "people.import.noRows");
            }
        }
    }

    /** By known headings, then by how many there are: the wrong separator makes one of all. */
    private static Candidate likeliest(List<Candidate> candidates) {
        // The first of equals, which max() would not give.
        return candidates.stream().sorted(Comparator.comparingLong((Candidate one) -> -one.headings().score())
                .thenComparingInt(one -> -one.headings().all().size())).findFirst().orElseThrow();
    }

    private String names() {
        return columns.stream().map(ImportColumn::name).collect(Collectors.joining(", "));
    }

    /** Whether the headings are all there and all known: a misspelt one is not silence. */
    private boolean areUsable() {
        int before = problems.count();
        String known = names();
        if (headings.all().isEmpty()) {
            problems.add(0, ImportProblems.FILE, "people.import.noHeadings", known);
            return false;
        }
        Map<String, Long> times = headings.all().stream().filter(heading -> heading.column() != null)
                .collect(Collectors.groupingBy(Heading::column, Collectors.counting()));
        columns.stream().filter(column -> column.required() && !times.containsKey(column.name()))
                .forEach(column -> problems.add(headings.row(), column.name(), "people.import.columnMissing", known));
        headings.all().stream().filter(heading -> heading.column() == null)
                .forEach(heading -> problems.add(headings.row(), heading.title(),
                        "people.import.columnUnknown", known));
        columns.stream().filter(column -> times.getOrDefault(column.name(), 0L) > 1)
                .forEach(column -> problems.add(headings.row(), column.name(), "people.import.columnTwice",
                        headings.all().stream().filter(heading -> column.name().equals(heading.column()))
                                .map(Heading::title).collect(Collectors.joining(", "))));
        return problems.count() == before;
    }

    private List<Used> used() {
        Map<String, ImportColumn> byName = columns.stream()
                .collect(Collectors.toMap(ImportColumn::name, Function.identity()));
        return headings.all().stream().filter(heading -> byName.containsKey(heading.column()))
                .map(heading -> new Used(heading.index(), byName.get(heading.column()))).toList();
    }

    private boolean add(SheetLine line) {
        if (line.number() <= headings.row() || line.isEmpty() || rows.isEmpty() && isRowOfNumbers(line)) {
            return true;
        }
        if (read == MOST_ROWS) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        read++;
        Map<String, String> cells = new HashMap<>();
        for (Used one : used) {
            String text = line.text(one.index());
            if (!text.isEmpty()) {
                cells.put(one.column().name(), text);
            }
        }
        ImportRow row = new ImportRow(line.number(), cells, present, problems, warnings);
        if (judge(line, row, cells)) {
            rows.add(row);
        }
        return true;
    }

    /** {@code 1, 2, 3}, {@code (1), (2), (3)}: each column's number. */
    private static boolean isRowOfNumbers(SheetLine line) {
        return line.filled() > 1 && Stream.iterate(0, i -> i + 1).limit(line.texts().size())
                .allMatch(i -> line.text(i).isEmpty()
                        || line.text(i).replaceAll("[()]", "").equals(String.valueOf(i + 1)));
    }

    /** Notes what is wrong with the cells as such; answers whether it is a row at all. */
    private boolean judge(SheetLine line, ImportRow row, Map<String, String> cells) {
        if (cells.isEmpty()) {
            return false;
        }
        if (cells.size() * 3L <= required) {
            row.problem("", "people.import.noRow");
            return false;
        }
        int width = headings.all().get(headings.all().size() - 1).index() + 1;
        if (line.texts().size() > width
                && line.texts().subList(width, line.texts().size()).stream().anyMatch(text -> !text.isEmpty())) {
            row.problem("", "people.import.tooManyCells");
            return false;
        }
        for (Used one : used) {
            String text = line.text(one.index());
            if (!text.isEmpty()) {
                judge(row, one.column(), text, line.kind(one.index()));
            }
        }
        return true;
    }

    private static void judge(ImportRow row, ImportColumn column, String text, CellKind kind) {
        String name = column.name();
        if (kind == CellKind.FAILED || text.charAt(0) == '#' && FAILURE.matcher(text).matches()) {
            row.problem(name, "people.import.formulaFailed", text);
        } else if (kind == CellKind.UNCALCULATED) {
            row.problem(name, "people.import.formulaEmpty");
        } else if (text.charAt(0) == '=') {
            row.problem(name, "people.import.formulaText");
        } else if ((column.digits() || column.code()) && SCIENTIFIC.matcher(text).matches()) {
            row.problem(name, "people.import.scientific");
        } else if (column.digits() && (kind == CellKind.NUMBER || DECIMAL.matcher(text).matches())) {
            row.problem(name, "people.import.numericCell");
        } else if (column.code() && kind == CellKind.NUMBER) {
            judgeCode(row, name, text);
        }
    }

    private static void judgeCode(ImportRow row, String name, String text) {
        if (text.indexOf(',') >= 0) {
            row.problem(name, "people.import.numericCode");
        } else {
            row.warn(name, "people.import.numericCodeTaken", text);
        }
    }
}
