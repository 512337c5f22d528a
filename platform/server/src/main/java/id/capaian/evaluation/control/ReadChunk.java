package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationChunk;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import id.capaian.planning.Reading;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a chunk needs: a handful of statements, however many people. */
@TenantUseCase
public class ReadChunk {

    private final EntityManager entityManager;
    private final RunSql runs;
    private final EvaluationSql evaluations;
    private final Catalogue catalogue;
    private final Periods periods;
    private final Plans plans;
    private final IndicatorValues values;
    private final Employees employees;

    ReadChunk() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadChunk(EntityManager entityManager, RunSql runs, EvaluationSql evaluations, Catalogue catalogue, Periods periods,
            Plans plans, IndicatorValues values, Employees employees) {
        this.entityManager = entityManager;
        this.runs = runs;
        this.evaluations = evaluations;
        this.catalogue = catalogue;
        this.periods = periods;
        this.plans = plans;
        this.values = values;
        this.employees = employees;
    }

    /** @throws ProblemException NOT_FOUND, PACK_NOT_READY when this node has not verified the frozen pack */
    public ChunkWork read(UUID runId, int number) {
        EvaluationChunk chunk = runs.chunk(runId, number).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        EvaluationRun run = entityManager.find(EvaluationRun.class, runId);
        if (chunk.done()) {
            return new ChunkWork(run.frozen(), List.of());
        }
        PackDescriptor pack = catalogue.descriptor(run.frozen().packId(), run.frozen().packVersion()).orElseThrow(() ->
                ProblemException.of(Problem.PACK_NOT_READY, run.frozen().packId(), run.frozen().packVersion()));
        return new ChunkWork(run.frozen(), people(run, chunk.evaluationIds(), pack));
    }

    private List<ChunkWork.Subject> people(EvaluationRun run, List<UUID> ids, PackDescriptor pack) {
        List<Evaluation> found = entityManager.createQuery("select e from Evaluation e where e.id in :ids",
                Evaluation.class)
                .setParameter("ids", ids).getResultList();
        Period period = periods.find(run.periodId()).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Map<UUID, Plan> planById = plans.plans(found.stream().map(Evaluation::planId).toList()).stream()
                .collect(Collectors.toMap(Plan::skpId, Function.identity()));
        Map<UUID, Placement> placements = employees.placements(
                planById.values().stream().map(Plan::assignmentId).toList());
        Set<UUID> subjects = found.stream().flatMap(e -> Stream.of(e.employeeId(),
                e.unitId())).collect(Collectors.toSet());
        Map<UUID, Map<String, Reading>> readings = values.latest(subjects, run.periodId());
        Map<UUID, Map<BehaviourValue, Mark>> marks = marks(ids);
        FormulaInputs inputs = new FormulaInputs(run.frozen(), pack, period);
        return found.stream().map(e -> {
            Plan plan = planById.get(e.planId());
            Placement placement = plan == null ? null : placements.get(plan.assignmentId());
            return new ChunkWork.Subject(e.id(), inputs.of(e.employeeId(), e.unitId(),
                    placement == null ? null : placement.jobFamily(), plan, readings, marks.getOrDefault(e.id(),
                            Map.of())));
        }).toList();
    }

    private Map<UUID, Map<BehaviourValue, Mark>> marks(List<UUID> ids) {
        Map<UUID, Map<BehaviourValue, Mark>> byEvaluation = new HashMap<>();
        for (Object[] row : evaluations.marks(ids)) {
            byEvaluation.computeIfAbsent((UUID) row[0], any -> new EnumMap<>(BehaviourValue.class))
                    .put(BehaviourValue.values()[((Number) row[1]).intValue() - 1], Mark.valueOf((String) row[2]));
        }
        return byEvaluation;
    }
}
