package ${package};

import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** 70% results and 30% behaviour. A low results score opens training. */
final class ServiceFormula implements Formula {

    static final FormulaDescriptor DESCRIPTOR = new FormulaDescriptor(
            "${region}.service@2026",
            Subject.PERSON,
            text("Layanan", "Service"),
            text("70% nilai hasil kerja dan 30% nilai perilaku.", "70% results and 30% behaviour."),
            Set.of(Need.RESULTS, Need.BEHAVIOUR),
            List.of());

    private static final BigDecimal RESULTS = new BigDecimal("0.70");
    private static final BigDecimal BEHAVIOUR = new BigDecimal("0.30");

    private final PackDescriptor pack;

    ServiceFormula(PackDescriptor pack) {
        this.pack = pack;
    }

    @Override
    public Outcome evaluate(FormulaInput input) {
        ResultScore results = Kernel.assess(input, pack).results();
        BehaviourScore behaviour = Kernel.behaviour(input.marks());
        if (results.score() == null) {
            return results.refusal().orElseThrow();
        }
        if (behaviour.score() == null) {
            return behaviour.refusal(results).orElseThrow();
        }
        Explanation explanation = new Explanation().results(results).behaviour(behaviour);
        BigDecimal resultsPart = explanation.step("NH_part", text("70% nilai hasil kerja", "70% of results"),
                "0.70 × NH", RESULTS.multiply(results.score()), "NH");
        BigDecimal behaviourPart = explanation.step("NP_part", text("30% nilai perilaku", "30% of behaviour"),
                "0.30 × NP", BEHAVIOUR.multiply(behaviour.score()), "NP");
        BigDecimal index = explanation.step("NR", text("Nilai rekap (NR)", "Index (NR)"),
                "NH_part + NP_part", resultsPart.add(behaviourPart), "NH_part", "NP_part");
        if (results.score().compareTo(input.parameters().decimal("training.below")) < 0) {
            explanation.flag(Flag.Code.TRAINING_SUGGESTED, "NH", text(
                    "Nilai hasil kerja rendah: ditawarkan pelatihan pelayanan.",
                    "A low results score: service training is offered."));
        }
        return explanation.scored(results.score(), behaviour.score(), index);
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}
