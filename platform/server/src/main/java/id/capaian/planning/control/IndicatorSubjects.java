package id.capaian.planning.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.people.CivilNumber;
import id.capaian.people.Employees;
import id.capaian.people.LostZeros;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import id.capaian.planning.entity.IndicatorValue.Subject;
import id.capaian.planning.entity.SubjectKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds whom or what a value is about by the names that offices use: civil numbers and unit codes. */
@ApplicationScoped
class IndicatorSubjects {

    private final Employees employees;
    private final Units units;
    private final Caller caller;
    private final Today today;

    IndicatorSubjects() {
        this(null, null, null, null);
    }

    @Inject
    IndicatorSubjects(Employees employees, Units units, Caller caller, Today today) {
        this.employees = employees;
        this.units = units;
        this.caller = caller;
        this.today = today;
    }

    /** What a file or a request calls a subject. */
    record Name(SubjectKind kind, String key) {
    }

    /** The subjects by name, a handful of statements whatever their number; unknown names are absent. */
    Map<Name, Subject> find(Collection<Name> names) {
        Set<CivilNumber> numbers = new HashSet<>();
        names.stream().filter(name -> name.kind() == SubjectKind.PERSON).map(name -> CivilNumber.compact(name.key()))
                .filter(CivilNumber::isWellFormed).map(CivilNumber::new).forEach(numbers::add);
        Map<String, UUID> people = new HashMap<>();
        employees.idsByNumber(numbers).forEach((number, id) -> people.put(number.value(), id));
        Map<String, UUID> byCode = new HashMap<>();
        units.all().forEach(unit -> byCode.put(unit.code(), unit.orgUnitId()));
        Map<Name, Subject> found = new HashMap<>();
        for (Name name : names) {
            UUID id = name.kind() == SubjectKind.PERSON
                    ? people.get(CivilNumber.compact(name.key())) : byCode.get(name.key());
            if (id != null) {
                found.put(name, new Subject(name.kind(), id));
            }
        }
        return found;
    }

    /** Codes of units as they may have lost the zeros in front. */
    LostZeros zeros() {
        return new LostZeros(units.all().stream().map(Unit::code).toList());
    }

    /**
     * Subjects the caller may record values of: all for the region's admins, else the admin's own units and their
     * people.
     */
    boolean mayRecord(Collection<Subject> subjects) {
        if (caller.has(Roles.REGION_HR_ADMIN)) {
            return true;
        }
        Set<UUID> own = new HashSet<>();
        units.unitsWithRole(caller.employeeId(), Roles.UNIT_HR_ADMIN, today.date())
                .forEach(unit -> own.addAll(units.subtree(unit)));
        employees.placementsIn(own, today.date()).forEach(placement -> own.add(placement.employeeId()));
        return subjects.stream().map(Subject::id).allMatch(own::contains);
    }
}
