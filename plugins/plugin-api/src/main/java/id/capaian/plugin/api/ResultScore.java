package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * NH: the sum of the rounded weighted terms. When something is left out, the sum is divided by the share of the weight
 * that is left, and rounded once. So the sum a person sees is the sum that was made.
 *
 * <p>Example: 26.25 + 26.00 + 41.80 = 94.05; without the second (weight 25): 68.05 ÷ 0.75 = 90.73, and it is flagged.
 *
 * @param score       NH, 0..120, two decimals; null when less than half the weight is left or nothing is in the set
 * @param weightTotal weight of the set in the plan, usually 100
 * @param weightLeft  weight of the indicators that count
 * @param steps       achievements and terms in the pack's order, then {@code NH}
 * @param flags       what was left out or limited, in or out of the set
 */
public record ResultScore(
        @Nullable BigDecimal score,
        BigDecimal weightTotal,
        BigDecimal weightLeft,
        List<Step> steps,
        List<Flag> flags) {

    private static final LocalizedText LABEL = new LocalizedText("Nilai hasil kerja (NH)", "Results score (NH)");
    private static final LocalizedText PARTIAL = new LocalizedText(
            "Dihitung dari bobot yang tersisa; indikator yang tidak layak nilai dikeluarkan.",
            "Made from the weight that is left; indicators that cannot count are left out.");

    public ResultScore {
        steps = List.copyOf(steps);
        flags = List.copyOf(flags);
    }

    /** Why there is no score; empty when there is one. */
    public Optional<Outcome.NotScorable> refusal() {
        if (score != null) {
            return Optional.empty();
        }
        boolean empty = weightTotal.signum() == 0;
        Outcome.Reason reason = empty ? Outcome.Reason.NO_INDICATORS : Outcome.Reason.DATA_QUALITY;
        LocalizedText detail = empty ? Words.NO_INDICATORS : Words.tooLittleWeight(weightLeft, weightTotal);
        return Optional.of(new Outcome.NotScorable(reason, detail, steps, flags));
    }

    static ResultScore of(List<AssessedIndicator> indicators) {
        List<Step> steps = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        indicators.forEach(assessed -> explain(assessed, steps, flags));
        List<AssessedIndicator> inSet = indicators.stream().filter(AssessedIndicator::inSet).toList();
        List<AssessedIndicator> counted = inSet.stream().filter(assessed -> assessed.term() != null).toList();
        BigDecimal total = sum(inSet, assessed -> assessed.input().weight());
        BigDecimal left = sum(counted, assessed -> assessed.input().weight());
        boolean enough = total.signum() > 0 && left.add(left).compareTo(total) >= 0;
        BigDecimal score = enough ? score(sum(counted, AssessedIndicator::term), left) : null;
        if (score != null) {
            steps.add(step(score, left, total, counted.stream().map(assessed -> "term." + assessed.code()).toList()));
        }
        return new ResultScore(score, total, left, steps, flags);
    }

    private static void explain(AssessedIndicator assessed, List<Step> steps, List<Flag> flags) {
        if (assessed.leftOut() != null) {
            flags.add(assessed.leftOut());
        }
        if (assessed.limited() != null) {
            flags.add(assessed.limited());
        }
        if (assessed.achievement() != null) {
            steps.add(assessed.achievementStep());
        }
        if (assessed.term() != null) {
            steps.add(assessed.termStep());
        }
    }

    private static BigDecimal sum(
            List<AssessedIndicator> indicators, Function<AssessedIndicator, @Nullable BigDecimal> part) {
        return indicators.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal score(BigDecimal sum, BigDecimal left) {
        BigDecimal score = left.compareTo(Kernel.HUNDRED) == 0
                ? sum : sum.multiply(Kernel.HUNDRED).divide(left, 2, RoundingMode.HALF_UP);
        return Kernel.clamp(score);
    }

    private static Step step(BigDecimal score, BigDecimal left, BigDecimal total, List<String> terms) {
        String sum = String.join(" + ", terms);
        String expression = left.compareTo(Kernel.HUNDRED) == 0
                ? sum : "(" + sum + ") ÷ " + left.movePointLeft(2).stripTrailingZeros().toPlainString();
        return new Step("NH", LABEL, expression, score, StepUnit.POINTS, terms,
                left.compareTo(total) == 0 ? null : PARTIAL);
    }
}
