package id.capaian.access.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.access.entity.GrantedRole;
import id.capaian.access.entity.RoleGrant;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Roles on a real database, two tenants. */
class RolesSliceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Slice slice = Slice.ofTwoTenants();

    @Test
    void countsARoleFromItsFirstToItsLastDay() {
        UUID employee = employee("samarinda");
        slice.inTenant("samarinda", "admin", unit -> {
            RoleGrant grant = grant(employee, TODAY.minusDays(10));
            unit.entityManager().persist(grant);
            return null;
        });
        assertEquals(Set.of(), rolesOf("samarinda", employee, TODAY.minusDays(11)));
        assertEquals(Set.of("PERF_MANAGER"), rolesOf("samarinda", employee, TODAY));
        slice.inTenant("samarinda", "admin", unit -> {
            grants(unit, employee).forEach(grant -> grant.endBefore(TODAY));
            return null;
        });
        assertEquals(Set.of("PERF_MANAGER"), rolesOf("samarinda", employee, TODAY.minusDays(1)));
        assertEquals(Set.of(), rolesOf("samarinda", employee, TODAY));
    }

    @Test
    void aRoleInOneTenantIsNoneInAnother() {
        UUID employee = employee("samarinda");
        slice.inTenant("samarinda", "admin", unit -> {
            unit.entityManager().persist(grant(employee, TODAY));
            return null;
        });
        assertEquals(Set.of(), rolesOf("tubei", employee, TODAY));
    }

    @Test
    void knowsTheLastHolderOfARole() {
        UUID first = employee("samarinda");
        UUID second = employee("samarinda");
        assertEquals(List.of(false, true, true), slice.inTenant("samarinda", "admin", unit -> {
            var grants = new Grants(unit.entityManager(), null, null);
            RoleGrant held = admin(first, TODAY.minusDays(3));
            grants.add(held);
            grants.add(admin(first, TODAY.minusDays(1)));
            grants.add(admin(second, TODAY.plusDays(1)));
            unit.entityManager().flush();
            boolean nobodyElseToday = grants.isHeldByAnother(held, TODAY);
            boolean somebodyTomorrow = grants.isHeldByAnother(held, TODAY.plusDays(1));
            RoleGrant ofSecond = admin(second, TODAY);
            grants.add(ofSecond);
            unit.entityManager().flush();
            return List.of(nobodyElseToday, somebodyTomorrow, grants.isHeldByAnother(held, TODAY));
        }));
    }

    private static RoleGrant admin(UUID employee, LocalDate from) {
        return RoleGrant.to(employee, GrantedRole.REGION_HR_ADMIN, null, from, Ids.next(Slice.CLOCK.millis()))
                .by("admin", Slice.CLOCK.instant());
    }

    @Test
    void keepsTheTrailOfAGrant() {
        UUID employee = employee("tubei");
        slice.inTenant("tubei", "the-granter", unit -> {
            unit.entityManager().persist(grant(employee, TODAY));
            return null;
        });
        List<?> actors = slice.inTenant("tubei", "anybody", unit -> unit.entityManager().createNativeQuery("""
                select actor from __T__.audit_entry where table_name = 'role_grant' and row_after ->> 'employee_id' = ?""")
                .setParameter(1, employee.toString()).getResultList());
        assertEquals(List.of("the-granter"), actors);
    }

    @Test
    void refusesARoleOfAUnitWithoutOne() {
        var refused = assertThrows(ProblemException.class,
                () -> RoleGrant.to(UUID.randomUUID(), GrantedRole.UNIT_HEAD, null, TODAY, UUID.randomUUID()));
        assertEquals(Problem.INVALID_INPUT, refused.problem());
    }

    @Test
    void aRoleThatBeganTodayIsRemovedInsteadOfEnded() {
        RoleGrant grant = grant(UUID.randomUUID(), TODAY);
        assertTrue(!grant.beganBefore(TODAY));
        assertThrows(IllegalStateException.class, () -> grant.endBefore(TODAY));
    }

    private static RoleGrant grant(UUID employee, LocalDate from) {
        return RoleGrant.to(employee, GrantedRole.PERF_MANAGER, null, from, Ids.next(Slice.CLOCK.millis()))
                .by("admin", Slice.CLOCK.instant());
    }

    private static List<RoleGrant> grants(Slice.Unit unit, UUID employee) {
        return unit.entityManager().createQuery("select g from RoleGrant g where g.employeeId = :employee", RoleGrant.class)
                .setParameter("employee", employee).getResultList();
    }

    private Set<String> rolesOf(String tenant, UUID employee, LocalDate on) {
        return slice.inTenant(tenant, "admin",
                unit -> new AccountSql(unit.entityManager()).rolesOf("subject-of-nobody", employee, on));
    }

    private UUID employee(String tenant) {
        UUID id = Ids.next(Slice.CLOCK.millis());
        String number = "19860926201505" + String.format("1%03d", Math.floorMod(id.hashCode(), 999) + 1);
        slice.inTenant(tenant, "admin", unit -> unit.entityManager().createNativeQuery("""
                insert into __T__.employee (employee_id, number_kind, civil_number, full_name, employment, birth_date, sex,
                                            legal_status, version)
                values (?, 'NIP', ?, 'Sampel', 'PNS', date '1986-09-26', 'MALE', 'ACTIVE', 1)""")
                .setParameter(1, id).setParameter(2, number).executeUpdate());
        return id;
    }
}
