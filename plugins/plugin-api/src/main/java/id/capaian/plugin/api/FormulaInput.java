package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a formula may know. Nothing else may decide a score: same input, same pack, same outcome.
 *
 * <p>Example: a nurse of a health centre in 2026, her indicators as agreed in her plan with this year's values, and
 * the seven marks of her rater.
 *
 * @param formulaId  which formula is asked
 * @param subjectId  opaque id of the person, rater or unit; a formula never interprets it
 * @param period     the period
 * @param jobFamily  the subject's job family; null when it has none (UNIT, RATER)
 * @param indicators no code twice; order carries no meaning for the numbers
 * @param marks      values of conduct marked by the rater; an absent one is unmarked. None for a formula that does
 *                   not need {@link Need#BEHAVIOUR}
 * @param parameters defaults of the pack with the tenant's values in their place
 * @param facts      other numbers a formula asks for by name (e.g. of a rater: coverage), name to number
 */
public record FormulaInput(
        String formulaId,
        String subjectId,
        Period period,
        @Nullable String jobFamily,
        List<IndicatorInput> indicators,
        Map<BehaviourValue, Mark> marks,
        Parameters parameters,
        Map<String, BigDecimal> facts) {

    public FormulaInput {
        Objects.requireNonNull(formulaId, "formulaId");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(period, "period");
        indicators = List.copyOf(indicators);
        EnumMap<BehaviourValue, Mark> sorted = new EnumMap<>(BehaviourValue.class);
        sorted.putAll(marks);
        marks = Collections.unmodifiableMap(sorted);
        Objects.requireNonNull(parameters, "parameters");
        facts = Sorted.copy(facts);
        facts.forEach((name, fact) -> Bounded.given("fact " + name, fact));
        Set<String> codes = new HashSet<>();
        for (IndicatorInput indicator : indicators) {
            if (!codes.add(indicator.code())) {
                throw new IllegalArgumentException("indicator " + indicator.code() + " is given twice");
            }
        }
    }

    /** The indicator with this code, empty when it was not given. */
    public Optional<IndicatorInput> indicator(String code) {
        return indicators.stream().filter(indicator -> indicator.code().equals(code)).findFirst();
    }
}
