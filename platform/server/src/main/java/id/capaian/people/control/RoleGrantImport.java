package id.capaian.people.control;

import static id.capaian.people.ImportColumn.code;
import static id.capaian.people.ImportColumn.digits;
import static id.capaian.people.ImportColumn.optional;
import static id.capaian.people.ImportColumn.required;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.identity.Roles;
import id.capaian.people.ImportChanges;
import id.capaian.people.ImportColumn;
import id.capaian.people.ImportKind;
import id.capaian.people.ImportRow;
import id.capaian.people.LostZeros;
import id.capaian.people.control.RoleGrantSql.Grant;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.OrgUnit;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Files of kind {@code role-grants}: matched by person, role, unit and first day; only adds and ends grants. An end, by a
 * file or by revoking, is not taken back by a row that leaves it open. The region keeps an administrator. What it ends
 * counts from the holder's next refresh, within minutes.
 */
@ApplicationScoped
class RoleGrantImport implements ImportKind {

    private static final String NUMBER = "nip";
    private static final String UNIT = "kode_unit";
    private static final String TO = "sampai";

    private final Known known;
    private final RoleGrantSql grants;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    RoleGrantImport() {
        this(null, null, null, null, null);
    }

    @Inject
    RoleGrantImport(Known known, RoleGrantSql grants, Tenants tenants, Caller caller, Clock clock) {
        this.known = known;
        this.grants = grants;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "role-grants";
    }

    @Override
    public int place() {
        return 6;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(digits(NUMBER).or("nipBaru", "nip/ni pppk", "nip pegawai"), required("peran"),
                code(UNIT).or("unorId", "kodeUnor", "kode unit kerja"), required("mulai").or("tanggal mulai", "tmt"),
                optional(TO).or("tanggal akhir", "tanggal selesai"));
    }

    @Override
    public void prepare(List<ImportRow> rows, ImportChanges changes) {
        Map<String, Employee> employees = known.employees(rows, NUMBER);
        Map<String, OrgUnit> units = known.unitsByCode();
        LostZeros zeros = new LostZeros(units.keySet());
        Map<Grant, LocalDate> stored = grants.all();
        Map<Grant, Told> told = new HashMap<>();
        for (ImportRow row : rows) {
            row.required(NUMBER);
            Employee employee = Known.employee(row, NUMBER, employees);
            String role = row.requiredOneOf("peran", Words.ROLES);
            OrgUnit unit = Known.byCode(row, UNIT, units, zeros);
            if (unit == null && (Roles.UNIT_HEAD.equals(role) || Roles.UNIT_HR_ADMIN.equals(role))) {
                row.required(UNIT);
            }
            LocalDate from = row.requiredDate("mulai");
            LocalDate to = AssignmentImport.lastDay(row, from);
            if (row.isSound()) {
                Grant grant = new Grant(employee.id(), role, unit == null ? null : unit.id(), from);
                LocalDate end = to == null ? stored.get(grant) : to;
                if (told.putIfAbsent(grant, new Told(row, end)) == null) {
                    note(grant, end, stored, changes);
                } else {
                    row.problem(NUMBER, "people.import.twiceHere");
                }
            }
        }
        told.keySet().removeIf(grant -> !Roles.REGION_HR_ADMIN.equals(grant.role()));
        keepAnAdmin(told);
    }

    /**
     * What the file says of a grant.
     *
     * @param to its last day by then; null when it stays open
     */
    private record Told(ImportRow row, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return to == null || !to.isBefore(day);
        }
    }

    private void keepAnAdmin(Map<Grant, Told> told) {
        if (told.values().stream().allMatch(one -> one.to() == null)) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
        Set<Grant> admins = grants.adminsOn(today);
        boolean left = admins.stream().anyMatch(admin -> !told.containsKey(admin))
                || told.entrySet().stream().anyMatch(one -> !one.getKey().from().isAfter(today)
                        && one.getValue().holdsOn(today));
        if (!admins.isEmpty() && !left) {
            admins.forEach(admin -> told.get(admin).row().problem(TO, "people.import.lastAdmin"));
        }
    }

    private void note(Grant grant, LocalDate to, Map<Grant, LocalDate> stored, ImportChanges changes) {
        if (!stored.containsKey(grant)) {
            changes.create(() -> grants.add(Ids.next(clock.millis()), grant, to, caller.subject(), clock.instant()));
        } else if (Objects.equals(stored.get(grant), to)) {
            changes.keep();
        } else {
            changes.change(() -> grants.end(grant, to));
        }
    }
}
