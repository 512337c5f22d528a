package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.TrialInput;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.PackOffers;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what a trial of a pack looks at, page by page: a handful of statements each, however many people. */
@LongWork
@TenantUseCase
public class ReadTrial {

    private final TrialSql trials;
    private final PersonInputs inputs;
    private final PackOffers offers;
    private final Periods periods;
    private final Units units;
    private final Employees employees;
    private final AccessLog accessLog;

    ReadTrial() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ReadTrial(TrialSql trials, PersonInputs inputs, PackOffers offers, Periods periods, Units units,
            Employees employees, AccessLog accessLog) {
        this.trials = trials;
        this.inputs = inputs;
        this.offers = offers;
        this.periods = periods;
        this.units = units;
        this.employees = employees;
        this.accessLog = accessLog;
    }

    /**
     * What a trial is about.
     *
     * @param unitName name of the unit; null for the whole government
     * @param unitIds  the unit with everything below it; empty for the whole government
     */
    public record Frame(Period period, String unitName, Set<UUID> unitIds) {
    }

    /**
     * Whose evaluation it is, and where the person works.
     *
     * @param open whether the caller may learn what is suggested: nobody learns the own suggestion before it is
     *             delivered, from counts as little as from a list
     */
    public record Person(UUID evaluationId, UUID employeeId, UUID unitId, boolean open) {
    }

    /** Somebody with what a formula may know of them now. */
    public record Subject(Person person, FormulaInput input) {
    }

    /**
     * What is stored of somebody; everything but the person is null when there is no suggestion.
     *
     * @param reasonCode  why there is no score; null when scored
     * @param explanation canonical JSON of the outcome
     * @param input       canonical JSON of the input
     * @param source      pack and version it was computed with
     */
    public record Stored(Person person, Suggestion.Outcome outcome, BigDecimal result, BigDecimal behaviour,
            BigDecimal index, Rating resultRating, Rating behaviourRating, String reasonCode,
            String explanation, String input, String source) {

        boolean isScored() {
            return outcome == Suggestion.Outcome.SCORED;
        }
    }

    /** Names by id: of people and of units. */
    public record Names(Map<UUID, String> people, Map<UUID, String> units) {
    }

    /** @throws ProblemException NOT_FOUND, PACK_NOT_OFFERED for a pack the tenant neither may enable nor ever did */
    public Frame frame(TrialInput input) {
        offers.requireKnown(input.packId(), input.version());
        Period period = periods.named(input.period());
        if (input.unitId() == null) {
            return new Frame(period, null, Set.of());
        }
        Unit unit = units.find(input.unitId()).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        return new Frame(period, unit.name(), units.subtree(unit.orgUnitId()));
    }

    /** A page of people with their inputs as they are now, by evaluation. */
    public List<Subject> people(Frame frame, Frozen frozen, PackDescriptor pack, UUID after, int most) {
        List<Person> page = trials.people(frame.period().periodId(), frame.unitIds(), after, most);
        if (page.isEmpty()) {
            return List.of();
        }
        Map<UUID, FormulaInput> byEvaluation = inputs.of(frozen, pack, frame.period().periodId(),
                page.stream().map(Person::evaluationId).toList()).stream()
                .collect(Collectors.toMap(ChunkWork.Subject::evaluationId, ChunkWork.Subject::input));
        return page.stream().map(person -> new Subject(person, byEvaluation.get(person.evaluationId()))).toList();
    }

    /** A page of people with what is stored of each, by evaluation. */
    public List<Stored> stored(Frame frame, UUID after, int most) {
        return trials.stored(frame.period().periodId(), frame.unitIds(), after, most);
    }

    /** Names people who are about to be shown, and notes that the caller looked at them. */
    public Names names(Collection<UUID> employeeIds, String purpose) {
        accessLog.readAll(employeeIds, purpose);
        Map<UUID, String> names = employeeIds.isEmpty() ? Map.of() : employees.byId(employeeIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> person.getValue().displayName()));
        return new Names(names, units.all().stream().collect(Collectors.toMap(Unit::orgUnitId, Unit::name)));
    }
}
