package id.capaian.evaluation.control;

import id.capaian.evaluation.Scorability.Candidate;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Subject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a run would read, of people who may have no evaluation yet. */
@TenantUseCase
public class ReadCandidates {

    private final PersonInputs inputs;
    private final Bindings bindings;
    private final Catalogue catalogue;
    private final Periods periods;
    private final EvaluationSettings settings;

    ReadCandidates() {
        this(null, null, null, null, null);
    }

    @Inject
    ReadCandidates(PersonInputs inputs, Bindings bindings, Catalogue catalogue, Periods periods,
            EvaluationSettings settings) {
        this.inputs = inputs;
        this.bindings = bindings;
        this.catalogue = catalogue;
        this.periods = periods;
        this.settings = settings;
    }

    /**
     * Those computed with one pack.
     *
     * @param frozen null when the pack does not calculate on this node now; then there are no inputs
     */
    public record Part(Frozen frozen, List<Candidate> candidates, Map<Candidate, FormulaInput> inputs) {
    }

    /** By pack, as a run would part them; who has none is in no part. */
    public List<Part> read(UUID periodId, List<Candidate> candidates) {
        Period period = periods.find(periodId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Map<UUID, Binding> byUnit = bindings.of(candidates.stream().map(Candidate::orgUnitId).distinct().toList(),
                period.dayCounting(settings.today()));
        Map<Binding, List<Candidate>> byPack = new LinkedHashMap<>();
        candidates.stream().filter(one -> byUnit.containsKey(one.orgUnitId())).forEach(one ->
                byPack.computeIfAbsent(byUnit.get(one.orgUnitId()), any -> new ArrayList<>()).add(one));
        return byPack.entrySet().stream().map(entry -> part(period, entry.getKey(), entry.getValue())).toList();
    }

    private Part part(Period period, Binding binding, List<Candidate> candidates) {
        Optional<PackDescriptor> pack = catalogue.descriptor(binding.packId(), binding.version());
        return pack.flatMap(known -> bindings.frozen(binding, Subject.PERSON, period))
                .map(frozen -> new Part(frozen, candidates,
                        inputs.ofCandidates(frozen, pack.get(), period, candidates)))
                .orElseGet(() -> new Part(null, candidates, Map.of()));
    }
}
