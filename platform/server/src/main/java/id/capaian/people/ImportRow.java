package id.capaian.people;

import id.capaian.kernel.page.PlainNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A row of an import file. The typed readers answer null for an empty cell, and note a problem and answer null for one
 * that cannot be read; {@link #isSound} tells afterwards whether the row may be used.
 */
public final class ImportRow {

    private static final String EMPTY = "people.import.empty";

    private final int number;
    private final Map<String, String> cells;
    private final Set<String> columns;
    private final ImportProblems problems;
    private final ImportProblems warnings;
    private final Set<String> wrong = new HashSet<>(0);
    private boolean sound = true;

    /**
     * A row of a file that has no other columns than those of its cells.
     *
     * @param number as the spreadsheet counts, the heading is row 1
     * @param cells  by column; empty cells are absent
     */
    public ImportRow(int number, Map<String, String> cells, ImportProblems problems, ImportProblems warnings) {
        this(number, cells, Set.copyOf(cells.keySet()), problems, warnings);
    }

    /**
     * A row.
     *
     * @param number  as the spreadsheet counts, the heading is row 1
     * @param cells   by column; empty cells are absent
     * @param columns that the file has; never changed, since all its rows share them
     */
    public ImportRow(int number, Map<String, String> cells, Set<String> columns, ImportProblems problems,
            ImportProblems warnings) {
        this.number = number;
        this.cells = Map.copyOf(cells);
        this.columns = columns;
        this.problems = problems;
        this.warnings = warnings;
    }

    public int number() {
        return number;
    }

    /** Whether the file has the column: where it does not, an empty cell says nothing. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The text of a cell, null when empty. */
    public String text(String column) {
        return cells.get(column);
    }

    /** The text of a cell that must not be empty. */
    public String required(String column) {
        return present(column, text(column));
    }

    /** A day as {@link WrittenDate} reads it. */
    public LocalDate date(String column) {
        String text = text(column);
        LocalDate day = text == null ? null : WrittenDate.of(text).orElse(null);
        if (text != null && day == null) {
            problem(column, WrittenDate.flawOf(text), text);
        }
        return day;
    }

    public LocalDate requiredDate(String column) {
        return cells.containsKey(column) ? date(column) : present(column, (LocalDate) null);
    }

    /**
     * A moment as {@link WrittenMoment} reads it; must not be empty.
     *
     * @param zone where the government is
     */
    public Instant requiredMoment(String column, ZoneId zone) {
        String text = required(column);
        Instant moment = text == null ? null : WrittenMoment.of(text, zone).orElse(null);
        if (text != null && moment == null) {
            String flaw = WrittenDate.flawOf(text);
            problem(column, flaw.equals(WrittenDate.NO_DAY) ? "people.import.moment" : flaw, text);
        }
        return moment;
    }

    /**
     * A number as {@link PlainNumber} reads it; one whose point could group thousands or begin decimals is noted as a
     * problem. Powers of ten are none: a few signs of them can mean more digits than anything holds.
     */
    public BigDecimal decimal(String column) {
        String text = text(column);
        if (text != null && PlainNumber.isAmbiguous(text)) {
            String whole = text.replace(".", "");
            if (text.indexOf('.') == text.lastIndexOf('.')) {
                problem(column, "people.import.ambiguousNumber", text, whole, text.replace('.', ','));
            } else {
                problem(column, "people.import.groupedNumber", text, whole);
            }
            return null;
        }
        return parsed(column, "people.import.number", ImportRow::plain);
    }

    private static BigDecimal plain(String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(PlainNumber.of(text));
    }

    public BigDecimal requiredDecimal(String column) {
        return cells.containsKey(column) ? decimal(column) : present(column, (BigDecimal) null);
    }

    /** A whole number of at least 0. */
    public Integer count(String column) {
        Integer count = parsed(column, "people.import.count", Integer::valueOf);
        if (count != null && count < 0) {
            problem(column, "people.import.count", text(column));
            return null;
        }
        return count;
    }

    /** One of the words that the map knows, in any case. */
    public <T> T oneOf(String column, Map<String, T> words) {
        return oneOf(column, words, Map.of());
    }

    /**
     * One of the words that the map knows, in any case.
     *
     * @param meaning what other words mean, in capitals
     */
    public <T> T oneOf(String column, Map<String, T> words, Map<String, String> meaning) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        String word = text.toUpperCase(Locale.ROOT);
        T value = words.get(meaning.getOrDefault(word, word));
        if (value == null) {
            problem(column, "people.import.word", String.join(", ", words.keySet().stream().sorted().toList()));
        }
        return value;
    }

    /** One of the words that the map knows; must not be empty. */
    public <T> T requiredOneOf(String column, Map<String, T> words) {
        return cells.containsKey(column) ? oneOf(column, words) : present(column, (T) null);
    }

    /** The same; must not be empty. */
    public <T> T requiredOneOf(String column, Map<String, T> words, Map<String, String> meaning) {
        return cells.containsKey(column) ? oneOf(column, words, meaning) : present(column, (T) null);
    }

    /** Notes that the row cannot be taken; the text says why and what to do. */
    public void problem(String column, String textKey, Object... arguments) {
        sound = false;
        // What was made of a cell that cannot be read says nothing: the first problem is the one to mend.
        if (wrong.add(column)) {
            problems.add(number, column, textKey, arguments);
        }
    }

    /** Notes something to look at; the row is taken all the same. */
    public void warn(String column, String textKey, Object... arguments) {
        warnings.add(number, column, textKey, arguments);
    }

    /** Whether no problem was noted so far. */
    public boolean isSound() {
        return sound;
    }

    private <T> T present(String column, T value) {
        if (value == null) {
            problem(column, EMPTY);
        }
        return value;
    }

    private <T> T parsed(String column, String textKey, Function<String, T> parser) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            problem(column, textKey, text);
            return null;
        }
    }
}
