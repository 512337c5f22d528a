package id.capaian.plugin.engine;

import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every outcome keeps to beyond its type: scores in 0..120 with two decimals, both ratings of a person and none of
 * anybody else, steps with names of their own. The test kit asks for it while a pack is written, the server at every
 * answer: what breaks it could be neither stored nor explained.
 */
public final class OutcomeRule {

    private static final int DECIMALS = 2;

    private final List<String> problems = new ArrayList<>();

    private OutcomeRule() {
    }

    /**
     * Looks at an outcome.
     *
     * @param subject about whom its formula speaks
     * @return everything wrong, in English, e.g. {@code index has 3 decimals, must have 2}; empty when nothing is
     */
    public static List<String> problems(Subject subject, Outcome outcome) {
        OutcomeRule rule = new OutcomeRule();
        rule.steps(outcome.steps());
        if (outcome instanceof Outcome.Scored scored) {
            rule.rating(subject, "result", scored.result());
            rule.rating(subject, "behaviour", scored.behaviour());
            rule.score("index", scored.index());
        }
        return rule.problems;
    }

    private void steps(List<Step> steps) {
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                problems.add("step " + step.name() + " is there twice");
            }
            decimals("step " + step.name(), step.value());
        }
    }

    private void rating(Subject subject, String name, @Nullable BigDecimal score) {
        if (score != null) {
            score(name, score);
        }
        if (subject == Subject.PERSON && score == null) {
            problems.add(name + " is missing; a formula about people suggests both ratings");
        } else if (subject != Subject.PERSON && score != null) {
            problems.add(name + " is there; only a formula about people suggests ratings");
        }
    }

    private void score(String name, BigDecimal score) {
        decimals(name, score);
        if (score.compareTo(Kernel.clamp(score)) != 0) {
            problems.add(name + " is " + score.toPlainString() + ", outside 0..120");
        }
    }

    private void decimals(String name, BigDecimal value) {
        if (value.scale() != DECIMALS) {
            problems.add(name + " has " + value.scale() + " decimals, must have " + DECIMALS);
        }
    }
}
