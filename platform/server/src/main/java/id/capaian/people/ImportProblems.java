package id.capaian.people;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file: the first hundred with their words, the rest as a count. */
public final class ImportProblems {

    /** At most so many are answered in words. */
    public static final int SHOWN = 100;

    private final List<ImportProblem> shown = new ArrayList<>();
    private int count;

    /** Notes a problem of a row (counted as spreadsheets do: the heading is row 1). */
    public void add(int row, String column, String textKey, Object... arguments) {
        count++;
        if (shown.size() < SHOWN) {
            shown.add(new ImportProblem(row, column, textKey, List.of(arguments)));
        }
    }

    public List<ImportProblem> shown() {
        return List.copyOf(shown);
    }

    public int count() {
        return count;
    }

    /**
     * One problem.
     *
     * @param row       as the spreadsheet counts, the heading is row 1
     * @param column    heading of the column, empty when it is the row as a whole
     * @param textKey   text that says what is wrong and the remedy
     * @param arguments for the text; never a civil number in full
     */
    public record ImportProblem(int row, String column, String textKey, List<Object> arguments) {
    }
}
