package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what capacity the caller stands to an evaluation, a unit or a run. */
@ApplicationScoped
class Standing {

    /** Capacities in which an evaluation may be seen. */
    enum Capacity { PERSON, RATER, RATER_SUPERIOR, UNIT_HEAD, REGION_HR_ADMIN }

    /**
     * Ratings that wait for a second look.
     *
     * @param parties whom they are about and who gave them, who cannot take it
     */
    record Calibrating(UUID evaluationId, UUID unitId, List<UUID> parties) {
    }

    private final Caller caller;
    private final Units units;
    private final Employees employees;
    private final EvaluationSettings settings;

    Standing() {
        this(null, null, null, null);
    }

    @Inject
    Standing(Caller caller, Units units, Employees employees, EvaluationSettings settings) {
        this.caller = caller;
        this.units = units;
        this.employees = employees;
        this.settings = settings;
    }

    /**
     * The capacities of the caller.
     *
     * @throws ProblemException {@link Problem#FORBIDDEN} when there is none
     */
    Set<Capacity> towards(Evaluation evaluation) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        caller.employeeIfAny().ifPresent(employee -> addPersonal(capacities, employee, evaluation));
        if (caller.has(Roles.REGION_HR_ADMIN) && !capacities.contains(Capacity.PERSON)) {
            capacities.add(Capacity.REGION_HR_ADMIN);
        }
        if (capacities.isEmpty()) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return capacities;
    }

    private void addPersonal(Set<Capacity> capacities, UUID employee, Evaluation evaluation) {
        if (employee.equals(evaluation.employeeId())) {
            // The other capacities are closed to oneself: nobody calibrates or reopens the own evaluation.
            capacities.add(Capacity.PERSON);
            return;
        }
        if (employee.equals(evaluation.raterId())) {
            capacities.add(Capacity.RATER);
        }
        if (employee.equals(evaluation.raterSuperiorId())) {
            capacities.add(Capacity.RATER_SUPERIOR);
        }
        if (heads(evaluation.unitId())) {
            capacities.add(Capacity.UNIT_HEAD);
        }
    }

    /** Whether the caller heads this unit or one above it. */
    boolean heads(UUID unitId) {
        Set<UUID> headed = headedHere();
        return !headed.isEmpty() && selfAndAbove(unitId).stream().anyMatch(headed::contains);
    }

    /**
     * Whether the caller may tell what is in calibration: who heads the unit, but who gave the ratings only where
     * nobody else could, so that it does not stay there for good (domain.md 2).
     */
    boolean deliversCalibrated(Evaluation evaluation) {
        return heads(evaluation.unitId()) && (!gaveRatings(evaluation)
                || !leftToTheRater(List.of(calibrating(evaluation))).isEmpty());
    }

    /** Whether the caller is to rate, or gave a rating that stands: the own ratings are no second look's. */
    boolean gaveRatings(Evaluation evaluation) {
        return caller.employeeIfAny().filter(evaluation.raters()::contains).isPresent();
    }

    /**
     * Of evaluations in calibration those that only who gave the ratings can deliver: nobody else heads the unit or one
     * above. A handful of statements for all.
     */
    Set<UUID> leftToTheRater(Collection<Calibrating> given) {
        if (given.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<UUID>> chains = chains(given.stream().map(Calibrating::unitId).toList());
        Map<UUID, List<UUID>> heads = units.headsOf(chains.values().stream().flatMap(List::stream)
                .collect(Collectors.toSet()), settings.today());
        return given.stream().filter(one -> chains.get(one.unitId()).stream()
                .flatMap(unit -> heads.getOrDefault(unit, List.of()).stream()).allMatch(one.parties()::contains))
                .map(Calibrating::evaluationId).collect(Collectors.toSet());
    }

    static Calibrating calibrating(Evaluation evaluation) {
        return new Calibrating(evaluation.id(), evaluation.unitId(),
                Stream.concat(Stream.of(evaluation.employeeId()), evaluation.raters().stream()).toList());
    }

    /** Units the caller heads, with everything below; empty for who heads none. */
    Set<UUID> unitsUnderTheCaller() {
        return headedHere().stream().flatMap(unit -> units.subtree(unit).stream()).collect(Collectors.toSet());
    }

    /**
     * Units whose achievement the caller decides: those below a unit the caller heads (domain.md 3.3: the leader of the
     * organisation above; for the own one it would decide the own rating). On the topmost unit the regional head
     * decides who heads it as an official; where none does, its head stands in.
     */
    Set<UUID> unitsTheCallerDecidesOn() {
        return headedHere().stream().flatMap(headed -> units.subtree(headed).stream()
                .filter(unit -> !unit.equals(headed) || isTopmost(unit) && isFirstOf(unit)))
                .collect(Collectors.toSet());
    }

    /** An official, or head where no official is: nobody stands in for who is there. */
    private boolean isFirstOf(UUID unitId) {
        Map<UUID, Person> heads = employees.byId(units.headsOf(unitId, settings.today()));
        Person me = heads.get(caller.employeeId());
        return me != null && me.isOfficial() || heads.values().stream().noneMatch(Person::isOfficial);
    }

    private boolean isTopmost(UUID unitId) {
        return units.find(unitId).filter(unit -> unit.parentId() == null).isPresent();
    }

    /**
     * Whether this person leads this very unit: then its achievement is the person's rating of results.
     *
     * @param lastDay of the period; while it runs, today counts: who has moved on since led it all the same
     */
    boolean leads(UUID employeeId, UUID unitId, LocalDate lastDay) {
        return units.headedBy(employeeId, settings.todayOr(lastDay)).contains(unitId);
    }

    /** Who leads this very unit, on the same day. */
    List<UUID> headsOf(UUID unitId, LocalDate lastDay) {
        return units.headsOf(unitId, settings.todayOr(lastDay));
    }

    private Set<UUID> headedHere() {
        if (!caller.has(Roles.UNIT_HEAD)) {
            return Set.of();
        }
        return caller.employeeIfAny().map(employee -> units.headedBy(employee, settings.today()))
                .<Set<UUID>>map(HashSet::new).orElse(Set.of());
    }

    /** The unit and those above it, from the inside out. */
    List<UUID> selfAndAbove(UUID unitId) {
        return chains(List.of(unitId)).get(unitId);
    }

    /** The same of many units, one statement. */
    Map<UUID, List<UUID>> chains(Collection<UUID> unitIds) {
        Map<UUID, Unit> byId = units.all().stream().collect(Collectors.toMap(Unit::orgUnitId, Function.identity()));
        Map<UUID, List<UUID>> chains = new HashMap<>();
        unitIds.forEach(unitId -> chains.put(unitId, chain(unitId, byId)));
        return chains;
    }

    private static List<UUID> chain(UUID unitId, Map<UUID, Unit> byId) {
        List<UUID> chain = new ArrayList<>();
        Unit unit = byId.get(unitId);
        while (unit != null && !chain.contains(unit.orgUnitId())) {
            chain.add(unit.orgUnitId());
            unit = byId.get(unit.parentId());
        }
        return chain;
    }
}
