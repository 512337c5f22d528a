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

/** {@code samarinda.service-quality@2025}. */
final class PlainServiceQuality extends PlainFormula {

    private static final String PATIENTS = "SMD.PAT";
    private static final String SATISFACTION = "SMD.SAT";
    private static final String RESPONSE = "SMD.RSP";
    private static final BigDecimal RESULTS_SHARE = new BigDecimal("0.70");
    private static final BigDecimal BEHAVIOUR_SHARE = new BigDecimal("0.30");

    PlainServiceQuality(PackDescriptor pack, JsonNode file) {
        super(pack, file);
    }

    @Override
    Assessment limited(FormulaInput input, Assessment assessment) {
        if (assessment.achievement(PATIENTS).isEmpty()) {
            return assessment;
        }
        BigDecimal needed = input.parameters().decimal("guard.satisfaction");
        boolean satisfied = assessment.value(SATISFACTION).filter(value -> value.compareTo(needed) >= 0).isPresent();
        return assessment.limit(PATIENTS, input.parameters().decimal("guard.ceiling"), limit(0))
                .limit(PATIENTS, satisfied ? Kernel.MAXIMUM : Kernel.HUNDRED, limit(1));
    }

    @Override
    Outcome scored(FormulaInput input, Assessment assessment, BigDecimal results, BigDecimal behaviour,
            Explanation explanation) {
        BigDecimal resultsPart = step(explanation, "NH_part", RESULTS_SHARE.multiply(results, DIGITS), false, "NH");
        BigDecimal behaviourPart = step(explanation, "NP_part", BEHAVIOUR_SHARE.multiply(behaviour, DIGITS), false,
                "NP");
        BigDecimal index = step(explanation, "NR", resultsPart.add(behaviourPart, DIGITS), false, "NH_part", "NP_part");
        BigDecimal line = input.parameters().decimal("training.below");
        if (isBelow(assessment.achievement(RESPONSE), line)) {
            flag(explanation, 0, Flag.Code.TRAINING_SUGGESTED, RESPONSE);
        }
        if (isBelow(assessment.achievement(SATISFACTION), line)) {
            flag(explanation, 1, Flag.Code.TRAINING_SUGGESTED, SATISFACTION);
        }
        if (results.compareTo(line) < 0) {
            flag(explanation, 2, Flag.Code.TRAINING_SUGGESTED, "NH");
        }
        return explanation.scored(results, behaviour, index);
    }

    private static boolean isBelow(Optional<BigDecimal> achievement, BigDecimal line) {
        return achievement.filter(percent -> percent.compareTo(line) < 0).isPresent();
    }
}
