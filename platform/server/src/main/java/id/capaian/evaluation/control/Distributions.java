package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.DistributionRule;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.Predicate;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the predicates of a unit spread, against the pattern of what the unit achieved (SE Menteri PANRB 3/2023). */
@ApplicationScoped
class Distributions {

    private final EntityManager entityManager;
    private final DistributionSql rules;
    private final Dossiers dossiers;
    private final EvaluationSettings settings;
    private final Plans plans;
    private final Employees employees;
    private final Units units;

    Distributions() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    Distributions(EntityManager entityManager, DistributionSql rules, Dossiers dossiers, EvaluationSettings settings,
            Plans plans, Employees employees, Units units) {
        this.entityManager = entityManager;
        this.rules = rules;
        this.dossiers = dossiers;
        this.settings = settings;
        this.plans = plans;
        this.employees = employees;
        this.units = units;
    }

    /**
     * Predicates in a unit.
     *
     * @param people how many count there
     * @param given  how many of them have which predicate
     */
    record Spread(int people, Map<Predicate, Integer> given) {
    }

    /**
     * Of everybody who is rated, told or not; the reader counts as not rated until told, or the own predicate could be
     * worked out from the others'.
     *
     * @param reader null for an account that belongs to no employee
     */
    Spread rated(UUID unitId, Period period, UUID reader) {
        return spread(unitId, period, evaluation -> evaluation.employeeId().equals(reader)
                ? evaluation.status().isKnownToThePerson() : evaluation.status().isRated());
    }

    /** Rules for what a unit achieved, in force on the last day of the period; none until it is fixed. */
    List<DistributionRule> rules(OrganisationPredicate organisation, Period period) {
        return organisation == null || !organisation.isFixed() ? List.of()
                : rules.rules(organisation.achievement(), period.endsOn());
    }

    /** Whether the unit has enough people for shares to mean something. */
    boolean applies(Spread spread) {
        return spread.people() >= settings.distributionMinimumPeople();
    }

    /**
     * Wants a reason before results are told that depart from the pattern; one is enough for the unit and the period.
     *
     * @throws ProblemException {@link Problem#DISTRIBUTION_NOT_JUSTIFIED}, naming the unit
     */
    void requireJustified(UUID unitId, Period period) {
        OrganisationPredicate organisation = dossiers.organisation(period.periodId(), unitId).orElse(null);
        if (organisation == null || organisation.distributionReason() != null) {
            return;
        }
        Spread told = spread(unitId, period, evaluation -> evaluation.status().isKnownToThePerson());
        if (applies(told) && rules(organisation, period).stream().anyMatch(rule ->
                !rule.holds(told.people(), told.given()))) {
            throw ProblemException.of(Problem.DISTRIBUTION_NOT_JUSTIFIED,
                    units.find(unitId).map(Unit::name).orElse(""));
        }
    }

    private Spread spread(UUID unitId, Period period, java.util.function.Predicate<Evaluation> which) {
        List<Evaluation> people = counted(unitId, period.periodId());
        Map<Predicate, Integer> given = new EnumMap<>(Predicate.class);
        people.stream().filter(which).forEach(evaluation -> given.merge(evaluation.predicate(), 1, Integer::sum));
        return new Spread(people.size(), given);
    }

    /**
     * Who was taken out of the period does not count. A person counts in one unit a period, as in the statistics: by
     * the evaluation of the definitive post, of several by the one whose plan ends last.
     */
    private List<Evaluation> counted(UUID unitId, UUID periodId) {
        Map<UUID, List<Evaluation>> byPerson = entityManager.createQuery("""
                select e from Evaluation e where e.periodId = :period
                and e.status <> id.capaian.evaluation.entity.EvaluationStatus.EXCLUDED and e.parties.employeeId in
                (select o.parties.employeeId from Evaluation o where o.periodId = :period and o.unitId = :unit)""",
                Evaluation.class).setParameter("period", periodId).setParameter("unit", unitId).getResultStream()
                .collect(Collectors.groupingBy(Evaluation::employeeId));
        Map<UUID, Plan> several = plans.plans(byPerson.values().stream().filter(list -> list.size() > 1)
                .flatMap(Collection::stream).map(Evaluation::planId).toList()).stream()
                .collect(Collectors.toMap(Plan::skpId, Function.identity()));
        Map<UUID, Placement> placements = employees.placements(
                several.values().stream().map(Plan::assignmentId).toList());
        Comparator<Evaluation> counting = Comparator.comparing((Evaluation evaluation) ->
                isDefinitive(placements.get(several.get(evaluation.planId()).assignmentId())))
                .thenComparing(evaluation -> several.get(evaluation.planId()).endsOn()).thenComparing(Evaluation::id);
        return byPerson.values().stream().map(list -> list.size() == 1 ? list.get(0)
                : list.stream().max(counting).orElseThrow())
                .filter(evaluation -> evaluation.unitId().equals(unitId)).toList();
    }

    private static boolean isDefinitive(Placement placement) {
        return placement != null && placement.kind().equals("DEFINITIVE");
    }
}
