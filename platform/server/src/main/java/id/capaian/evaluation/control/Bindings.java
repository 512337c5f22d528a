package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Period;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Which pack computes for which unit, and what is frozen of it when it does. */
@ApplicationScoped
class Bindings {

    private final Catalogue catalogue;
    private final Standing standing;
    private final Caller caller;

    Bindings() {
        this(null, null, null);
    }

    @Inject
    Bindings(Catalogue catalogue, Standing standing, Caller caller) {
        this.catalogue = catalogue;
        this.standing = standing;
        this.caller = caller;
    }

    /** The pack of a unit, or of the government as a whole for null; empty when none is enabled. */
    Optional<Binding> of(UUID unitId, LocalDate on) {
        return catalogue.bindingOf(caller.tenant(), unitId == null ? List.of() : standing.selfAndAbove(unitId), on);
    }

    /** The packs of many units; units without one are absent. */
    Map<UUID, Binding> of(Collection<UUID> unitIds, LocalDate on) {
        Map<UUID, Binding> byUnit = new HashMap<>();
        standing.chains(unitIds).forEach((unit, chain) -> catalogue.bindingOf(caller.tenant(), chain, on)
                .ifPresent(binding -> byUnit.put(unit, binding)));
        return byUnit;
    }

    /**
     * Pack, formula and parameters as they are now.
     *
     * @return empty when the pack has no formula about such a subject
     * @throws ProblemException {@link Problem#PACK_NOT_READY} when this node has not verified the pack
     */
    Optional<Frozen> frozen(Binding binding, Subject subject, Period period) {
        PackDescriptor pack = catalogue.descriptor(binding.packId(), binding.version())
                .orElseThrow(() -> ProblemException.of(Problem.PACK_NOT_READY, binding.packId(), binding.version()));
        return frozen(pack, binding.sha256(), binding.parameters(), subject, period);
    }

    /**
     * The same of a pack that need not be bound.
     *
     * @param sha256 of its jar
     * @param own    the tenant's own parameters, a flat JSON object
     */
    static Optional<Frozen> frozen(PackDescriptor pack, String sha256, String own, Subject subject, Period period) {
        Parameters parameters = pack.parameters().replacedBy(ParametersJson.read(own));
        return formula(pack, subject, period.endsOn().getYear()).map(formula -> new Frozen(pack.id(), pack.version(),
                sha256, formula, Json.write(new TreeMap<>(parameters.values()))));
    }

    /** Of the pack's formulas the newest that is not newer than the period, else the oldest; ids end with a year. */
    private static Optional<String> formula(PackDescriptor pack, Subject subject, int year) {
        Comparator<FormulaDescriptor> byYear = Comparator.comparingInt(formula -> year(formula.id()));
        List<FormulaDescriptor> candidates = pack.formulas().stream()
                .filter(formula -> formula.subject() == subject).sorted(byYear).toList();
        return candidates.stream().filter(formula -> year(formula.id()) <= year).max(byYear)
                .or(() -> candidates.stream().findFirst()).map(FormulaDescriptor::id);
    }

    private static int year(String formulaId) {
        return Integer.parseInt(formulaId.substring(formulaId.lastIndexOf('@') + 1));
    }
}
