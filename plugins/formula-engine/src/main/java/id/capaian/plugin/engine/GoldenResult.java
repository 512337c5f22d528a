package id.capaian.plugin.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of one golden case.
 *
 * @param file  file of the case
 * @param name  what the case shows
 * @param found what came out differently; empty when it passed
 */
public record GoldenResult(String file, String name, List<GoldenDifference> found) {

    private static final List<String> HEAD =
            List.of("Langkah / Step", "Seharusnya / Expected", "Keluar / Came out", "Selisih / Difference");

    public GoldenResult {
        found = List.copyOf(found);
    }

    /** Whether everything came out as expected. */
    public boolean passed() {
        return found.isEmpty();
    }

    /** What came out differently, a line each. */
    public List<String> differences() {
        return found.stream().map(GoldenDifference::toString).toList();
    }

    /**
     * What came out differently as a table, for people who write indicators and not programs: Indonesian first, English
     * second; empty when it passed.
     */
    public String table() {
        if (passed()) {
            return "";
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        for (GoldenDifference one : found) {
            rows.add(List.of(one.label() == null ? one.what() : one.label() + " (" + one.what() + ")",
                    one.expected(), one.actual(), one.by() == null ? "" : one.by()));
        }
        return file + ": " + name + "\n\n" + drawn(rows) + made()
                + "\nBila yang keluar memang benar, betulkan berkas ini; bila tidak, betulkan rumusnya."
                + "\nIf what came out is right, correct this file; if not, correct the formula.\n";
    }

    private static String drawn(List<List<String>> rows) {
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            table.append("  ").append(padded(row.get(0), widths[0], false));
            for (int column = 1; column < widths.length; column++) {
                table.append("   ").append(padded(row.get(column), widths[column], true));
            }
            table.append('\n');
        }
        return table.toString().lines().map(String::stripTrailing).reduce("", (all, line) -> all + line + "\n");
    }

    private static String padded(String text, int width, boolean right) {
        return String.format(Locale.ROOT, right ? "%" + width + "s" : "%-" + width + "s", text);
    }

    private String made() {
        StringBuilder made = new StringBuilder();
        for (GoldenDifference one : found) {
            if (one.how() != null) {
                made.append("  ").append(one.what().replace("step ", "")).append(" = ").append(one.how()).append('\n');
            }
        }
        return made.isEmpty() ? "" : "\nCara hitung / How it was made\n" + made;
    }
}
