package id.capaian.region.mulyorejo;

import id.capaian.plugin.api.AssessedIndicator;
import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
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
 * 60% results and 40% behaviour, behaviour being half discipline and half the team score of peers: what was measured,
 * not what the rater prefers, so the seven marks are not read.
 *
 * <p>One half of behaviour that does not count moves to the other, and people are told; without both there is no score.
 */
final class ResultsAndBehaviour implements Formula {

    /** Parameter: peers that must have answered, at least 3. */
    static final String FEWEST_PEERS = "peers.minimum";
    /** Parameter: what lies below it suggests training or coaching; percent or points. */
    static final String TRAINING_BELOW = "training.below";

    static final FormulaDescriptor DESCRIPTOR = new FormulaDescriptor(
            "mulyorejo.results-and-behaviour@2025",
            Subject.PERSON,
            text("Hasil dan perilaku yang terukur", "Results and behaviour as measured"),
            text("60% hasil kerja dan 40% perilaku: disiplin (50%) dan kerja sama menurut rekan (50%).",
                    "60% results and 40% behaviour: discipline (50%) and team work as peers see it (50%)."),
            Set.of(Need.RESULTS),
            List.of(MulyorejoIndicators.DISCIPLINE, MulyorejoIndicators.TEAM));

    private static final BigDecimal RESULTS = new BigDecimal("0.60");
    private static final BigDecimal BEHAVIOUR = new BigDecimal("0.40");
    private static final BigDecimal HALF = new BigDecimal("0.50");
    private static final BigDecimal WHOLE = new BigDecimal("1.00");

    private final PackDescriptor pack;

    ResultsAndBehaviour(PackDescriptor pack) {
        this.pack = pack;
    }

    @Override
    public Outcome evaluate(FormulaInput input) {
        Assessment assessment = Kernel.assess(input, pack);
        ResultScore results = assessment.results();
        if (results.score() == null) {
            return results.refusal().orElseThrow();
        }
        Explanation explanation = new Explanation().results(results);
        Optional<BigDecimal> discipline = discipline(assessment, explanation);
        Optional<BigDecimal> team = team(input, assessment, explanation);
        if (discipline.isEmpty() && team.isEmpty()) {
            return explanation.notScorable(Outcome.Reason.DATA_QUALITY, text(
                    "Disiplin dan kerja sama belum dapat dihitung, jadi perilaku belum ada nilainya.",
                    "Neither discipline nor team work counts, so behaviour has no score."));
        }
        BigDecimal behaviour = behaviour(discipline, team, explanation);
        BigDecimal resultsPart = explanation.step("NH_part", text("60% nilai hasil", "60% of results"),
                "0.60 × NH", RESULTS.multiply(results.score()), "NH");
        BigDecimal behaviourPart = explanation.step("NP_part", text("40% nilai perilaku", "40% of behaviour"),
                "0.40 × NP", BEHAVIOUR.multiply(behaviour), "NP");
        BigDecimal index = explanation.step("NR", text("Nilai rekap (NR)", "Index (NR)"),
                "NH_part + NP_part", resultsPart.add(behaviourPart), "NH_part", "NP_part");
        suggestCoaching(input, assessment, discipline, team, explanation);
        return explanation.scored(results.score(), behaviour, index);
    }

    /** Discipline, 0..100; empty when its value does not count. */
    private static Optional<BigDecimal> discipline(Assessment assessment, Explanation explanation) {
        return assessment.value(MulyorejoIndicators.DISCIPLINE).map(value -> held(explanation, "discipline",
                text("Disiplin", "Discipline"), MulyorejoIndicators.DISCIPLINE, value, Kernel.HUNDRED));
    }

    /** The team score, 0..120; empty when its value does not count or fewer peers answered than may be shown. */
    private static Optional<BigDecimal> team(FormulaInput input, Assessment assessment, Explanation explanation) {
        BigDecimal fewest = input.parameters().decimal(FEWEST_PEERS);
        Optional<BigDecimal> score = assessment.value(MulyorejoIndicators.TEAM);
        Optional<Long> answers = answers(assessment);
        if (score.isPresent() && BigDecimal.valueOf(answers.orElse(0L)).compareTo(fewest) < 0) {
            explanation.flag(Flag.Code.SAMPLE_TOO_SMALL, MulyorejoIndicators.TEAM,
                    answers.isPresent() ? tooFew(fewest) : uncounted(fewest));
            return Optional.empty();
        }
        return score.map(value -> held(explanation, "team", text("Kerja sama", "Team work"), MulyorejoIndicators.TEAM,
                value, Kernel.MAXIMUM));
    }

    /** A step that is the value itself, held inside 0..most; where that bites, the step says so. */
    private static BigDecimal held(Explanation explanation, String name, LocalizedText label, String code,
            BigDecimal value, BigDecimal most) {
        BigDecimal score = Kernel.clamp(value).min(most);
        String edge = most.stripTrailingZeros().toPlainString();
        LocalizedText note = switch (Kernel.round(value).compareTo(score)) {
            case 0 -> null;
            case 1 -> text("Ditahan pada " + edge + ".", "Held at " + edge + ".");
            default -> text("Dihitung 0; tidak di bawah 0.", "Counted as 0; never below 0.");
        };
        return explanation.step(name, label, "min(" + edge + ", " + code + ")", score, StepUnit.POINTS, note, code);
    }

    /** How many peers answered; empty when nobody says. */
    private static Optional<Long> answers(Assessment assessment) {
        return assessment.find(MulyorejoIndicators.TEAM).map(AssessedIndicator::input)
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

    private static BigDecimal behaviour(
            Optional<BigDecimal> discipline, Optional<BigDecimal> team, Explanation explanation) {
        LocalizedText label = text("Nilai perilaku (NP)", "Behaviour score (NP)");
        if (team.isEmpty()) {
            explanation.flag(Flag.Code.PART_MOVED, MulyorejoIndicators.TEAM, text(
                    "Nilai rekan kerja belum dapat dihitung; bagiannya pindah ke disiplin.",
                    "The peers' score does not count; its part moves to discipline."));
            return explanation.step("NP", label, "discipline", WHOLE.multiply(discipline.orElseThrow()), "discipline");
        }
        if (discipline.isEmpty()) {
            explanation.flag(Flag.Code.PART_MOVED, MulyorejoIndicators.DISCIPLINE, text(
                    "Disiplin belum dapat dihitung; bagiannya pindah ke kerja sama.",
                    "Discipline does not count; its part moves to team work."));
            return explanation.step("NP", label, "team", WHOLE.multiply(team.get()), "team");
        }
        BigDecimal ofDiscipline = explanation.step("NP_discipline", text("50% disiplin", "50% of discipline"),
                "0.50 × discipline", HALF.multiply(discipline.get()), "discipline");
        BigDecimal ofTeam = explanation.step("NP_team", text("50% kerja sama", "50% of team work"),
                "0.50 × team", HALF.multiply(team.get()), "team");
        return explanation.step("NP", label, "NP_discipline + NP_team", ofDiscipline.add(ofTeam), "NP_discipline",
                "NP_team");
    }

    /** Whatever lies below the line opens coaching or training (MUL-08); nothing is deducted. */
    private static void suggestCoaching(FormulaInput input, Assessment assessment, Optional<BigDecimal> discipline,
            Optional<BigDecimal> team, Explanation explanation) {
        BigDecimal line = input.parameters().decimal(TRAINING_BELOW);
        for (AssessedIndicator assessed : assessment.indicators()) {
            BigDecimal reached = switch (assessed.code()) {
                case MulyorejoIndicators.DISCIPLINE -> discipline.orElse(null);
                case MulyorejoIndicators.TEAM -> team.orElse(null);
                default -> assessed.achievement();
            };
            if (reached != null && reached.compareTo(line) < 0) {
                explanation.flag(Flag.Code.TRAINING_SUGGESTED, assessed.code(), text(
                        "Ditawarkan pembinaan atau pelatihan: " + assessed.indicator().name().id() + ".",
                        "Coaching or training is offered: " + assessed.indicator().name().en() + "."));
            }
        }
    }

    private static LocalizedText text(String id, String en) {
        return new LocalizedText(id, en);
    }
}
