package id.capaian.people.control;

import id.capaian.people.ImportColumn;
import id.capaian.people.WrittenDate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The headings of a sheet and which column each stands for. The line of headings is the one that more columns are known
 * from than from any other of the first; a heading merged with the cell above is found above.
 */
final class Headings {

    /** So many of the first lines are searched: titles, dates and merged groups stand above the headings. */
    static final int SEARCHED = 30;
    /** What a heading stands for that is not read. */
    static final String UNUSED = "";

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern SIGNS = Pattern.compile("[^a-z0-9]");
    /** Civil numbers and the like, as they are typed. */
    private static final Pattern LONG_NUMBER = Pattern.compile(
            "(?<!\\d)(\\d{8}[ .'-]?\\d{6}[ .'-]?\\d[ .'-]?\\d{3}|\\d{16,17})(?!\\d)");
    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern SEPARATORS = Pattern.compile("[;,\t]");
    private static final String MARKS = Headings.key(MarkedSheet.TITLE);
    private static final int ABOVE = 2;
    /** Fewer known headings may be chance. */
    private static final int ENOUGH = 2;

    private final int row;
    private final List<Heading> all;
    private final Map<String, String> known;

    /**
     * A heading.
     *
     * @param index  place from the left, from 0
     * @param title  as the file writes it, not empty
     * @param key    what it is remembered by: {@link Headings#key} of the title, with {@code #2} and so on where titles
     *               before it say the same, as beneath merged groups
     * @param column name of the column; {@link #UNUSED} when it is not read; null when nobody knows
     */
    record Heading(int index, String title, String key, String column) {
    }

    private Headings(int row, List<Heading> all, Map<String, String> known) {
        this.row = row;
        this.all = all;
        this.known = known;
    }

    /** The headings among the first lines. */
    static Headings in(List<SheetLine> first, List<ImportColumn> columns) {
        Map<String, String> known = known(columns);
        List<Headings> tries = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            tries.add(at(first, i, known));
        }
        Headings best = tries.stream().max(Comparator.comparingLong(Headings::score)
                .thenComparing(Headings::row, Comparator.reverseOrder())).orElse(new Headings(1, List.of(), known));
        if (best.score() >= ENOUGH) {
            return best;
        }
        // Nothing to go by: titles fill a cell or two, headings as many as there are columns. Data are no headings:
        // what headings mean is remembered, and who somebody is must not be.
        return tries.stream().filter(one -> one.all.stream().map(Heading::title).noneMatch(Headings::isData))
                .max(Comparator.<Headings>comparingInt(one -> one.all.size())
                .thenComparing(Headings::row, Comparator.reverseOrder())).orElse(new Headings(1, List.of(), known));
    }

    private static Headings at(List<SheetLine> lines, int place, Map<String, String> known) {
        SheetLine line = lines.get(place);
        int width = IntStream.rangeClosed(Math.max(0, place - ABOVE), place)
                .map(above -> lines.get(above).texts().size()).max().orElse(0);
        List<Heading> all = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < width; i++) {
            String title = line.text(i);
            for (int above = place - 1; title.isEmpty() && above >= Math.max(0, place - ABOVE); above--) {
                String merged = lines.get(above).text(i);
                title = known.containsKey(key(merged)) ? merged : "";
            }
            if (!title.isEmpty()) {
                String key = key(title);
                all.add(new Heading(i, title, numbered(key, times), meaning(key, known)));
            }
        }
        return new Headings(line.number(), all, known);
    }

    /** A title that comes again is another heading. */
    private static String numbered(String key, Map<String, Integer> times) {
        int time = times.merge(key, 1, Integer::sum);
        return time == 1 ? key : key + '#' + time;
    }

    /** Keys of headings from their titles, in the order of the file. */
    static List<String> keys(List<String> titles) {
        Map<String, Integer> times = new HashMap<>();
        return titles.stream().map(title -> numbered(key(title), times)).toList();
    }

    /** Whether a cell says who somebody is or a day, also as a part of a line that the wrong separator left whole. */
    private static boolean isData(String cell) {
        return LONG_NUMBER.matcher(cell).find() || SHORTENED.matcher(cell).matches()
                || Stream.of(SEPARATORS.split(cell)).anyMatch(WrittenDate::isDay);
    }

    /** A sheet that was marked here may come back with its marks. */
    private static String meaning(String key, Map<String, String> known) {
        return key.startsWith(MARKS) ? UNUSED : known.get(key);
    }

    private static boolean isKnown(String title, Map<String, String> known) {
        String column = known.get(key(title));
        return column != null && !column.equals(UNUSED);
    }

    private static Map<String, String> known(List<ImportColumn> columns) {
        Map<String, String> known = new HashMap<>();
        SiasnHeadings.UNUSED.forEach(title -> known.put(title, UNUSED));
        columns.forEach(column -> column.synonyms().forEach(title -> known.put(key(title), column.name())));
        columns.forEach(column -> known.put(key(column.name()), column.name()));
        return known;
    }

    /** A heading without case, blanks, signs and what stands in brackets. */
    static String key(String title) {
        return SIGNS.matcher(IN_BRACKETS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("")).replaceAll("");
    }

    /** The same headings, each standing for what is told by {@link Heading#key}; headings that are not told stay. */
    Headings told(Map<String, String> columns) {
        return new Headings(row, all.stream().map(heading -> new Heading(heading.index(), heading.title(),
                heading.key(), columns.getOrDefault(heading.key(), heading.column()))).toList(), known);
    }

    /** How many columns are known from the headings. */
    long score() {
        return all.stream().filter(heading -> isKnown(heading.title(), known)).count();
    }

    boolean isComplete(List<ImportColumn> columns) {
        return columns.stream().filter(ImportColumn::required)
                .allMatch(column -> all.stream().anyMatch(heading -> column.name().equals(heading.column())));
    }

    /** Number of the line of headings, as the spreadsheet counts. */
    int row() {
        return row;
    }

    List<Heading> all() {
        return all;
    }

    /** The title of a column in this file; the column's own name where the file has none. */
    String titleOf(String column) {
        return all.stream().filter(heading -> column.equals(heading.column())).map(Heading::title).findFirst()
                .orElse(column);
    }

    /** Place of a column, or of a heading by its title, from 0; -1 where the file has none. */
    int placeOf(String column) {
        return all.stream().filter(heading -> column.equals(heading.column()) || column.equals(heading.title()))
                .mapToInt(Heading::index).findFirst().orElse(-1);
    }

    /** The same for files with the same headings in the same order: lower-case hex. */
    String signature() {
        String keys = all.stream().map(Heading::key).collect(Collectors.joining("|"));
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(keys.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
