package id.capaian.evaluation.control;

import id.capaian.evaluation.control.RaterSql.Agreement;
import id.capaian.evaluation.control.RaterSql.Marks;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.RaterScore;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.planning.Period;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.PlanResult;
import id.capaian.planning.Plans;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.RaterFacts;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.progress.Progress;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** Reads what a formula about raters may know of the caller: a few statements, however long the list. */
@TenantUseCase
public class ReadRaterList {

    private final EntityManager entityManager;
    private final RaterSql raters;
    private final Dossiers dossiers;
    private final Bindings bindings;
    private final EvaluationSettings settings;
    private final NamedPeriod named;
    private final Employees employees;
    private final Plans plans;
    private final Progress progress;
    private final Caller caller;

    ReadRaterList() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadRaterList(EntityManager entityManager, RaterSql raters, Dossiers dossiers, Bindings bindings,
            EvaluationSettings settings, NamedPeriod named, Employees employees, Plans plans, Progress progress,
            Caller caller) {
        this.entityManager = entityManager;
        this.raters = raters;
        this.dossiers = dossiers;
        this.bindings = bindings;
        this.settings = settings;
        this.named = named;
        this.employees = employees;
        this.plans = plans;
        this.progress = progress;
        this.caller = caller;
    }

    /** The caller's list in the period of an evaluation; empty when somebody else rates it, and as below. */
    public Optional<RaterList> of(UUID evaluationId) {
        Evaluation evaluation = dossiers.find(evaluationId);
        return caller.employeeIfAny().filter(me -> me.equals(evaluation.raterId()))
                .flatMap(me -> of(me, named.period(evaluation.periodId().toString())));
    }

    /**
     * The caller's list in a period.
     *
     * @param codeOrId null or empty for the period people work in now
     * @return empty while somebody is not rated, when the pack has no formula about raters, and when the newest figure
     *         was made of the same already
     */
    public Optional<RaterList> in(String codeOrId) {
        return of(caller.employeeId(), named.period(codeOrId));
    }

    private Optional<RaterList> of(UUID raterId, Period period) {
        List<Evaluation> list = entityManager.createQuery("""
                select e from Evaluation e where e.parties.raterId = :rater and e.periodId = :period
                and e.status <> id.capaian.evaluation.entity.EvaluationStatus.EXCLUDED""", Evaluation.class)
                .setParameter("rater", raterId).setParameter("period", period.periodId())
                .getResultList();
        if (list.isEmpty() || !list.stream().allMatch(evaluation -> evaluation.status().isRated())) {
            return Optional.empty();
        }
        LocalDate on = settings.todayOr(period.endsOn());
        UUID unit = employees.placementsOf(raterId, on).stream().findFirst().map(Placement::orgUnitId).orElse(null);
        return bindings.of(unit, on).flatMap(binding -> bindings.frozen(binding, Subject.RATER, period))
                .map(frozen -> new RaterList(raterId, period.periodId(), frozen, input(raterId, period, frozen, list)))
                .filter(this::isNew);
    }

    private boolean isNew(RaterList list) {
        Optional<RaterScore> newest = raters.newest(list.raterId(), list.periodId());
        return newest.filter(score -> score.inputSha256().equals(CanonicalInput.sha256(
                CanonicalInput.write(list.input()))) && score.frozen().packSha256().equals(list.frozen().packSha256()))
                .isEmpty();
    }

    private FormulaInput input(UUID raterId, Period period, Frozen frozen, List<Evaluation> list) {
        return new FormulaInput(frozen.formulaId(), raterId.toString(),
                new id.capaian.plugin.api.Period(period.code(), period.startsOn(), period.endsOn()), null, List.of(),
                Map.of(), ParametersJson.read(frozen.parameters()), facts(raterId, period.periodId(), list));
    }

    private Map<String, BigDecimal> facts(UUID raterId, UUID periodId, List<Evaluation> list) {
        Map<String, BigDecimal> facts = new TreeMap<>();
        facts.put(RaterFacts.PEOPLE, BigDecimal.valueOf(list.size()));
        List<UUID> planIds = list.stream().map(Evaluation::planId).toList();
        List<PlanResult> items = plans.plans(planIds).stream().map(Plan::results).flatMap(List::stream).toList();
        Set<UUID> evidenced = progress.evidenced(planIds, periodId);
        facts.put(RaterFacts.ITEMS, BigDecimal.valueOf(items.size()));
        facts.put(RaterFacts.ITEMS_WITH_EVIDENCE, BigDecimal.valueOf(items.stream().filter(item ->
                item.indicators().stream().map(PlanIndicator::indicatorId).anyMatch(evidenced::contains)).count()));
        List<Marks> marks = raters.marks(raterId, periodId);
        mean(marks, Marks::byTheRater).ifPresent(mean -> facts.put(RaterFacts.RATER_MEAN, mean));
        mean(marks, any -> true).ifPresent(mean -> facts.put(RaterFacts.UNIT_MEAN, mean));
        Agreement agreement = raters.agreement(raterId, periodId);
        facts.put(RaterFacts.RATINGS, BigDecimal.valueOf(agreement.ratings()));
        facts.put(RaterFacts.RATINGS_AGREEING, BigDecimal.valueOf(agreement.agreeing()));
        return facts;
    }

    /** Mean points, HALF_UP to two decimals; empty when there is no mark. */
    private static Optional<BigDecimal> mean(List<Marks> marks, Predicate<Marks> which) {
        List<Marks> counted = marks.stream().filter(which).toList();
        long count = counted.stream().mapToLong(Marks::count).sum();
        if (count == 0) {
            return Optional.empty();
        }
        BigDecimal sum = counted.stream().map(one -> Mark.valueOf(one.mark()).points()
                .multiply(BigDecimal.valueOf(one.count()))).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP));
    }
}
