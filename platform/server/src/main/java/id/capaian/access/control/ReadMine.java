package id.capaian.access.control;

import id.capaian.access.RoleGrantView;
import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.audit.AccessRecord;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Placement;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the product knows about the caller, and who has looked at it. */
@TenantUseCase
public class ReadMine {

    private static final int LATEST = 50;

    private final Employees employees;
    private final Grants grants;
    private final AccessLog accessLog;
    private final Caller caller;
    private final TenantToday today;

    ReadMine() {
        this(null, null, null, null, null);
    }

    @Inject
    ReadMine(Employees employees, Grants grants, AccessLog accessLog, Caller caller, TenantToday today) {
        this.employees = employees;
        this.grants = grants;
        this.accessLog = accessLog;
        this.caller = caller;
        this.today = today;
    }

    /**
     * What was found.
     *
     * @param person     the caller; empty for an account without an employee
     * @param placements posts held today, the definitive one first
     * @param granted    roles granted to the caller
     * @param looks      who looked, newest first
     * @param readers    names of those who looked, by employee
     */
    public record Mine(Optional<Person> person, List<Placement> placements, List<RoleGrantView> granted,
            List<AccessRecord> looks, Map<UUID, Person> readers) {
    }

    public Mine read() {
        LocalDate day = today.get();
        List<RoleGrantView> granted = grants.views(grants.openOn(day).stream()
                .filter(grant -> caller.subject().equals(grant.subject())
                        || caller.employeeIfAny().filter(id -> id.equals(grant.employeeId())).isPresent()).toList());
        return caller.employeeIfAny().map(id -> ofEmployee(id, day, granted))
                .orElseGet(() -> new Mine(Optional.empty(), List.of(), granted, List.of(), Map.of()));
    }

    private Mine ofEmployee(UUID id, LocalDate day, List<RoleGrantView> granted) {
        List<AccessRecord> looks = accessLog.of(id, LATEST);
        List<UUID> readers = looks.stream().map(AccessRecord::employeeId).filter(Objects::nonNull).distinct().toList();
        return new Mine(employees.find(id), employees.placementsOf(id, day), granted, looks, employees.byId(readers));
    }
}
