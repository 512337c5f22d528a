package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the steps and flags of one evaluation. Each step is rounded as it is written down, and the rounded value is
 * handed back to be carried on. Made for one evaluation, by one thread.
 *
 * <p>Example:
 * <pre>{@code
 * BigDecimal half = explanation.step("NB_superior", label, "0.50 × NP", share.multiply(np), "NP");
 * }</pre>
 */
public final class Explanation {

    private final List<Step> steps = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    /** An empty explanation. */
    public Explanation() {
        // nothing to prepare
    }

    /** Takes over the steps and flags of the results score. */
    public Explanation results(ResultScore results) {
        steps.addAll(results.steps());
        flags.addAll(results.flags());
        return this;
    }

    /** Takes over the steps of the behaviour score. */
    public Explanation behaviour(BehaviourScore behaviour) {
        steps.addAll(behaviour.steps());
        return this;
    }

    /**
     * Writes down a step in points.
     *
     * @param value as computed; it is rounded HALF_UP to two decimals
     * @return the rounded value
     */
    public BigDecimal step(String name, LocalizedText label, String expression, BigDecimal value, String... inputs) {
        return step(name, label, expression, value, StepUnit.POINTS, null, inputs);
    }

    /**
     * Writes down a step with a unit and a note.
     *
     * @param value as computed; it is rounded HALF_UP to two decimals
     * @param note  what is unusual about it; null when nothing is
     * @return the rounded value
     * @throws IllegalArgumentException when a step of this name exists already
     */
    public BigDecimal step(String name, LocalizedText label, String expression, BigDecimal value, StepUnit unit,
            @Nullable LocalizedText note, String... inputs) {
        if (steps.stream().anyMatch(step -> step.name().equals(name))) {
            throw new IllegalArgumentException("step " + name + " is written down already");
        }
        BigDecimal rounded = Kernel.round(value);
        steps.add(new Step(name, label, expression, rounded, unit, List.of(inputs), note));
        return rounded;
    }

    /** Writes down a flag. */
    public void flag(Flag.Code code, String about, LocalizedText text) {
        flags.add(new Flag(code, about, text));
    }

    /** A suggestion about a person. */
    public Outcome scored(BigDecimal result, BigDecimal behaviour, BigDecimal index) {
        return new Outcome.Scored(result, behaviour, index, steps, flags);
    }

    /** A figure about a rater or a unit: an index without ratings. */
    public Outcome indexOnly(BigDecimal index) {
        return new Outcome.Scored(null, null, index, steps, flags);
    }

    /** No suggestion, with what was computed so far. */
    public Outcome notScorable(Outcome.Reason reason, LocalizedText detail) {
        return new Outcome.NotScorable(reason, detail, steps, flags);
    }
}
