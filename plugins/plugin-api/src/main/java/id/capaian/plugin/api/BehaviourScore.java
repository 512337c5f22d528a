package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * NP: the mean of the seven values of conduct as marked by the rater.
 *
 * <p>Example: six MEETS and one ABOVE: (6 × 100 + 120) / 7 = 102.86.
 *
 * @param score   60..120, two decimals; null while a value is unmarked
 * @param missing the values not marked, in the order of the law
 * @param steps   {@code NP} when there is a score, else nothing
 */
public record BehaviourScore(@Nullable BigDecimal score, List<BehaviourValue> missing, List<Step> steps) {

    private static final LocalizedText LABEL = new LocalizedText("Nilai perilaku kerja (NP)", "Behaviour score (NP)");

    public BehaviourScore {
        missing = List.copyOf(missing);
        steps = List.copyOf(steps);
    }

    /**
     * Why there is no score; empty when there is one.
     *
     * @param soFar what was computed before, to be kept with the refusal
     */
    public Optional<Outcome.NotScorable> refusal(ResultScore soFar) {
        return score != null ? Optional.empty() : Optional.of(new Outcome.NotScorable(
                Outcome.Reason.BEHAVIOUR_MISSING, Words.unmarked(missing), soFar.steps(), soFar.flags()));
    }

    static BehaviourScore of(Map<BehaviourValue, Mark> marks) {
        List<BehaviourValue> missing = new ArrayList<>();
        List<BigDecimal> points = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        for (BehaviourValue value : BehaviourValue.values()) {
            Mark mark = marks.get(value);
            if (mark == null) {
                missing.add(value);
            } else {
                points.add(mark.points());
                inputs.add("mark." + value.name());
            }
        }
        if (!missing.isEmpty()) {
            return new BehaviourScore(null, missing, List.of());
        }
        BigDecimal score = Kernel.mean(points);
        Step step = new Step("NP", LABEL, "mean of 7 values", score, StepUnit.POINTS, inputs, null);
        return new BehaviourScore(score, missing, List.of(step));
    }
}
