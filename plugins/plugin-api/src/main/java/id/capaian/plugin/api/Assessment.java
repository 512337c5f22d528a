package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * All indicators of an input after the kernel looked at them, in the pack's own order.
 *
 * <p>Example: {@code Kernel.assess(input, descriptor).limit("SMD.PAT", ceiling, why).results()}.
 *
 * @param indicators those given, and those the formula reads beside the set, no code twice
 */
public record Assessment(List<AssessedIndicator> indicators) {

    public Assessment {
        indicators = List.copyOf(indicators);
    }

    /** The indicator with this code; empty when it was neither given nor asked for. */
    public Optional<AssessedIndicator> find(String code) {
        return indicators.stream().filter(assessed -> assessed.code().equals(code)).findFirst();
    }

    /** The value of an indicator that counts; empty when it was left out or not given. */
    public Optional<BigDecimal> value(String code) {
        return find(code).map(AssessedIndicator::value);
    }

    /** The achievement of an indicator that counts and has a target, 0..120, two decimals. */
    public Optional<BigDecimal> achievement(String code) {
        return find(code).map(AssessedIndicator::achievement);
    }

    /**
     * The same assessment with one achievement limited from above and flagged {@code CAPPED} where the limit bites.
     *
     * @param code    indicator code
     * @param ceiling percent
     * @param why     what people are told
     */
    public Assessment limit(String code, BigDecimal ceiling, LocalizedText why) {
        return new Assessment(indicators.stream()
                .map(assessed -> assessed.code().equals(code) ? assessed.limitedTo(ceiling, why) : assessed).toList());
    }

    /** The results score NH of the indicators in the set; see {@link ResultScore}. */
    public ResultScore results() {
        return ResultScore.of(indicators);
    }
}
