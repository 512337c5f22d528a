package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.AnswerTerm;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Subject;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a rehearsal is played with: the period, the packs of units, the term of an answer. */
@LongWork
@TenantUseCase
public class ReadRehearsal {

    private final Bindings bindings;
    private final Catalogue catalogue;
    private final Periods periods;
    private final EvaluationSettings settings;

    ReadRehearsal() {
        this(null, null, null, null);
    }

    @Inject
    ReadRehearsal(Bindings bindings, Catalogue catalogue, Periods periods, EvaluationSettings settings) {
        this.bindings = bindings;
        this.catalogue = catalogue;
        this.periods = periods;
        this.settings = settings;
    }

    /** A pack as it would be frozen; null twice when it does not calculate on this node now. */
    public record Rules(PackDescriptor pack, Frozen frozen) {
    }

    /** @param rules by unit; units without a pack are absent */
    public record Scene(Period period, Map<UUID, Rules> rules, AnswerTerm term) {
    }

    /** Three statements, however many units. */
    public Scene read(UUID periodId, Collection<UUID> unitIds) {
        Period period = periods.find(periodId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Map<Binding, Rules> byBinding = new HashMap<>();
        Map<UUID, Rules> byUnit = new HashMap<>();
        bindings.of(unitIds, period.dayCounting(settings.today())).forEach((unit, binding) ->
                byUnit.put(unit, byBinding.computeIfAbsent(binding, any -> rules(binding, period))));
        return new Scene(period, byUnit, settings.answerTerm());
    }

    private Rules rules(Binding binding, Period period) {
        Optional<PackDescriptor> pack = catalogue.descriptor(binding.packId(), binding.version());
        return pack.flatMap(known -> bindings.frozen(binding, Subject.PERSON, period))
                .map(frozen -> new Rules(pack.get(), frozen)).orElseGet(() -> new Rules(null, null));
    }
}
