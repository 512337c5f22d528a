package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code tangerang-selatan.achievement@2025}. */
final class PlainAchievement extends PlainFormula {

    private static final String CITIZENS = "TSL.CIT";
    private static final String INNOVATIONS = "TSL.INV";
    private static final String READS_CITIZENS = "achievement." + CITIZENS;
    private static final BigDecimal RESULTS_SHARE = new BigDecimal("0.70");
    private static final BigDecimal WITHOUT_CITIZENS = new BigDecimal("0.80");
    private static final BigDecimal BEHAVIOUR_SHARE = new BigDecimal("0.20");
    private static final BigDecimal CITIZENS_SHARE = new BigDecimal("0.10");

    PlainAchievement(PackDescriptor pack, JsonNode file) {
        super(pack, file);
    }

    @Override
    Outcome scored(FormulaInput input, Assessment assessment, BigDecimal results, BigDecimal behaviour,
            Explanation explanation) {
        Optional<BigDecimal> citizens = assessment.achievement(CITIZENS);
        boolean moved = citizens.isEmpty();
        BigDecimal share = moved ? WITHOUT_CITIZENS : RESULTS_SHARE;
        BigDecimal resultsPart = step(explanation, "NH_part", share.multiply(results, DIGITS), moved,
                "NH", READS_CITIZENS);
        BigDecimal behaviourPart = step(explanation, "NP_part", BEHAVIOUR_SHARE.multiply(behaviour, DIGITS), false,
                "NP");
        BigDecimal citizensPart = step(explanation, "NC_part",
                moved ? BigDecimal.ZERO : CITIZENS_SHARE.multiply(citizens.get(), DIGITS), moved, READS_CITIZENS);
        BigDecimal bonus = step(explanation, "bonus", bonus(input, assessment), false, INNOVATIONS,
                "parameter.innovation.most", "parameter.innovation.points");
        BigDecimal sum = resultsPart.add(behaviourPart, DIGITS).add(citizensPart, DIGITS).add(bonus, DIGITS);
        BigDecimal index = step(explanation, "NR", Kernel.MAXIMUM.min(sum), false,
                "NC_part", "NH_part", "NP_part", "bonus");
        BigDecimal result = step(explanation, "NHC", moved ? results
                : resultsPart.add(citizensPart, DIGITS).divide(WITHOUT_CITIZENS, DIGITS), false,
                "NC_part", "NH", "NH_part", READS_CITIZENS);
        if (moved) {
            flag(explanation, 0, Flag.Code.PART_MOVED, CITIZENS);
        }
        if (results.compareTo(input.parameters().decimal("training.below")) < 0) {
            flag(explanation, 1, Flag.Code.TRAINING_SUGGESTED, "NH");
        }
        return explanation.scored(result, behaviour, index);
    }

    private static BigDecimal bonus(FormulaInput input, Assessment assessment) {
        return assessment.value(INNOVATIONS).map(adopted -> BigDecimal.ZERO.max(
                input.parameters().decimal("innovation.most").min(
                        input.parameters().decimal("innovation.points").multiply(adopted, DIGITS))))
                .orElse(BigDecimal.ZERO);
    }
}
