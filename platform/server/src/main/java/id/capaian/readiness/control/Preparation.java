package id.capaian.readiness.control;

import id.capaian.planning.Period;
import java.util.List;

/**
 * How far a government is prepared; computed from the data, but for the rehearsal.
 *
 * @param live      whether a period was ever opened
 * @param toOpen    planned periods that going live would open; empty when there is none
 * @param rehearsed the last rehearsal; null before the first
 */
public record Preparation(boolean live, List<Step> steps, List<Period> toOpen, RehearsalNote rehearsed) {

    public Preparation {
        steps = List.copyOf(steps);
        toOpen = List.copyOf(toOpen);
    }

    /** What keeps the government from going live. */
    public List<Step> blocking() {
        return steps.stream().filter(Step::blocks).toList();
    }

    /** How many steps need nothing more. */
    public long done() {
        return steps.stream().filter(step -> step.weight() == Step.Weight.DONE).count();
    }
}
