package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import java.math.BigDecimal;
import java.util.Optional;

/** {@code pariaman.holistic@2025}. */
final class PlainHolistic extends PlainFormula {

    private static final String RUBRIC = "PAR.SKL.RUB";
    private static final String TEST = "PAR.SKL.TST";
    private static final String COMMUNITY = "PAR.INT";
    /** What steps that look at the two skill indicators name. */
    private static final String READS_RUBRIC = "achievement." + RUBRIC;
    private static final String READS_TEST = "achievement." + TEST;
    private static final String READS_COMMUNITY = "achievement." + COMMUNITY;
    private static final BigDecimal P20 = new BigDecimal("0.20");
    private static final BigDecimal P30 = new BigDecimal("0.30");
    private static final BigDecimal P40 = new BigDecimal("0.40");
    private static final BigDecimal P50 = new BigDecimal("0.50");
    private static final BigDecimal P60 = new BigDecimal("0.60");
    private static final BigDecimal P70 = new BigDecimal("0.70");
    private static final BigDecimal P80 = new BigDecimal("0.80");

    PlainHolistic(PackDescriptor pack, JsonNode file) {
        super(pack, file);
    }

    @Override
    Outcome scored(FormulaInput input, Assessment assessment, BigDecimal results, BigDecimal behaviour,
            Explanation explanation) {
        boolean skilled = assessment.achievement(RUBRIC).isPresent() || assessment.achievement(TEST).isPresent();
        BigDecimal skills = skills(assessment, explanation);
        BigDecimal whole = behaviour(input, assessment, behaviour, explanation);
        BigDecimal resultsPart = step(explanation, "NH_part", (skilled ? P50 : P70).multiply(results, DIGITS),
                !skilled, "NH", READS_RUBRIC, READS_TEST);
        BigDecimal skillsPart = step(explanation, "NS_part", P20.multiply(skills, DIGITS), false, "NS");
        BigDecimal behaviourPart = step(explanation, "NP_part", P30.multiply(whole, DIGITS), false, "NP_whole");
        BigDecimal index = step(explanation, "NR",
                resultsPart.add(skillsPart, DIGITS).add(behaviourPart, DIGITS), false, "NH_part", "NP_part", "NS_part");
        BigDecimal result = step(explanation, "NHS", skilled
                ? resultsPart.add(skillsPart, DIGITS).divide(P70, DIGITS) : results, false,
                "NH", "NH_part", "NS_part", READS_RUBRIC, READS_TEST);
        movedParts(assessment, explanation);
        if (skilled && skills.compareTo(input.parameters().decimal("training.below")) < 0) {
            flag(explanation, 3, Flag.Code.TRAINING_SUGGESTED, "NS");
        }
        return explanation.scored(result, whole, index);
    }

    private BigDecimal skills(Assessment assessment, Explanation explanation) {
        Optional<BigDecimal> rubric = assessment.achievement(RUBRIC);
        Optional<BigDecimal> test = assessment.achievement(TEST);
        BigDecimal rubricPart = step(explanation, "NS_rubric", rubric.isEmpty() ? BigDecimal.ZERO
                : (test.isPresent() ? P60 : BigDecimal.ONE).multiply(rubric.get(), DIGITS), rubric.isEmpty(),
                READS_RUBRIC, READS_TEST);
        BigDecimal testPart = step(explanation, "NS_test", test.isEmpty() ? BigDecimal.ZERO
                : (rubric.isPresent() ? P40 : BigDecimal.ONE).multiply(test.get(), DIGITS), test.isEmpty(),
                READS_RUBRIC, READS_TEST);
        return step(explanation, "NS", rubricPart.add(testPart, DIGITS), false, "NS_rubric", "NS_test");
    }

    private BigDecimal behaviour(FormulaInput input, Assessment assessment, BigDecimal behaviour,
            Explanation explanation) {
        Optional<BigDecimal> community = assessment.achievement(COMMUNITY);
        boolean alone = community.isEmpty();
        BigDecimal values = step(explanation, "NP_values", (alone ? P80 : P60).multiply(behaviour, DIGITS), alone,
                "NP", READS_COMMUNITY);
        BigDecimal team = step(explanation, "NP_team",
                P20.multiply(input.marks().get(BehaviourValue.COLLABORATIVE).points(), DIGITS), false,
                "mark.COLLABORATIVE");
        BigDecimal part = step(explanation, "NP_community",
                alone ? BigDecimal.ZERO : P20.multiply(community.get(), DIGITS), alone, READS_COMMUNITY);
        return step(explanation, "NP_whole", values.add(team, DIGITS).add(part, DIGITS), false,
                "NP_community", "NP_team", "NP_values");
    }

    private void movedParts(Assessment assessment, Explanation explanation) {
        String[] codes = {RUBRIC, TEST, COMMUNITY};
        for (int i = 0; i < codes.length; i++) {
            if (assessment.achievement(codes[i]).isEmpty()) {
                flag(explanation, i, Flag.Code.PART_MOVED, codes[i]);
            }
        }
    }
}
