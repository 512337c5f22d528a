package id.capaian.admin;

import id.capaian.admin.database.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who sees the cube alone and subtracts: from every sum that is known to hold, the range of each member by the
 * ranges of the others, until nothing narrows any more.
 */
final class CuriousReader {

    private static final long UNBOUNDED = 1_000_000_000L;

    private final TwoTenants two;
    private final int smallest;
    private final List<Cell> cells;
    private final List<Sum> sums = new ArrayList<>();

    /** One figure and what the reader knows of it. */
    private static final class Cell {
        private final String level;
        private final String area;
        private final String whole;
        private final String measure;
        private final String category;
        private final boolean hidden;
        private long low;
        private long high;

        private Cell(String level, String area, String whole, String measure, String category, String count) {
            this.level = level;
            this.area = area;
            this.whole = whole;
            this.measure = measure;
            this.category = category;
            this.hidden = count == null;
            this.low = hidden ? 0 : Long.parseLong(count);
            this.high = hidden ? UNBOUNDED : low;
        }

        private boolean narrow(long lowest, long highest) {
            if (!hidden || lowest <= low && highest >= high) {
                return false;
            }
            low = Math.max(low, lowest);
            high = Math.min(high, highest);
            return true;
        }

        private String name() {
            return level + " " + area + " " + measure + " " + category;
        }
    }

    /** The whole is the sum of its parts. */
    private record Sum(Cell whole, Collection<Cell> parts) {

        private boolean narrow() {
            long lows = parts.stream().mapToLong(part -> part.low).sum();
            long highs = parts.stream().mapToLong(part -> part.high).sum();
            boolean narrowed = whole.narrow(lows, highs);
            for (Cell part : parts) {
                narrowed |= part.narrow(whole.low - (highs - part.high), whole.high - (lows - part.low));
            }
            return narrowed;
        }
    }

    CuriousReader(TwoTenants two, int smallest) throws SQLException {
        this.two = two;
        this.smallest = smallest;
        this.cells = two.as("national_reader", connection -> Sql.rows(connection, """
                select level, area_code, parent_code, measure, category, person_count from national.cube
                 where measure <> 'INDEX'""", row -> new Cell(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6))));
        addRows();
        // The nation's page and the provinces', put side by side.
        addAreas("NATION", "PROVINCE");
        addAreas("PROVINCE", "REGION");
    }

    int shown() {
        return (int) cells.stream().filter(cell -> !cell.hidden).count();
    }

    /**
     * Small groups of which the reader has found out that they are small; empty when the cube tells of none. Figures that
     * were kept need not add up with the others: what comes out of those and is not so is no finding.
     */
    List<String> told() throws SQLException {
        boolean narrowed = true;
        // Where they do not add up, there is no end.
        for (int round = 0; narrowed && round < 100; round++) {
            narrowed = false;
            for (Sum sum : sums) {
                narrowed |= sum.narrow();
            }
        }
        Map<String, Integer> exact = exact();
        return cells.stream().filter(cell -> cell.hidden && exact.get(cell.name()) < smallest && cell.high < smallest)
                .filter(cell -> cell.low <= exact.get(cell.name()) && exact.get(cell.name()) <= cell.high)
                .map(cell -> cell.name() + " is " + exact.get(cell.name()) + ", known: " + cell.low + " to " + cell.high)
                .toList();
    }

    private Map<String, Integer> exact() throws SQLException {
        Map<String, Integer> exact = new HashMap<>();
        for (String line : two.ask("select concat_ws(' ', level, area_code, measure, category) || '=' || exact_count"
                + " from national.cell")) {
            exact.put(line.substring(0, line.indexOf('=')), Integer.valueOf(line.substring(line.indexOf('=') + 1)));
        }
        return exact;
    }

    private void addRows() {
        Map<String, List<Cell>> parts = new LinkedHashMap<>();
        cells.stream().filter(cell -> cell.measure.equals("PREDICATE"))
                .forEach(cell -> parts.computeIfAbsent(cell.level + cell.area, area -> new ArrayList<>()).add(cell));
        cells.stream().filter(cell -> cell.measure.equals("EVALUATED") && parts.containsKey(cell.level + cell.area))
                .forEach(cell -> sums.add(new Sum(cell, parts.get(cell.level + cell.area))));
    }

    private void addAreas(String level, String below) {
        for (Cell whole : cells) {
            List<Cell> parts = cells.stream().filter(cell -> whole.level.equals(level) && cell.level.equals(below)
                    && cell.measure.equals(whole.measure) && cell.category.equals(whole.category)
                    && whole.area.equals(cell.whole)).toList();
            if (!parts.isEmpty()) {
                sums.add(new Sum(whole, parts));
            }
        }
    }
}
