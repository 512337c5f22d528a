package id.capaian.plugin.testkit;

import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The input of a golden case, changed in one way. */
final class Variants {

    private static final int SHUFFLES = 4;

    private Variants() {
    }

    /** The same indicators in other orders: backwards, and shuffled the same way each time. */
    static List<FormulaInput> otherOrders(FormulaInput input) {
        List<IndicatorInput> indicators = new ArrayList<>(input.indicators());
        Collections.reverse(indicators);
        List<FormulaInput> orders = new ArrayList<>(List.of(withIndicators(input, indicators)));
        Random random = new Random(1);
        for (int i = 0; i < SHUFFLES; i++) {
            Collections.shuffle(indicators, random);
            orders.add(withIndicators(input, indicators));
        }
        return orders;
    }

    /** What can happen to people like those of the case, by what it is. */
    static Map<String, FormulaInput> extremes(FormulaInput input, Map<String, Parameters> settings) {
        Map<String, FormulaInput> extremes = new LinkedHashMap<>();
        extremes.put("as it is written", input);
        for (String value : List.of("0", "0.01", "1", "100", "1000000")) {
            extremes.put("every value " + value, withReadings(input, null, new BigDecimal(value)));
        }
        for (IndicatorInput indicator : input.indicators()) {
            String code = indicator.code();
            extremes.put("no value of " + code, withReadings(input, code, null));
            extremes.put("0 of " + code, withReadings(input, code, BigDecimal.ZERO));
            extremes.put("1000000 of " + code, withReadings(input, code, new BigDecimal("1000000")));
        }
        for (Mark mark : Mark.values()) {
            extremes.put("every value of conduct " + mark, withMarks(input, mark));
        }
        settings.forEach((what, parameters) -> extremes.put(what, withParameters(input, parameters)));
        return extremes;
    }

    private static FormulaInput withReadings(FormulaInput input, @Nullable String only, @Nullable BigDecimal value) {
        List<IndicatorInput> changed = new ArrayList<>();
        for (IndicatorInput indicator : input.indicators()) {
            IndicatorReading reading = indicator.reading();
            boolean same = reading == null || only != null && !only.equals(indicator.code());
            changed.add(same ? indicator : new IndicatorInput(indicator.code(), indicator.weight(),
                    indicator.direction(), indicator.target(), value == null ? null : with(reading, value)));
        }
        return withIndicators(input, changed);
    }

    private static IndicatorReading with(IndicatorReading reading, BigDecimal value) {
        return new IndicatorReading(value, reading.source(), reading.takenAt(), reading.sampleSize(),
                reading.population(), reading.completeness(), reading.timeliness(), reading.accuracy());
    }

    private static FormulaInput withIndicators(FormulaInput input, List<IndicatorInput> indicators) {
        return new FormulaInput(input.formulaId(), input.subjectId(), input.period(), input.jobFamily(), indicators,
                input.marks(), input.parameters(), input.facts());
    }

    private static FormulaInput withMarks(FormulaInput input, Mark mark) {
        Map<BehaviourValue, Mark> marks = new EnumMap<>(BehaviourValue.class);
        input.marks().keySet().forEach(value -> marks.put(value, mark));
        return new FormulaInput(input.formulaId(), input.subjectId(), input.period(), input.jobFamily(),
                input.indicators(), marks, input.parameters(), input.facts());
    }

    private static FormulaInput withParameters(FormulaInput input, Parameters parameters) {
        return new FormulaInput(input.formulaId(), input.subjectId(), input.period(), input.jobFamily(),
                input.indicators(), input.marks(), parameters, input.facts());
    }
}
