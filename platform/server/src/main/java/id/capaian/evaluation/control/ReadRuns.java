package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.RunAttention;
import id.capaian.evaluation.boundary.RunDetail;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Units;
import id.capaian.plugin.api.LocalizedText;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs as those may see them who started them, head their unit, or run the region's personnel agency. */
@TenantUseCase
public class ReadRuns {

    private static final int NEWEST = 50;
    private static final int LISTED = 500;

    private final EntityManager entityManager;
    private final RunSql runs;
    private final RunViews views;
    private final Explanations explanations;
    private final Standing standing;
    private final Employees employees;
    private final Units units;
    private final Caller caller;

    ReadRuns() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadRuns(EntityManager entityManager, RunSql runs, RunViews views, Explanations explanations, Standing standing,
            Employees employees, Units units, Caller caller) {
        this.entityManager = entityManager;
        this.runs = runs;
        this.views = views;
        this.explanations = explanations;
        this.standing = standing;
        this.employees = employees;
        this.units = units;
        this.caller = caller;
    }

    /** The newest runs the caller may see. */
    public List<RunView> newest() {
        return entityManager.createQuery("select r from EvaluationRun r order by r.startedAt desc", EvaluationRun.class)
                .setMaxResults(NEWEST).getResultStream().filter(this::isMine).map(views::view).toList();
    }

    /** @throws ProblemException NOT_FOUND, FORBIDDEN */
    public RunView run(UUID runId) {
        return views.view(find(runId));
    }

    /** A run with at most 500 of those it could not score. */
    public RunDetail detail(UUID runId) {
        EvaluationRun run = find(runId);
        List<Object[]> rows = runs.attention(runId, LISTED);
        Map<UUID, Person> people = employees.byId(rows.stream().map(row -> (UUID) row[1]).collect(Collectors.toSet()));
        Map<UUID, String> unitNames = units.names(rows.stream().map(row -> (UUID) row[2]).toList());
        return new RunDetail(views.view(run), rows.stream().map(row -> attention(row, people, unitNames)).toList());
    }

    /** Units the caller may start a run for. */
    public List<Option> units() {
        boolean all = caller.has(Roles.REGION_HR_ADMIN);
        Set<UUID> mine = all ? Set.of() : standing.unitsUnderTheCaller();
        return units.all().stream().filter(unit -> all || mine.contains(unit.orgUnitId()))
                .map(unit -> new Option(unit.orgUnitId().toString(), unit.name())).toList();
    }

    private RunAttention attention(Object[] row, Map<UUID, Person> people, Map<UUID, String> unitNames) {
        Suggestion.Outcome outcome = Suggestion.Outcome.valueOf((String) row[3]);
        LocalizedText reason = explanations.of(outcome, (String) row[5]).reason();
        return new RunAttention((UUID) row[0], people.get((UUID) row[1]).displayName(), unitNames.get((UUID) row[2]),
                outcome.name(), (String) row[4], reason);
    }

    private EvaluationRun find(UUID runId) {
        EvaluationRun run = entityManager.find(EvaluationRun.class, runId);
        if (run == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (!isMine(run)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return run;
    }

    private boolean isMine(EvaluationRun run) {
        return caller.has(Roles.REGION_HR_ADMIN) || run.startedBy().equals(caller.subject())
                || run.unitId() != null && standing.heads(run.unitId());
    }
}
