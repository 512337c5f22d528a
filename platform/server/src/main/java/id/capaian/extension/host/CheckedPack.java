package id.capaian.extension.host;

import id.capaian.extension.PackFault;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.OutcomeRule;
import java.util.List;

/**
 * A pack whose answers are looked at before anybody sees them: they are what their type says, and what every score must
 * be. Of either kind, and for its own examples as well as for people. To be called on the guarded thread.
 */
final class CheckedPack implements RegionPack {

    private final RegionPack pack;
    private final PackDescriptor descriptor;

    /** @param descriptor what the pack said of itself when it was loaded */
    CheckedPack(RegionPack pack, PackDescriptor descriptor) {
        this.pack = pack;
        this.descriptor = descriptor;
    }

    @Override
    public PackDescriptor descriptor() {
        return descriptor;
    }

    /** A formula that ends in {@link PackFault.Kind#WRONG_ANSWER} when its answer is none. */
    @Override
    public Formula formula(String id) {
        FormulaDescriptor described = descriptor.formula(id).orElseThrow(() -> wrong("has no formula " + id));
        return input -> checked(described, input);
    }

    private Outcome checked(FormulaDescriptor described, FormulaInput input) {
        Formula formula = pack.formula(described.id());
        Outcome outcome = Border.checked(Outcome.class, formula == null ? null : formula.evaluate(input));
        List<String> problems = OutcomeRule.problems(described.subject(), outcome);
        if (!problems.isEmpty()) {
            throw wrong(String.join("; ", problems));
        }
        return outcome;
    }

    private static PackFault wrong(String what) {
        return new PackFault(PackFault.Kind.WRONG_ANSWER, what);
    }
}
