package id.capaian.plugin.engine;

import id.capaian.plugin.api.Attribution;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.Frequency;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.SampleRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code indicators.csv}. */
final class IndicatorTable {

    static final String FILE = "indicators.csv";

    private static final List<String> COLUMNS = List.of("code", "name_id", "name_en", "unit_id", "unit_en",
            "direction", "source_id", "source_en", "frequency", "attribution", "sample", "minimum_quality");

    private IndicatorTable() {
    }

    static List<Indicator> read(PackFiles files, Problems problems) {
        List<Indicator> indicators = new ArrayList<>();
        String text = files.text(FILE).orElse(null);
        if (text == null) {
            problems.add(FILE, 0, "is missing", "add it with columns " + String.join(",", COLUMNS));
            return indicators;
        }
        for (CsvTable.Row row : CsvTable.read(FILE, text, COLUMNS, problems)) {
            try {
                Indicator indicator = indicator(row.cells());
                if (indicators.stream().anyMatch(known -> known.code().equals(indicator.code()))) {
                    problems.add(FILE, row.line(), indicator.code() + " is described twice", "keep one row");
                } else {
                    indicators.add(indicator);
                }
            } catch (IllegalArgumentException e) {
                problems.add(FILE, row.line(), String.valueOf(e.getMessage()), "correct the row; see the plugin guide");
            }
        }
        return indicators;
    }

    private static Indicator indicator(Map<String, String> row) {
        String quality = row.get("minimum_quality");
        return new Indicator(
                row.get("code"),
                new LocalizedText(row.get("name_id"), row.get("name_en")),
                new LocalizedText(row.get("unit_id"), row.get("unit_en")),
                Direction.valueOf(row.get("direction")),
                new LocalizedText(row.get("source_id"), row.get("source_en")),
                Frequency.valueOf(row.get("frequency")),
                Attribution.valueOf(row.get("attribution")),
                SampleRule.valueOf(row.get("sample")),
                quality.isEmpty() ? null : new BigDecimal(quality));
    }
}
