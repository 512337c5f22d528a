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
import java.util.List;
import java.util.Optional;

/** {@code samarinda.service-quality@2025}. */
final class PlainServiceQuality extends PlainFormula {

    private static final String PATIENTS = "SMD.PAT";
    private static final String SATISFACTION = "SMD.SAT";
    /** In the order of the pack's flags; those about the two scores come after them. */
    private static final List<String> INDICATORS = List.of("SMD.RSP", PATIENTS, SATISFACTION, "SMD.CLS", "SMD.REO",
            "SMD.INN");
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
        boolean satisfied = assessment.value(SATISFACTION).map(Kernel::round)
                .filter(index -> index.compareTo(needed) >= 0).isPresent();
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
        for (int number = 0; number < INDICATORS.size(); number++) {
            suggest(explanation, number, INDICATORS.get(number), assessment.achievement(INDICATORS.get(number)), line);
        }
        suggest(explanation, INDICATORS.size(), "NH", Optional.of(results), line);
        suggest(explanation, INDICATORS.size() + 1, "NP", Optional.of(behaviour), line);
        return explanation.scored(results, behaviour, index);
    }

    private void suggest(Explanation explanation, int number, String about, Optional<BigDecimal> reached,
            BigDecimal line) {
        if (reached.filter(percent -> percent.compareTo(line) < 0).isPresent()) {
            flag(explanation, number, Flag.Code.TRAINING_SUGGESTED, about);
        }
    }
}
