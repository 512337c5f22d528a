package id.capaian.plugin.engine;

import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.AssessedIndicator;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Mark;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the steps of one evaluation can name: five maps of the input, and the steps made so far. Keys of what was left
 * out or not given are absent; a step asks with {@code in} first.
 */
final class CelScope {

    /** Achievements in percent by indicator code. */
    static final String ACHIEVEMENT = "c";
    /** Values by indicator code. */
    static final String VALUE = "v";
    /** Points of the marked values of conduct, by name. */
    static final String MARK = "m";
    /** Numeric parameters by name. */
    static final String PARAMETER = "p";
    /** Facts by name. */
    static final String FACT = "f";

    static final List<String> MAPS = List.of(ACHIEVEMENT, VALUE, MARK, PARAMETER, FACT);

    private final Map<String, Object> variables = new HashMap<>();

    CelScope(FormulaInput input, Assessment assessment, Set<String> numericParameters) {
        assessment(assessment);
        Map<String, BigDecimal> marks = new TreeMap<>();
        for (Map.Entry<BehaviourValue, Mark> mark : input.marks().entrySet()) {
            marks.put(mark.getKey().name(), mark.getValue().points());
        }
        Map<String, BigDecimal> parameters = new TreeMap<>();
        for (String name : numericParameters) {
            if (input.parameters().has(name)) {
                parameters.put(name, input.parameters().decimal(name));
            }
        }
        variables.put(MARK, marks);
        variables.put(PARAMETER, parameters);
        variables.put(FACT, input.facts());
    }

    /** Replaces the achievements, once limits have been applied. */
    void assessment(Assessment assessment) {
        Map<String, BigDecimal> achievements = new TreeMap<>();
        Map<String, BigDecimal> values = new TreeMap<>();
        for (AssessedIndicator assessed : assessment.indicators()) {
            if (assessed.achievement() != null) {
                achievements.put(assessed.code(), assessed.achievement());
            }
            if (assessed.value() != null) {
                values.put(assessed.code(), assessed.value());
            }
        }
        variables.put(ACHIEVEMENT, achievements);
        variables.put(VALUE, values);
    }

    void step(String name, BigDecimal value) {
        variables.put(name, value);
    }

    Map<String, Object> variables() {
        return variables;
    }
}
