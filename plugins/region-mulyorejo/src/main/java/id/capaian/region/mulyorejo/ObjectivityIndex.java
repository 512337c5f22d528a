package id.capaian.region.mulyorejo;

import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.RaterFacts;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How objectively somebody rated, 0..1: 40% results with valid evidence, 30% a mean of marks near the unit's, 30%
 * ratings that agree with the suggestion or were upheld by calibration.
 *
 * <p>Fewer than five people rated say nothing about a rater: not computed. Nor is it when one of the three has nothing
 * to be made from, since a rater should not go to calibration for a figure that was half guessed.
 */
final class ObjectivityIndex implements Formula {

    /** Parameter: people that must have been rated, at least 5. */
    static final String FEWEST_PEOPLE = "rater.people.minimum";
    /** Parameter: an index below it sends the rater's list to calibration, 0..1. */
    static final String CALIBRATION_BELOW = "calibration.below";

    static final FormulaDescriptor DESCRIPTOR = new FormulaDescriptor(
            "mulyorejo.objectivity@2025",
            Subject.RATER,
            text("Indeks objektivitas penilai", "Objectivity index of a rater"),
            text("40% kelengkapan bukti, 30% kewajaran tanda, 30% kesesuaian dengan saran nilai.",
                    "40% coverage by evidence, 30% marks without bias, 30% agreement with the suggestions."),
            Set.of(),
            List.of());

    private static final BigDecimal COVERAGE = new BigDecimal("0.40");
    private static final BigDecimal UNBIASED = new BigDecimal("0.30");
    private static final BigDecimal AGREEMENT = new BigDecimal("0.30");
    /** Points between the means at which the bias is complete. */
    private static final BigDecimal WIDEST = new BigDecimal("20");

    @Override
    public Outcome evaluate(FormulaInput input) {
        Explanation explanation = new Explanation();
        BigDecimal fewest = input.parameters().decimal(FEWEST_PEOPLE);
        if (fact(input, RaterFacts.PEOPLE).compareTo(fewest) < 0) {
            return explanation.notScorable(Outcome.Reason.TOO_FEW, text(
                    "Pegawai yang dinilai kurang dari " + fewest.toPlainString() + ".",
                    "Fewer than " + fewest.toPlainString() + " people were rated."));
        }
        Optional<LocalizedText> lacking = lacking(input);
        if (lacking.isPresent()) {
            return explanation.notScorable(Outcome.Reason.RULE, lacking.get());
        }
        BigDecimal coverage = part(explanation, "OI_coverage", text("40% kelengkapan bukti", "40% of coverage"),
                "0.40 × coverage", COVERAGE.multiply(coverage(input, explanation)), "coverage");
        BigDecimal unbiased = part(explanation, "OI_unbiased", text("30% kewajaran tanda", "30% without bias"),
                "0.30 × (1 − bias)", UNBIASED.multiply(BigDecimal.ONE.subtract(bias(input, explanation))), "bias");
        BigDecimal agreement = part(explanation, "OI_agreement", text("30% kesesuaian", "30% of agreement"),
                "0.30 × agreement", AGREEMENT.multiply(agreement(input, explanation)), "agreement");
        BigDecimal index = part(explanation, "OI", text("Indeks objektivitas", "Objectivity index"),
                "OI_coverage + OI_unbiased + OI_agreement", coverage.add(unbiased).add(agreement),
                "OI_coverage", "OI_unbiased", "OI_agreement");
        if (index.compareTo(input.parameters().decimal(CALIBRATION_BELOW)) < 0) {
            explanation.flag(Flag.Code.CALIBRATION_NEEDED, "OI", text(
                    "Daftar penilai ini diselaraskan lebih dahulu sebelum disampaikan.",
                    "This rater's list is calibrated first, before anybody is told."));
        }
        return explanation.indexOnly(index);
    }

    /** Why a part has nothing to be made from; empty when all three can be made. */
    private static Optional<LocalizedText> lacking(FormulaInput input) {
        if (fact(input, RaterFacts.ITEMS).signum() == 0) {
            return Optional.of(text("SKP yang dinilai tidak memuat hasil kerja.", "The rated plans have no results."));
        }
        if (!input.facts().containsKey(RaterFacts.RATER_MEAN) || !input.facts().containsKey(RaterFacts.UNIT_MEAN)) {
            return Optional.of(text("Nilai perilaku belum ada yang ditandai.", "No value of conduct is marked."));
        }
        if (fact(input, RaterFacts.RATINGS).signum() == 0) {
            return Optional.of(text("Tidak ada saran nilai untuk dibandingkan.",
                    "There was no suggestion to compare with."));
        }
        return Optional.empty();
    }

    private static BigDecimal coverage(FormulaInput input, Explanation explanation) {
        return part(explanation, "coverage", text("Kelengkapan bukti", "Coverage by evidence"),
                "items-with-evidence ÷ items", ratio(input, RaterFacts.ITEMS_WITH_EVIDENCE, RaterFacts.ITEMS),
                RaterFacts.ITEMS_WITH_EVIDENCE, RaterFacts.ITEMS);
    }

    private static BigDecimal bias(FormulaInput input, Explanation explanation) {
        BigDecimal apart = fact(input, RaterFacts.RATER_MEAN).subtract(fact(input, RaterFacts.UNIT_MEAN)).abs();
        return part(explanation, "bias", text("Penyimpangan dari unit", "Bias against the unit"),
                "min(1, |rater-mean − unit-mean| ÷ 20)",
                apart.divide(WIDEST, 2, RoundingMode.HALF_UP).min(BigDecimal.ONE),
                RaterFacts.RATER_MEAN, RaterFacts.UNIT_MEAN);
    }

    private static BigDecimal agreement(FormulaInput input, Explanation explanation) {
        return part(explanation, "agreement", text("Kesesuaian dengan saran", "Agreement with the suggestions"),
                "ratings-agreeing ÷ ratings", ratio(input, RaterFacts.RATINGS_AGREEING, RaterFacts.RATINGS),
                RaterFacts.RATINGS_AGREEING, RaterFacts.RATINGS);
    }

    private static BigDecimal part(Explanation explanation, String name, LocalizedText label, String expression,
            BigDecimal value, String... inputs) {
        return explanation.step(name, label, expression, value, StepUnit.RATIO, null, inputs);
    }

    /** Rounded once, two decimals. */
    private static BigDecimal ratio(FormulaInput input, String part, String whole) {
        return fact(input, part).divide(fact(input, whole), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal fact(FormulaInput input, String name) {
        Map<String, BigDecimal> facts = input.facts();
        BigDecimal value = facts.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    DESCRIPTOR.id() + " needs fact \"" + name + "\" of a rater, was given " + facts.keySet());
        }
        return value;
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}
