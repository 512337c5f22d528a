package id.capaian.plugin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small comma-separated table (RFC 4180 quotes) with a header line. Line ends inside quotes are not allowed, so that
 * a row is a line and a problem can name it.
 */
final class CsvTable {

    /** A row: its line in the file, and its cells by column. */
    record Row(int line, Map<String, String> cells) {
    }

    private CsvTable() {
    }

    static List<Row> read(String file, String text, List<String> columns, Problems problems) {
        List<Row> rows = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        if (!cells(lines[0]).equals(columns)) {
            problems.add(file, 1, "has columns " + lines[0], "write " + String.join(",", columns));
            return rows;
        }
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            List<String> cells = cells(lines[i]);
            if (cells.size() != columns.size()) {
                problems.add(file, i + 1, "has " + cells.size() + " cells instead of " + columns.size(),
                        "put texts with commas in double quotes");
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                row.put(columns.get(column), cells.get(column).strip());
            }
            rows.add(new Row(i + 1, row));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
