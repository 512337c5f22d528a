package id.capaian.people;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is wrong with a file: the first hundred in words, many more for marking it, the rest as a count. */
public final class ImportProblems {

    /** At most so many are answered in words. */
    public static final int SHOWN = 100;
    /** Stands for a column where it is the file as a whole that is wrong. */
    public static final String FILE = "file";
    /** As many are kept for marking the file; more are counted only. */
    public static final int KEPT = 50_000;

    private final List<ImportProblem> kept = new ArrayList<>();
    private final BitSet rows = new BitSet();
    private int count;

    /** Notes a problem of a row (counted as spreadsheets do); row 0 is the file as a whole. */
    public void add(int row, String column, String textKey, Object... arguments) {
        count++;
        rows.set(row);
        if (kept.size() < KEPT) {
            kept.add(new ImportProblem(row, column, textKey, List.of(arguments)));
        }
    }

    /** The first hundred. */
    public List<ImportProblem> shown() {
        return List.copyOf(kept.subList(0, Math.min(SHOWN, kept.size())));
    }

    /** As many as are kept, as noted, for marking the file. */
    public List<ImportProblem> all() {
        return List.copyOf(kept);
    }

    public int count() {
        return count;
    }

    /** Whether there are more than {@link #all} answers. */
    public boolean isCut() {
        return count > kept.size();
    }

    /** How many rows below that one have problems, all counted. */
    public int rowsBelow(int row) {
        return rows.get(row + 1, Math.max(row + 1, rows.length())).cardinality();
    }

    /**
     * One problem.
     *
     * @param row       as the spreadsheet counts; 0 is the file as a whole
     * @param column    name of the column, empty when it is the row as a whole
     * @param textKey   text that says what is wrong and the remedy
     * @param arguments for the text; never a civil number in full
     */
    public record ImportProblem(int row, String column, String textKey, List<Object> arguments) {
    }
}
