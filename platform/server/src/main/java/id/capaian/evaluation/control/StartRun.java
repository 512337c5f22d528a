package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.RunInput;
import id.capaian.evaluation.boundary.RunView;
import id.capaian.evaluation.control.RunSql.Unrated;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.extension.Binding;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.jobs.Jobs;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.plugin.api.Subject;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Starts a run: freezes what it computes with, cuts it into chunks and asks for a job for each. */
@TenantUseCase
public class StartRun {

    private final EntityManager entityManager;
    private final RunSql runs;
    private final RunViews views;
    private final Dossiers dossiers;
    private final Standing standing;
    private final EvaluationSettings settings;
    private final Bindings bindings;
    private final NamedPeriod named;
    private final Employees employees;
    private final Units units;
    private final Jobs jobs;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    StartRun() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    StartRun(EntityManager entityManager, RunSql runs, RunViews views, Dossiers dossiers, Standing standing,
            EvaluationSettings settings, Bindings bindings, NamedPeriod named, Employees employees, Units units,
            Jobs jobs, Once once, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.runs = runs;
        this.views = views;
        this.dossiers = dossiers;
        this.standing = standing;
        this.settings = settings;
        this.bindings = bindings;
        this.named = named;
        this.employees = employees;
        this.units = units;
        this.jobs = jobs;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whom is asked for: the unit it is named after (null: the whole government) and the evaluations. */
    private record Scope(UUID unitId, List<Unrated> unrated) {
    }

    /**
     * Starts a run for evaluations not rated yet: of the whole government or a unit with what is below it (regional
     * admin), of a unit the caller heads, or of the people the caller rates. Everybody is computed with the pack of the
     * own unit, so there is a run for each pack; who has none is left out and counted.
     *
     * @param codeOrId the period
     * @return the run of the pack that holds for the scope as a whole, else that of most people
     * @throws ProblemException NOT_FOUND, FORBIDDEN, RUN_UNDER_WAY, NO_PACK_ENABLED when nobody has a pack,
     *                          PACK_NOT_READY
     */
    @LongWork
    public RunView start(String codeOrId, RunInput input, String key) {
        Period period = named.period(codeOrId);
        UUID periodId = period.periodId();
        return once.perform(key, new Asked("start-run", periodId, 0, input), RunView.class, () -> {
            requireNoneUnderWay(periodId);
            return started(period, scope(periodId, input.unitId()));
        });
    }

    /**
     * Starts a run for one person, e.g. because marks were changed after the last one.
     *
     * @throws ProblemException NOT_FOUND, NOT_THE_RATER, MOVE_NOT_ALLOWED once rated, RUN_UNDER_WAY, NO_PACK_ENABLED,
     *         PACK_NOT_READY
     */
    public RunView startForOne(UUID evaluationId, String key) {
        Evaluation evaluation = dossiers.find(evaluationId);
        evaluation.requireRater(caller.employeeId());
        return once.perform(key, new Asked("start-run-of-one", evaluationId, 0, null), RunView.class, () -> {
            if (!evaluation.status().isBeforeRating()) {
                throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, evaluation.status(), EvaluationStatus.UNDER_REVIEW);
            }
            requireNoneUnderWay(evaluation.periodId());
            return started(named.period(evaluation.periodId().toString()), new Scope(evaluation.unitId(),
                    List.of(new Unrated(evaluationId, evaluation.unitId()))));
        });
    }

    private void requireNoneUnderWay(UUID periodId) {
        if (runs.isUnderWay(periodId, caller.subject())) {
            throw new ProblemException(Problem.RUN_UNDER_WAY);
        }
    }

    private RunView started(Period period, Scope scope) {
        LocalDate on = settings.todayOr(period.endsOn());
        Map<UUID, Binding> byUnit = bindings.of(scope.unrated().stream().map(Unrated::unitId).distinct().toList(), on);
        Map<Binding, List<UUID>> byPack = new LinkedHashMap<>();
        scope.unrated().stream().filter(one -> byUnit.containsKey(one.unitId())).forEach(one -> byPack
                .computeIfAbsent(byUnit.get(one.unitId()), any -> new ArrayList<>()).add(one.evaluationId()));
        Optional<Binding> own = bindings.of(scope.unitId(), on);
        if (scope.unrated().isEmpty()) {
            own.ifPresent(binding -> byPack.put(binding, List.of()));
        }
        List<Binding> packs = new ArrayList<>(byPack.keySet());
        packs.sort(Comparator.comparing((Binding binding) -> own.filter(binding::equals).isEmpty())
                .thenComparing(binding -> -byPack.get(binding).size()));
        if (packs.isEmpty()) {
            throw new ProblemException(Problem.NO_PACK_ENABLED);
        }
        int without = scope.unrated().size() - byPack.values().stream().mapToInt(List::size).sum();
        EvaluationRun first = null;
        for (Binding binding : packs) {
            UUID unitId = narrower(scope.unitId(), binding.orgUnitId());
            EvaluationRun run = start(period, unitId, binding, byPack.get(binding), first == null ? without : 0);
            first = first == null ? run : first;
        }
        return views.view(first);
    }

    /** What a run is named after: the unit of its pack where that lies within what was asked for, else the latter. */
    private UUID narrower(UUID asked, UUID ofPack) {
        return asked == null || ofPack != null && units.subtree(asked).contains(ofPack) ? ofPack : asked;
    }

    private EvaluationRun start(Period period, UUID unitId, Binding binding, List<UUID> evaluationIds, int without) {
        EvaluationRun run = new EvaluationRun(Ids.next(clock.millis()), period.periodId(), unitId,
                bindings.frozen(binding, Subject.PERSON, period).orElseThrow(() ->
                        ProblemException.of(Problem.PACK_NOT_READY, binding.packId(), binding.version())),
                evaluationIds.size(), without, caller.subject(), clock.instant());
        entityManager.persist(run);
        entityManager.flush();
        askForChunks(run.id(), evaluationIds);
        return run;
    }

    private void askForChunks(UUID runId, List<UUID> evaluationIds) {
        int size = settings.chunkSize();
        int number = 0;
        for (int from = 0; from < evaluationIds.size(); from += size) {
            number++;
            runs.insertChunk(runId, number, evaluationIds.subList(from, Math.min(from + size, evaluationIds.size())));
            jobs.ask(ScoreChunk.TASK, runId + "/" + number);
        }
    }

    private Scope scope(UUID periodId, UUID unitId) {
        if (caller.has(Roles.REGION_HR_ADMIN)) {
            return unitId == null ? new Scope(null, runs.unrated(periodId)) : unitScope(periodId, unitId);
        }
        if (unitId != null && standing.heads(unitId)) {
            return unitScope(periodId, unitId);
        }
        if (unitId == null && caller.has(Roles.RATER)) {
            return new Scope(ownUnit().orElse(null), runs.unratedOf(periodId, caller.employeeId()));
        }
        throw new ProblemException(Problem.FORBIDDEN);
    }

    private Scope unitScope(UUID periodId, UUID unitId) {
        if (units.find(unitId).isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return new Scope(unitId, runs.unratedIn(periodId, units.subtree(unitId)));
    }

    /** A rater's run is named after the rater's own unit; an official is in none. */
    private Optional<UUID> ownUnit() {
        return employees.placementsOf(caller.employeeId(), settings.today()).stream().findFirst()
                .map(Placement::orgUnitId);
    }
}
