package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.DistributionView;
import id.capaian.evaluation.boundary.DistributionView.Count;
import id.capaian.evaluation.boundary.DistributionView.RuleView;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.evaluation.control.Distributions.Spread;
import id.capaian.evaluation.entity.DistributionRule;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.Predicate;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The distribution of predicates in units, for who rates there, heads them or watches over all; and why it departs.
 * Nobody learns the own predicate from it before being told.
 */
@TenantUseCase
public class ReadDistribution {

    private final EntityManager entityManager;
    private final Distributions distributions;
    private final Dossiers dossiers;
    private final Standing standing;
    private final EvaluationSettings settings;
    private final NamedPeriod named;
    private final Units units;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    ReadDistribution() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadDistribution(EntityManager entityManager, Distributions distributions, Dossiers dossiers, Standing standing,
            EvaluationSettings settings, NamedPeriod named, Units units, Once once, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.distributions = distributions;
        this.dossiers = dossiers;
        this.standing = standing;
        this.settings = settings;
        this.named = named;
        this.units = units;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * One unit's.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     * @throws ProblemException NOT_FOUND, FORBIDDEN for who neither rates there nor heads it nor watches over all
     */
    public DistributionView of(UUID unitId, String codeOrId) {
        Period period = named.period(codeOrId);
        Unit unit = units.find(unitId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (!mayJustify(unitId, period) && !caller.has(Roles.REGION_HR_ADMIN) && !caller.has(Roles.PERF_MANAGER)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return view(unit, period);
    }

    /** Those of the units the caller rates in, by name. */
    public List<DistributionView> ofMyTeam(String codeOrId) {
        Period period = named.period(codeOrId);
        return caller.employeeIfAny().stream().flatMap(me -> entityManager.createQuery("""
                select distinct e.unitId from Evaluation e where e.periodId = :period and e.parties.raterId = :me""",
                UUID.class).setParameter("period", period.periodId()).setParameter("me", me).getResultStream())
                .map(unit -> view(units.find(unit).orElseThrow(), period))
                .sorted(Comparator.comparing(DistributionView::unitName)).toList();
    }

    /**
     * Says why a unit departs from the pattern; results may be told then.
     *
     * @param change version of the unit's achievement
     * @throws ProblemException FORBIDDEN for who neither rates there nor heads it, ORGANISATION_PREDICATE_NOT_FIXED,
     *         REASON_NEEDED, VERSION_STALE
     */
    public DistributionView justify(UUID unitId, String codeOrId, Change change, TextInput reason) {
        Period period = named.period(codeOrId);
        Unit unit = units.find(unitId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (!mayJustify(unitId, period)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return once.perform(change.key(), new Asked("justify-distribution-" + period.periodId(), unitId,
                change.version(), reason), DistributionView.class, () -> {
                    OrganisationPredicate organisation = dossiers.organisation(period.periodId(), unitId)
                            .orElseThrow(() -> new ProblemException(Problem.ORGANISATION_PREDICATE_NOT_FIXED));
                    if (organisation.version() != change.version()) {
                        throw new ProblemException(Problem.VERSION_STALE);
                    }
                    organisation.justifyDistribution(reason.text(), caller.subject(), clock.instant());
                    entityManager.flush();
                    return view(unit, period);
                });
    }

    private boolean mayJustify(UUID unitId, Period period) {
        return standing.heads(unitId) || caller.employeeIfAny().filter(me -> !entityManager.createQuery("""
                select e.id from Evaluation e where e.periodId = :period and e.unitId = :unit
                and e.parties.raterId = :me""", UUID.class).setParameter("period", period.periodId())
                .setParameter("unit", unitId).setParameter("me", me).setMaxResults(1).getResultList().isEmpty())
                .isPresent();
    }

    private DistributionView view(Unit unit, Period period) {
        OrganisationPredicate organisation = dossiers.organisation(period.periodId(), unit.orgUnitId()).orElse(null);
        Spread spread = distributions.rated(unit.orgUnitId(), period, caller.employeeIfAny().orElse(null));
        boolean fixed = organisation != null && organisation.isFixed();
        return new DistributionView(unit.orgUnitId(), unit.name(), period.periodId(), period.code(),
                fixed ? organisation.achievement().name() : null, spread.people(),
                settings.distributionMinimumPeople(), distributions.applies(spread),
                spread.given().values().stream().mapToInt(Integer::intValue).sum(),
                Arrays.stream(Predicate.values()).map(predicate -> new Count(predicate.name(),
                        spread.given().getOrDefault(predicate, 0))).toList(),
                distributions.rules(organisation, period).stream().map(rule -> view(rule, spread)).toList(),
                fixed ? organisation.distributionReason() : null,
                fixed ? organisation.distributionReasonAt() : null, fixed && mayJustify(unit.orgUnitId(), period),
                organisation == null ? 0 : organisation.version());
    }

    private static RuleView view(DistributionRule rule, Spread spread) {
        return new RuleView(rule.predicates().stream().sorted().map(Enum::name).toList(), rule.kind().name(),
                rule.amount(), rule.limit(spread.people()), rule.count(spread.given()),
                rule.holds(spread.people(), spread.given()));
    }
}
