package id.capaian.people.control;

import java.util.List;

/**
 * What taking a file would do.
 *
 * @param sheet        name of the sheet that was read; empty for a text file
 * @param headingRow   line of the headings, as the spreadsheet counts
 * @param refused      rows with problems; while there are any, nothing can be taken
 * @param problems     the first hundred, by row
 * @param warnings     the first hundred; the rows would be taken all the same
 * @param alreadyTaken the very same file was imported before: nothing would change
 */
public record DraftOutcome(String sheet, int headingRow, List<Heading> headings, int rows, int created, int changed,
        int unchanged, int refused, int problemCount, List<Told> problems, int warningCount, List<Told> warnings,
        boolean alreadyTaken) {

    /**
     * A heading of the file.
     *
     * @param column name of the column it stands for; empty when it is not read; null when nobody knows
     */
    public record Heading(int index, String title, String column) {
    }

    /**
     * What is wrong, in Indonesian whoever reads: the files are the government's own and are corrected there.
     *
     * @param row    as the spreadsheet counts; 0 is the file as a whole
     * @param column heading as the file writes it; empty when it is the row as a whole
     */
    public record Told(int row, String column, String text) {
    }

    /** Whether the file can be taken as it is. */
    public boolean isTakeable() {
        return problemCount == 0;
    }
}
