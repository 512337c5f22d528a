package id.capaian.people.control;

import java.util.List;

/**
 * A line of a sheet as the file has it, before anybody knows what its columns mean.
 *
 * @param number as the spreadsheet counts, from 1
 * @param texts  cells from the left, cleaned; empty texts where nothing is written
 * @param kinds  what each cell is, in the same order; empty when all are texts
 */
record SheetLine(int number, List<String> texts, List<CellKind> kinds) {

    /** What a cell is besides its text. */
    enum CellKind {
        TEXT,
        /** Typed as a number: zeros in front and digits after the fifteenth are gone. */
        NUMBER,
        /** A formula that failed; its text is the failure's name. */
        FAILED,
        /** A formula whose result is not in the file. */
        UNCALCULATED
    }

    /** The cell's text, empty beyond the last one. */
    String text(int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    CellKind kind(int index) {
        return index < kinds.size() ? kinds.get(index) : CellKind.TEXT;
    }

    /** How many cells have text. */
    long filled() {
        return texts.stream().filter(text -> !text.isEmpty()).count();
    }

    boolean isEmpty() {
        return texts.stream().allMatch(String::isEmpty);
    }
}
