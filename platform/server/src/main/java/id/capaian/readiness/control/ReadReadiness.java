package id.capaian.readiness.control;

import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.registry.Tenants;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads how people stand in a period: the regional admin everybody, a unit's admin those below the own units. */
@LongWork
@TenantUseCase
public class ReadReadiness {

    private final ReadinessSql sql;
    private final Periods periods;
    private final Units units;
    private final Employees employees;
    private final AccessLog accessLog;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    ReadReadiness() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ReadReadiness(ReadinessSql sql, Periods periods, Units units, Employees employees, AccessLog accessLog,
            Tenants tenants, Caller caller, Clock clock) {
        this.sql = sql;
        this.periods = periods;
        this.units = units;
        this.employees = employees;
        this.accessLog = accessLog;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What is looked at.
     *
     * @param day     the day of the period that counts today
     * @param unit    null for all the caller looks after
     * @param unitIds those that are looked at
     * @param periods all there are, latest first
     */
    public record Frame(Period period, LocalDate day, Unit unit, Set<UUID> unitIds, List<Period> periods) {
    }

    /**
     * What an address asks for.
     *
     * @param period code or id; null for the period people work in now
     * @param unitId null for all the caller looks after; else with what is below it
     * @throws ProblemException NOT_FOUND, FORBIDDEN for a unit of others, PERIOD_NOT_OPEN when there is no period
     */
    public Frame frame(String period, UUID unitId) {
        Period named = periods.named(period);
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
        Set<UUID> mine = caller.has(Roles.REGION_HR_ADMIN)
                ? units.all().stream().map(Unit::orgUnitId).collect(Collectors.toSet()) : lookedAfter(today);
        if (unitId == null) {
            return new Frame(named, named.dayCounting(today), null, mine, periods.all());
        }
        Unit unit = units.find(unitId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (!mine.contains(unitId)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return new Frame(named, named.dayCounting(today), unit, units.subtree(unitId), periods.all());
    }

    private Set<UUID> lookedAfter(LocalDate today) {
        return units.unitsWithRole(caller.employeeId(), Roles.UNIT_HR_ADMIN, today).stream()
                .flatMap(unit -> units.subtree(unit).stream()).collect(Collectors.toSet());
    }

    /** The units looked at, each for itself, by code; one statement. */
    public List<UnitState> units(Frame frame) {
        return sql.units(frame.period().periodId(), frame.day(), frame.unitIds());
    }

    /** A page of people, one statement; see {@link ReadinessSql}. Nobody is named yet. */
    public List<Post> posts(Frame frame, UUID after, int most) {
        return sql.posts(frame.period().periodId(), frame.day(), frame.unitIds(), after, most);
    }

    /** The same of those with a gap. */
    public List<Post> postsWith(Gap gap, Frame frame, UUID after, int most) {
        return sql.postsWith(gap, frame.period().periodId(), frame.day(), frame.unitIds(), after, most);
    }

    /** Names people who are about to be shown, and notes that the caller looked at them; two statements. */
    public Map<UUID, String> names(Collection<UUID> employeeIds) {
        accessLog.readAll(employeeIds, "readiness.purpose.list");
        return employeeIds.isEmpty() ? Map.of() : employees.byId(employeeIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, person -> person.getValue().displayName()));
    }
}
