package id.capaian.extension.control;

import id.capaian.extension.OrganisationChart;
import id.capaian.extension.PackCondition;
import id.capaian.extension.ParameterForm;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** What the acting tenant may enable, and the rules of enabling; part of the running use case. */
@ApplicationScoped
public class Offers {

    private final PacksSql packs;
    private final PluginHost host;
    private final OrganisationChart chart;
    private final Today today;

    Offers() {
        this(null, null, null, null);
    }

    @Inject
    Offers(PacksSql packs, PluginHost host, OrganisationChart chart, Today today) {
        this.packs = packs;
        this.host = host;
        this.chart = chart;
        this.today = today;
    }

    /**
     * Binds a pack when nothing speaks against it.
     *
     * @return the binding made, or the equal one there was
     * @throws ProblemException {@link Problem#PACK_NOT_OFFERED}, {@link Problem#PACK_NOT_READY}, or
     *                          {@link Problem#INVALID_INPUT} for parameters the pack refuses and a unit there is not
     */
    EnablePack.Made enable(EnablePack.Wish wish, Locale locale) {
        requireOffered(wish);
        List<FieldProblem> problems = Stream.concat(unit(wish.orgUnitId()),
                ParameterForm.problems(verified(wish), wish.parameters(), locale).stream()
                        .map(Offers::ofParameters)).toList();
        if (!problems.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, problems);
        }
        UUID made = packs.enable(wish.packId(), wish.version(), wish.parameters(), wish.effectiveFrom(),
                wish.orgUnitId());
        return new EnablePack.Made(made, effect(made, wish.effectiveFrom()));
    }

    private EnablePack.Effect effect(UUID made, LocalDate from) {
        if (from.isAfter(today.date())) {
            return EnablePack.Effect.LATER;
        }
        InForce bindings = new InForce(packs.bindings(), today.date(), host::isActive);
        return bindings.bindings().stream().filter(binding -> binding.bindingId().equals(made))
                .anyMatch(bindings::isNewest) ? EnablePack.Effect.NOW : EnablePack.Effect.PAST;
    }

    private static FieldProblem ofParameters(FieldProblem problem) {
        return new FieldProblem(problem.field().isEmpty() ? "parameters" : "parameters/" + problem.field(),
                problem.detail());
    }

    private void requireOffered(EnablePack.Wish wish) {
        PackKey wanted = new PackKey(wish.packId(), wish.version());
        if (packs.offered().stream().map(OfferedPack::pack).noneMatch(wanted::equals)) {
            throw new ProblemException(Problem.PACK_NOT_OFFERED);
        }
    }

    private PackDescriptor verified(EnablePack.Wish wish) {
        PackKey pack = new PackKey(wish.packId(), wish.version());
        boolean refused = host.report(pack).filter(report -> report.condition() == PackCondition.FAILED).isPresent();
        return host.verified(pack).filter(verified -> !refused)
                .orElseThrow(() -> ProblemException.of(Problem.PACK_NOT_READY, wish.packId(), wish.version()))
                .descriptor();
    }

    private Stream<FieldProblem> unit(UUID orgUnitId) {
        return orgUnitId == null || !chart.upwards(orgUnitId).isEmpty() ? Stream.empty()
                : Stream.of(new FieldProblem("orgUnitId", "extension.unit.unknown"));
    }
}
