package id.capaian.plugin.engine;

import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.SampleRule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code indicators.csv}. */
final class IndicatorTable {

    static final String FILE = "indicators.csv";

    private static final int MOST = 200;
    private static final List<String> COLUMNS = List.of("code", "name_id", "name_en", "unit_id", "unit_en",
            "direction", "source_id", "source_en", "frequency", "attribution", "sample", "minimum_quality");

    private static final LocalizedText UNREAD = new LocalizedText("?", "?");
    private static final Indicator STAND_IN = new Indicator("X", UNREAD, UNREAD, Direction.ZERO, UNREAD,
            Frequency.YEARLY, Attribution.UNIT, SampleRule.NONE, null);

    private IndicatorTable() {
    }

    /**
     * The indicators by code, in the order of the file. One whose row is wrong has a stand-in, so that nobody is told
     * in other files that it is unknown.
     */
    static Map<String, Indicator> read(PackFiles files, Problems problems) {
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        String text = files.text(FILE).orElse(null);
        if (text == null) {
            problems.add(FILE, 0, "is missing", "add it with columns " + String.join(",", COLUMNS));
            return indicators;
        }
        for (CsvTable.Row row : CsvTable.read(FILE, text, COLUMNS, problems)) {
            try {
                Indicator indicator = indicator(row.cells());
                if (indicators.putIfAbsent(indicator.code(), indicator) != null) {
                    problems.add(FILE, row.line(), indicator.code() + " is described twice", "keep one row");
                }
            } catch (IllegalArgumentException e) {
                indicators.putIfAbsent(row.cells().get("code"), STAND_IN);
                problems.add(FILE, row.line(), String.valueOf(e.getMessage()),
                        "correct the row; see the plugin guide, 3");
            }
        }
        if (indicators.size() > MOST) {
            problems.add(FILE, 0, "describes " + indicators.size() + " indicators, at most " + MOST,
                    "leave out those no set and no formula reads");
        }
        return indicators;
    }

    private static Indicator indicator(Map<String, String> row) {
        return new Indicator(
                row.get("code"),
                text(row, "name"),
                text(row, "unit"),
                constant(Direction.class, row, "direction"),
                text(row, "source"),
                constant(Frequency.class, row, "frequency"),
                constant(Attribution.class, row, "attribution"),
                constant(SampleRule.class, row, "sample"),
                quality(row.get("minimum_quality")));
    }

    private static LocalizedText text(Map<String, String> row, String name) {
        for (String language : PackCheck.LANGUAGES) {
            if (row.get(name + "_" + language).isBlank()) {
                throw new IllegalArgumentException(row.get("code") + ": " + name + "_" + language + " is empty");
            }
        }
        return new LocalizedText(row.get(name + "_id"), row.get(name + "_en"));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Map<String, String> row, String column) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(row.get(column))) {
                return constant;
            }
        }
        throw new IllegalArgumentException(row.get("code") + ": " + column + " is \"" + row.get(column)
                + "\", must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    private static @Nullable BigDecimal quality(String cell) {
        try {
            return cell.isEmpty() ? null : new BigDecimal(cell);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "minimum_quality is \"" + cell + "\", must be a number 0..1 or empty", e);
        }
    }
}
