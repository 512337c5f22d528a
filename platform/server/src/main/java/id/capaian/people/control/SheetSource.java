package id.capaian.people.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One way to read a file as a sheet: a sheet of a workbook, or a text file with one of the separators. */
interface SheetSource {

    /** Lines of a sheet end here; in files of people long before. */
    int MOST_LINES = 1_048_576;

    /** Name of the sheet; empty when the file is one. */
    String name();

    /**
     * Reads line by line from the top, so that no more than a line is held here.
     *
     * @param each whether to go on
     * @return number of the line whose quotation marks are broken, so that nothing is read from there on; 0 for none
     * @throws ProblemException {@link Problem#BODY_TOO_LARGE} beyond what a sheet can hold
     */
    int read(Predicate<SheetLine> each) throws IOException;

    /** At most so many of the first lines. */
    default List<SheetLine> first(int most) throws IOException {
        List<SheetLine> lines = new ArrayList<>();
        read(line -> {
            lines.add(line);
            return lines.size() < most;
        });
        return lines;
    }
}
