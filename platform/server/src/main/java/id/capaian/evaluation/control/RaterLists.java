package id.capaian.evaluation.control;

import id.capaian.evaluation.control.RaterSql.Agreement;
import id.capaian.evaluation.control.RaterSql.Marks;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.RaterScore;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.planning.Period;
import id.capaian.planning.Plan;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.PlanResult;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.RaterFacts;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.progress.Progress;
import jakarta.enterprise.context.ApplicationScoped;
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

/** Raters' lists: whom somebody rates in a period, and what a formula about raters may know of it. */
@ApplicationScoped
class RaterLists {

    private final EntityManager entityManager;
    private final RaterSql raters;
    private final Bindings bindings;
    private final EvaluationSettings settings;
    private final Employees employees;
    private final JudgedPlans judgedPlans;
    private final Progress progress;

    RaterLists() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    RaterLists(EntityManager entityManager, RaterSql raters, Bindings bindings, EvaluationSettings settings,
            Employees employees, JudgedPlans judgedPlans, Progress progress) {
        this.entityManager = entityManager;
        this.raters = raters;
        this.bindings = bindings;
        this.settings = settings;
        this.employees = employees;
        this.judgedPlans = judgedPlans;
        this.progress = progress;
    }

    /** The list when it is complete and no figure was made of just this one yet; empty where no pack makes any. */
    Optional<RaterList> toScore(UUID raterId, Period period) {
        List<Evaluation> list = list(raterId, period);
        return isComplete(list) ? list(raterId, period, list).filter(this::isNew) : Optional.empty();
    }

    /**
     * Lets nobody of a list be told before a figure was made of all of it: told one by one, only the last would be left
     * for calibration (regions.md 6). Where no pack speaks about raters, and while the pack is not to be had, everybody
     * may be told.
     *
     * @throws ProblemException {@link Problem#RATER_LIST_INCOMPLETE} with how many are not rated,
     *         {@link Problem#RATER_LIST_NOT_SCORED}
     */
    void requireScored(UUID raterId, Period period) {
        if (!isJudged(raterId, period)) {
            return;
        }
        List<Evaluation> list = list(raterId, period);
        if (!isComplete(list)) {
            throw ProblemException.of(Problem.RATER_LIST_INCOMPLETE,
                    list.stream().filter(evaluation -> !evaluation.status().isRated()).count());
        }
        // Each rating that completes a list is followed by a figure of it: one that is there is of a complete list.
        if (raters.newest(raterId, period.periodId()).isEmpty()) {
            throw new ProblemException(Problem.RATER_LIST_NOT_SCORED);
        }
    }

    private boolean isJudged(UUID raterId, Period period) {
        try {
            return frozen(raterId, period).isPresent();
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.PACK_NOT_READY) {
                throw problem;
            }
            return false;
        }
    }

    /** Without those the agency took out of the period: nobody waits for them. */
    private List<Evaluation> list(UUID raterId, Period period) {
        return entityManager.createQuery("""
                select e from Evaluation e where e.parties.raterId = :rater and e.periodId = :period
                and e.status <> id.capaian.evaluation.entity.EvaluationStatus.EXCLUDED""", Evaluation.class)
                .setParameter("rater", raterId).setParameter("period", period.periodId()).getResultList();
    }

    private static boolean isComplete(List<Evaluation> list) {
        return !list.isEmpty() && list.stream().allMatch(evaluation -> evaluation.status().isRated());
    }

    private Optional<RaterList> list(UUID raterId, Period period, List<Evaluation> complete) {
        return frozen(raterId, period).map(frozen -> new RaterList(raterId, period.periodId(), frozen,
                input(raterId, period, frozen, complete)));
    }

    /** The formula about raters of the pack that holds for the rater's own unit. */
    private Optional<Frozen> frozen(UUID raterId, Period period) {
        LocalDate on = settings.todayOr(period.endsOn());
        UUID unit = employees.placementsOf(raterId, on).stream().findFirst().map(Placement::orgUnitId).orElse(null);
        return bindings.of(unit, on).flatMap(binding -> bindings.frozen(binding, Subject.RATER, period));
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
        List<PlanResult> items = judgedPlans.of(list).stream().map(Plan::results).flatMap(List::stream).toList();
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
