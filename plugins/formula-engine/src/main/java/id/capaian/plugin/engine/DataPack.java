package id.capaian.plugin.engine;

import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Subject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A pack whose behaviour came from files. */
record DataPack(PackDescriptor descriptor, Map<String, DataFormula> formulas) implements RegionPack {

    @Override
    public Formula formula(String id) {
        DataFormula formula = formulas.get(id);
        if (formula == null) {
            throw new IllegalArgumentException(descriptor.id() + " has no formula " + id);
        }
        return formula;
    }

    /** Names of all steps a score about a person can have. */
    Set<String> personSteps() {
        Set<String> steps = new TreeSet<>();
        formulas.values().stream().filter(formula -> formula.descriptor().subject() == Subject.PERSON)
                .forEach(formula -> steps.addAll(formula.stepNames()));
        return steps;
    }
}
