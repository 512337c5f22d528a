package id.capaian.region.tubei;

import id.capaian.plugin.api.AssessedIndicator;
import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 60% results and 40% behaviour, behaviour being half the superior's and a quarter each the peers' and the community's.
 *
 * <p>Too few peers, or a community figure that does not count: that quarter moves to the superior, and people are told.
 */
final class ThreeSixty implements Formula {

    static final FormulaDescriptor DESCRIPTOR = new FormulaDescriptor(
            "tubei.three-sixty@2025",
            Subject.PERSON,
            text("Penilaian 360 derajat", "360 degree rating"),
            text("60% hasil kerja dan 40% perilaku menurut atasan (50%), rekan kerja (25%) dan masyarakat (25%).",
                    "60% results and 40% behaviour as seen by superior (50%), peers (25%) and community (25%)."),
            Set.of(Need.RESULTS, Need.BEHAVIOUR),
            List.of(TubeiIndicators.PEER, TubeiIndicators.OFFICERS));

    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal RESULTS = new BigDecimal("0.60");
    private static final BigDecimal BEHAVIOUR = new BigDecimal("0.40");
    private static final BigDecimal PEER_BASE = new BigDecimal("40");
    private static final BigDecimal PEER_STEP = new BigDecimal("20");
    private static final BigDecimal PEER_LOWEST = new BigDecimal("60.00");

    private final PackDescriptor pack;

    ThreeSixty(PackDescriptor pack) {
        this.pack = pack;
    }

    @Override
    public Outcome evaluate(FormulaInput input) {
        Assessment assessment = Kernel.assess(input, pack);
        ResultScore results = assessment.results();
        BehaviourScore superior = Kernel.behaviour(input.marks());
        if (results.score() == null) {
            return results.refusal().orElseThrow();
        }
        if (superior.score() == null) {
            return superior.refusal(results).orElseThrow();
        }
        Explanation explanation = new Explanation().results(results).behaviour(superior);
        Optional<BigDecimal> peers = peers(input, assessment, explanation);
        BigDecimal behaviour = behaviour(assessment, superior.score(), peers, explanation);
        BigDecimal resultsPart = explanation.step("NH_part", text("60% nilai hasil", "60% of results"),
                "0.60 × NH", RESULTS.multiply(results.score()), "NH");
        BigDecimal behaviourPart = explanation.step("NB_part", text("40% nilai perilaku", "40% of behaviour"),
                "0.40 × NB", BEHAVIOUR.multiply(behaviour), "NB");
        BigDecimal index = explanation.step("NR", text("Nilai rekap (NR)", "Index (NR)"),
                "NH_part + NB_part", resultsPart.add(behaviourPart), "NH_part", "NB_part");
        suggestTraining(input, assessment, peers, explanation);
        return explanation.scored(results.score(), behaviour, index);
    }

    private static BigDecimal behaviour(
            Assessment assessment, BigDecimal superior, Optional<BigDecimal> peers, Explanation explanation) {
        Optional<BigDecimal> community = assessment.achievement(TubeiIndicators.OFFICERS);
        if (community.isEmpty()) {
            explanation.flag(Flag.Code.PART_MOVED, TubeiIndicators.OFFICERS, text(
                    "Nilai masyarakat belum dapat dihitung; bagiannya dinilai atasan.",
                    "The community's figure does not count; its part moves to the superior."));
        }
        BigDecimal share = HALF
                .add(peers.isEmpty() ? QUARTER : BigDecimal.ZERO)
                .add(community.isEmpty() ? QUARTER : BigDecimal.ZERO);
        BigDecimal sum = explanation.step("NB_superior", text("Bagian atasan", "Part of the superior"),
                share.toPlainString() + " × NP", share.multiply(superior), "NP");
        StringBuilder expression = new StringBuilder("NB_superior");
        if (peers.isPresent()) {
            sum = sum.add(explanation.step("NB_peers", text("Bagian rekan kerja", "Part of the peers"),
                    "0.25 × peers", QUARTER.multiply(peers.get()), "peers"));
            expression.append(" + NB_peers");
        }
        if (community.isPresent()) {
            sum = sum.add(explanation.step("NB_community", text("Bagian masyarakat", "Part of the community"),
                    "0.25 × achievement.TUB.OFF", QUARTER.multiply(community.get()), "achievement.TUB.OFF"));
            expression.append(" + NB_community");
        }
        return explanation.step("NB", text("Nilai perilaku 360 (NB)", "Behaviour score 360 (NB)"),
                expression.toString(), sum, expression.toString().split(" \\+ "));
    }

    /** The peers' score, 60..120; empty, and flagged, when it has no value that counts or too few answered. */
    private static Optional<BigDecimal> peers(FormulaInput input, Assessment assessment, Explanation explanation) {
        Optional<BigDecimal> mean = assessment.value(TubeiIndicators.PEER);
        BigDecimal fewest = input.parameters().decimal("peers.minimum");
        Optional<Long> answers = answers(assessment);
        if (mean.isPresent() && BigDecimal.valueOf(answers.orElse(0L)).compareTo(fewest) < 0) {
            explanation.flag(Flag.Code.SAMPLE_TOO_SMALL, TubeiIndicators.PEER,
                    answers.isPresent() ? tooFew(fewest) : uncounted(fewest));
            mean = Optional.empty();
        }
        if (mean.isEmpty()) {
            explanation.flag(Flag.Code.PART_MOVED, TubeiIndicators.PEER, text(
                    "Nilai rekan kerja belum dapat dihitung; bagiannya dinilai atasan.",
                    "The peers' figure does not count; its part moves to the superior."));
        }
        return mean.map(value -> ofPeers(value, explanation));
    }

    /** Of 1 to 4: 60 to 120. A mean beyond them is held at the edge, and the step says so. */
    private static BigDecimal ofPeers(BigDecimal mean, Explanation explanation) {
        BigDecimal computed = Kernel.round(PEER_BASE.add(PEER_STEP.multiply(mean)));
        BigDecimal score = computed.max(PEER_LOWEST).min(Kernel.MAXIMUM);
        LocalizedText note = switch (computed.compareTo(score)) {
            case 0 -> null;
            case 1 -> text("Ditahan pada 120.", "Held at 120.");
            default -> text("Dihitung 60; tidak di bawah 60.", "Counted as 60; never below 60.");
        };
        return explanation.step("peers", text("Nilai rekan kerja", "Score of the peers"),
                "min(120, 40 + 20 × TUB.PEER)", score, StepUnit.POINTS, note, TubeiIndicators.PEER);
    }

    /** How many peers answered; empty when nobody says. */
    private static Optional<Long> answers(Assessment assessment) {
        return assessment.find(TubeiIndicators.PEER).map(AssessedIndicator::input)
                .map(given -> given.reading()).map(IndicatorReading::sampleSize);
    }

    private static LocalizedText tooFew(BigDecimal fewest) {
        return text("Rekan kerja yang menilai kurang dari " + fewest.toPlainString() + "; tidak dihitung.",
                "Fewer than " + fewest.toPlainString() + " peers answered; left out.");
    }

    private static LocalizedText uncounted(BigDecimal fewest) {
        return text("Jumlah rekan kerja yang menilai tidak diketahui, paling sedikit " + fewest.toPlainString()
                        + "; tidak dihitung.",
                "It is not known how many peers answered, at least " + fewest.toPlainString() + " needed; left out.");
    }

    /** Any indicator below the line, peers' included, or value of conduct below expectation, opens a training need. */
    private static void suggestTraining(
            FormulaInput input, Assessment assessment, Optional<BigDecimal> peers, Explanation explanation) {
        BigDecimal line = input.parameters().decimal("training.below");
        for (AssessedIndicator assessed : assessment.indicators()) {
            BigDecimal achievement = assessed.achievement();
            if (achievement != null && achievement.compareTo(line) < 0) {
                explanation.flag(Flag.Code.TRAINING_SUGGESTED, assessed.code(), text(
                        "Ditawarkan pelatihan: " + assessed.indicator().name().id() + " belum mencapai target.",
                        "Training is offered: " + assessed.indicator().name().en() + " has not reached its target."));
            }
        }
        if (peers.isPresent() && peers.get().compareTo(line) < 0) {
            explanation.flag(Flag.Code.TRAINING_SUGGESTED, TubeiIndicators.PEER, text(
                    "Ditawarkan pembinaan berdasarkan penilaian rekan kerja.",
                    "Coaching is offered because of what peers told."));
        }
        input.marks().forEach((value, mark) -> {
            if (mark == Mark.BELOW) {
                explanation.flag(Flag.Code.TRAINING_SUGGESTED, value.name(), text(
                        "Ditawarkan pembinaan nilai " + value.label().id() + ".",
                        "Coaching is offered on the value " + value.label().en() + "."));
            }
        });
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}
