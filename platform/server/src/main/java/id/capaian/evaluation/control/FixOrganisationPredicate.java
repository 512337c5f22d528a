package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.OrganisationInput;
import id.capaian.evaluation.boundary.OrganisationRow;
import id.capaian.evaluation.boundary.OrganisationView;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.evaluation.entity.OrganisationStatus;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What organisations achieved: recommended by who advises, fixed by leadership, before anybody in them is rated. */
@TenantUseCase
public class FixOrganisationPredicate {

    private final EntityManager entityManager;
    private final Dossiers dossiers;
    private final Standing standing;
    private final Units units;
    private final Periods periods;
    private final NamedPeriod named;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    FixOrganisationPredicate() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    FixOrganisationPredicate(EntityManager entityManager, Dossiers dossiers, Standing standing, Units units,
            Periods periods, NamedPeriod named, Once once, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.dossiers = dossiers;
        this.standing = standing;
        this.units = units;
        this.periods = periods;
        this.named = named;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Units in a period: for who heads units, those and what is below; for who advises, all.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     */
    public OrganisationView list(String codeOrId) {
        Period period = named.period(codeOrId);
        Map<UUID, OrganisationPredicate> byUnit = entityManager.createQuery("""
                select p from OrganisationPredicate p where p.periodId = :period""", OrganisationPredicate.class)
                .setParameter("period", period.periodId()).getResultStream()
                .collect(Collectors.toMap(OrganisationPredicate::unitId, Function.identity()));
        Set<UUID> mine = standing.unitsUnderTheCaller();
        Set<UUID> decidedOn = standing.unitsTheCallerDecidesOn();
        boolean all = caller.has(Roles.REGION_HR_ADMIN) || caller.has(Roles.PERF_MANAGER);
        List<OrganisationRow> rows = units.all().stream().filter(unit -> all || mine.contains(unit.orgUnitId()))
                .map(unit -> row(unit, byUnit.get(unit.orgUnitId()), decidedOn.contains(unit.orgUnitId()))).toList();
        return new OrganisationView(period.periodId(), period.code(), period.name(), rows);
    }

    /**
     * Leadership fixes what a unit achieved; until somebody of the unit is told a result it may be corrected, and then
     * who leads the unit is rated anew.
     *
     * @param change version 0 when there is none yet
     * @throws ProblemException FORBIDDEN unless the caller leads the organisation above it, REASON_NEEDED,
     *         MOVE_NOT_ALLOWED once it is locked, PERIOD_NOT_OPEN, VERSION_STALE
     */
    public OrganisationRow fix(UUID unitId, String codeOrId, Change change, OrganisationInput input) {
        if (!standing.unitsTheCallerDecidesOn().contains(unitId)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        UUID periodId = named.period(codeOrId).periodId();
        return once.perform(change.key(), new Asked("fix-organisation-" + periodId, unitId, change.version(), input),
                OrganisationRow.class, () -> {
                    OrganisationPredicate predicate = open(unitId, periodId, change.version());
                    predicate.fix(achievement(input), input.reason(), caller.subject(), clock.instant());
                    rateHeadsAnew(predicate);
                    return kept(predicate);
                });
    }

    /** Planning, personnel or oversight proposes it; leadership decides. */
    public OrganisationRow recommend(UUID unitId, String codeOrId, Change change, OrganisationInput input) {
        UUID periodId = named.period(codeOrId).periodId();
        return once.perform(change.key(), new Asked("recommend-organisation-" + periodId, unitId, change.version(),
                input),
                OrganisationRow.class, () -> {
                    OrganisationPredicate predicate = open(unitId, periodId, change.version());
                    predicate.recommend(achievement(input), input.reason());
                    return kept(predicate);
                });
    }

    private OrganisationPredicate open(UUID unitId, UUID periodId, long version) {
        units.find(unitId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        periods.requireOpen(periodId, unitId);
        OrganisationPredicate predicate = dossiers.organisation(periodId, unitId).orElse(null);
        if (predicate != null) {
            // Before any evaluation is touched, as deliveries do: both at once take turns.
            entityManager.lock(predicate, LockModeType.PESSIMISTIC_WRITE);
        }
        if ((predicate == null ? 0 : predicate.version()) != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        return predicate == null ? new OrganisationPredicate(Ids.next(clock.millis()), periodId, unitId) : predicate;
    }

    /** For who leads the organisation, its achievement is the rating of results (domain.md 3.3). */
    private void rateHeadsAnew(OrganisationPredicate corrected) {
        LocalDate lastDay = periods.find(corrected.periodId()).map(Period::endsOn).orElseThrow();
        List<UUID> heads = standing.headsOf(corrected.unitId(), lastDay);
        if (heads.isEmpty()) {
            return;
        }
        entityManager.createQuery("""
                select e from Evaluation e where e.periodId = :period and e.unitId = :unit
                and e.parties.employeeId in :heads""", Evaluation.class).setParameter("period", corrected.periodId())
                .setParameter("unit", corrected.unitId()).setParameter("heads", QueryIds.padded(heads)).getResultStream()
                .forEach(evaluation -> evaluation.rateAnewAfter(corrected.achievement()));
    }

    private OrganisationRow kept(OrganisationPredicate predicate) {
        if (!entityManager.contains(predicate)) {
            entityManager.persist(predicate);
        }
        entityManager.flush();
        return row(units.find(predicate.unitId()).orElseThrow(), predicate,
                standing.unitsTheCallerDecidesOn().contains(predicate.unitId()));
    }

    private static OrganisationAchievement achievement(OrganisationInput input) {
        return Inputs.constant(OrganisationAchievement.class, "achievement", input.achievement());
    }

    private static OrganisationRow row(Unit unit, OrganisationPredicate predicate, boolean mine) {
        if (predicate == null) {
            return new OrganisationRow(unit.orgUnitId(), unit.code(), unit.name(), unit.parentId(),
                    OrganisationStatus.DRAFT.name(), null, null, null, mine, 0);
        }
        return new OrganisationRow(unit.orgUnitId(), unit.code(), unit.name(), unit.parentId(),
                predicate.status().name(),
                predicate.achievement().name(), predicate.reason(), predicate.fixedAt(),
                mine && predicate.status() != OrganisationStatus.LOCKED, predicate.version());
    }
}
