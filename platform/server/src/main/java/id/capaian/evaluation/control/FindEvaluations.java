package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.CalibrationRow;
import id.capaian.evaluation.boundary.CalibrationsView;
import id.capaian.evaluation.boundary.FoundRow;
import id.capaian.evaluation.boundary.FoundView;
import id.capaian.evaluation.boundary.SearchInput;
import id.capaian.evaluation.boundary.TeamRow;
import id.capaian.evaluation.control.SearchSql.Found;
import id.capaian.evaluation.control.SearchSql.Wanted;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leads to evaluations one has no list of: what a head calibrates, what the agency looks for. */
@TenantUseCase
public class FindEvaluations {

    private static final int PAGE = 50;

    private final EntityManager entityManager;
    private final SearchSql search;
    private final TeamRows rows;
    private final Standing standing;
    private final NamedPeriod named;
    private final Periods periods;
    private final Employees employees;
    private final Units units;
    private final Caller caller;

    FindEvaluations() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    FindEvaluations(EntityManager entityManager, SearchSql search, TeamRows rows, Standing standing, NamedPeriod named,
            Periods periods, Employees employees, Units units, Caller caller) {
        this.entityManager = entityManager;
        this.search = search;
        this.rows = rows;
        this.standing = standing;
        this.named = named;
        this.periods = periods;
        this.employees = employees;
        this.units = units;
        this.caller = caller;
    }

    /**
     * What waits for calibration in the units the caller heads; never the caller's own, and what the caller rated only
     * where no other head is there to look it over.
     *
     * @param codeOrId the period; null or empty for all
     */
    public CalibrationsView calibrating(String codeOrId) {
        Set<UUID> headed = standing.unitsUnderTheCaller();
        if (headed.isEmpty()) {
            return new CalibrationsView(List.of());
        }
        UUID only = codeOrId == null || codeOrId.isBlank() ? null : named.period(codeOrId).periodId();
        List<Evaluation> waiting = entityManager.createQuery("""
                select e from Evaluation e where e.status = :calibrating and e.unitId in :units
                and e.parties.employeeId <> :me""", Evaluation.class)
                .setParameter("calibrating", EvaluationStatus.CALIBRATING).setParameter("units", QueryIds.padded(headed))
                .setParameter("me", caller.employeeId()).getResultStream()
                .filter(e -> only == null || only.equals(e.periodId())).toList();
        Set<UUID> left = standing.leftToTheRater(waiting.stream().filter(standing::gaveRatings)
                .map(Standing::calibrating).toList());
        return new CalibrationsView(calibrations(waiting.stream()
                .filter(e -> !standing.gaveRatings(e) || left.contains(e.id())).toList()));
    }

    private List<CalibrationRow> calibrations(List<Evaluation> waiting) {
        Map<UUID, Period> byId = periodsById();
        Map<UUID, Evaluation> evaluations = waiting.stream().collect(Collectors.toMap(Evaluation::id,
                Function.identity()));
        Map<UUID, Person> raters = employees.byId(waiting.stream().map(Evaluation::raterId).filter(Objects::nonNull)
                .distinct().toList());
        Comparator<TeamRow> byPeriod = Comparator.comparing((TeamRow row) ->
                byId.get(evaluations.get(row.evaluationId()).periodId()).startsOn()).reversed();
        return rows.of(waiting).stream().sorted(byPeriod.thenComparing(TeamRow::unitName)).map(row -> {
            Evaluation evaluation = evaluations.get(row.evaluationId());
            Person rater = evaluation.raterId() == null ? null : raters.get(evaluation.raterId());
            Period period = byId.get(evaluation.periodId());
            return new CalibrationRow(row, rater == null ? null : rater.displayName(), period.code(), period.name());
        }).toList();
    }

    /**
     * Looks for evaluations of the whole government. Only who opens one reads ratings, and that is noted.
     *
     * @throws ProblemException INVALID_INPUT for a stage there is not; NOT_FOUND for a period or unit there is not
     */
    public FoundView search(SearchInput input) {
        int page = input.page() == null ? 1 : input.page();
        List<Found> found = search.find(wanted(input), (page - 1) * PAGE, PAGE);
        Map<UUID, Period> byId = periodsById();
        Map<UUID, String> unitNames = units.names(found.stream().map(Found::unitId).toList());
        return new FoundView(found.stream().map(one -> row(one, byId.get(one.periodId()), unitNames)).toList(), page,
                PAGE, found.isEmpty() ? 0 : found.get(0).total());
    }

    /** All units, to choose one from. */
    public List<Unit> units() {
        return units.all();
    }

    private Wanted wanted(SearchInput input) {
        String status = input.status() == null ? ""
                : Inputs.constant(EvaluationStatus.class, "status", input.status()).name();
        UUID period = input.period() == null ? null : named.period(input.period()).periodId();
        Set<UUID> below = input.unitId() == null ? Set.of() : units.subtree(input.unitId());
        if (input.unitId() != null && below.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return new Wanted(input.text() == null ? "" : input.text(), below, status, period);
    }

    private static FoundRow row(Found one, Period period, Map<UUID, String> unitNames) {
        return new FoundRow(one.evaluationId(), one.employeeId(), one.name(), one.civilNumber(),
                unitNames.get(one.unitId()), period.code(), period.name(), one.status());
    }

    private Map<UUID, Period> periodsById() {
        return periods.all().stream().collect(Collectors.toMap(Period::periodId, Function.identity()));
    }
}
