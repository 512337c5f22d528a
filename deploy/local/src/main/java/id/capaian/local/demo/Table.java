package id.capaian.local.demo;

import id.capaian.local.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small file of the demonstration: cells between semicolons, the first line names them. */
final class Table {

    private Table() {
    }

    /**
     * A line of it.
     *
     * @param place file and line, for messages
     */
    record Row(String place, Map<String, String> cells) {

        /** A cell without blanks at its ends; empty when there is nothing in it. */
        String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw fault("has no column " + column + ": add it to the first line");
            }
            return cell;
        }

        boolean has(String column) {
            return !text(column).isEmpty();
        }

        /** Values between bars; one empty value for an empty cell. */
        List<String> list(String column) {
            return List.of(text(column).split("\\|", -1));
        }

        /** A whole number, 0 for an empty cell. */
        int count(String column) {
            return decimal(text(column).isEmpty() ? "0" : text(column), column).intValueExact();
        }

        /** A number with a comma, as the files have it. */
        BigDecimal decimal(String text, String column) {
            try {
                return new BigDecimal(text.replace(',', '.'));
            } catch (NumberFormatException e) {
                throw fault("has " + text + " for " + column + ", which is no number: write it like 83,6");
            }
        }

        /** What is wrong with the line, and where it stands. */
        LocalException fault(String what) {
            return new LocalException(place + " " + what + ".");
        }
    }

    static List<Row> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] names = lines.get(0).split(";", -1);
        List<Row> rows = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            if (!lines.get(line).isBlank()) {
                rows.add(row(file.getParent().getFileName() + "/" + file.getFileName() + ", line " + (line + 1), names,
                        lines.get(line).split(";", -1)));
            }
        }
        return rows;
    }

    private static Row row(String place, String[] names, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        if (cells.length != names.length) {
            throw new Row(place, row).fault("has " + cells.length + " cells, its first line " + names.length);
        }
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i].strip());
        }
        return new Row(place, row);
    }
}
