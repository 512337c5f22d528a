package id.capaian.evaluation.control;

import id.capaian.evaluation.Scorability.Candidate;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.planning.IndicatorValues;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanReadings;
import id.capaian.planning.Plans;
import id.capaian.planning.Reading;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What formulas may know of many people as it is now: a handful of statements, however many they are. */
@ApplicationScoped
class PersonInputs {

    private final EntityManager entityManager;
    private final EvaluationSql evaluations;
    private final Periods periods;
    private final Plans plans;
    private final JudgedPlans judgedPlans;
    private final IndicatorValues values;
    private final Employees employees;

    PersonInputs() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    PersonInputs(EntityManager entityManager, EvaluationSql evaluations, Periods periods, Plans plans,
            JudgedPlans judgedPlans, IndicatorValues values, Employees employees) {
        this.entityManager = entityManager;
        this.evaluations = evaluations;
        this.periods = periods;
        this.plans = plans;
        this.judgedPlans = judgedPlans;
        this.values = values;
        this.employees = employees;
    }

    /**
     * The inputs of evaluations of one period.
     *
     * @param frozen what is computed with
     * @param pack   what its pack offers
     * @return in no order; evaluations that are gone are absent
     */
    List<ChunkWork.Subject> of(Frozen frozen, PackDescriptor pack, UUID periodId, Collection<UUID> evaluationIds) {
        List<Evaluation> found = evaluations(evaluationIds);
        Period period = periods.find(periodId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return of(frozen, pack, period, found.stream().map(e ->
                new Candidate(e.planId(), e.id(), e.employeeId(), e.unitId())).toList(), found).entrySet().stream()
                .map(entry -> new ChunkWork.Subject(entry.getKey().evaluationId(), entry.getValue())).toList();
    }

    /** The same of people who may have no evaluation yet; everybody given has an input. */
    Map<Candidate, FormulaInput> ofCandidates(Frozen frozen, PackDescriptor pack, Period period,
            Collection<Candidate> candidates) {
        return of(frozen, pack, period, candidates, evaluations(candidates.stream().map(Candidate::evaluationId)
                .filter(Objects::nonNull).toList()));
    }

    private List<Evaluation> evaluations(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of()
                : entityManager.createQuery("select e from Evaluation e where e.id in :ids", Evaluation.class)
                        .setParameter("ids", QueryIds.padded(ids)).getResultList();
    }

    private Map<Candidate, FormulaInput> of(Frozen frozen, PackDescriptor pack, Period period,
            Collection<Candidate> candidates, Collection<Evaluation> found) {
        Map<UUID, Instant> moments = judgedPlans.moments(found);
        candidates.forEach(one -> moments.putIfAbsent(one.skpId(), null));
        Map<UUID, Plan> planById = plans.plansAt(moments).stream()
                .collect(Collectors.toMap(Plan::skpId, Function.identity()));
        Map<UUID, Placement> placements = employees.placements(
                planById.values().stream().map(Plan::assignmentId).toList());
        Set<UUID> subjects = candidates.stream().flatMap(one -> Stream.of(one.employeeId(), one.orgUnitId()))
                .collect(Collectors.toSet());
        PlanReadings readings = values.ofPlans(subjects, period.periodId());
        Map<UUID, Map<BehaviourValue, Mark>> marks = marks(candidates.stream().map(Candidate::evaluationId)
                .filter(Objects::nonNull).toList());
        FormulaInputs inputs = new FormulaInputs(frozen, pack, period);
        Map<Candidate, FormulaInput> byCandidate = new LinkedHashMap<>();
        candidates.forEach(one -> {
            Plan plan = planById.get(one.skpId());
            Placement placement = plan == null ? null : placements.get(plan.assignmentId());
            byCandidate.put(one, inputs.of(one.employeeId(), one.orgUnitId(),
                    placement == null ? null : placement.jobFamily(), plan, counting(readings, one),
                    one.evaluationId() == null ? Map.of() : marks.getOrDefault(one.evaluationId(), Map.of())));
        });
        return byCandidate;
    }

    private static Map<UUID, Map<String, Reading>> counting(PlanReadings readings, Candidate one) {
        return Map.of(one.employeeId(), readings.of(one.employeeId(), one.skpId()),
                one.orgUnitId(), readings.of(one.orgUnitId(), one.skpId()));
    }

    private Map<UUID, Map<BehaviourValue, Mark>> marks(Collection<UUID> ids) {
        Map<UUID, Map<BehaviourValue, Mark>> byEvaluation = new HashMap<>();
        for (Object[] row : evaluations.marks(ids)) {
            byEvaluation.computeIfAbsent((UUID) row[0], any -> new EnumMap<>(BehaviourValue.class))
                    .put(BehaviourValue.values()[((Number) row[1]).intValue() - 1], Mark.valueOf((String) row[2]));
        }
        return byEvaluation;
    }
}
