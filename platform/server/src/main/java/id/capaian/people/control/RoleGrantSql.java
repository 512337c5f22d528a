package id.capaian.people.control;

import id.capaian.kernel.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Grants of roles to people, as files bring them; their everyday keeping is {@code access}'s. */
@ApplicationScoped
class RoleGrantSql {

    private final EntityManager entityManager;

    RoleGrantSql() {
        this(null);
    }

    @Inject
    RoleGrantSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** What a grant is matched by; the unit is null for roles that hold everywhere. */
    record Grant(UUID employeeId, String role, UUID orgUnitId, LocalDate from) {
    }

    /** All grants to employees with their last day, null when open. */
    Map<Grant, LocalDate> all() {
        List<?> rows = entityManager.createNativeQuery("""
                select employee_id, role, org_unit_id, valid_from, valid_to
                from __T__.role_grant where employee_id is not null""").getResultList();
        Map<Grant, LocalDate> grants = new HashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(row -> grants.put(
                new Grant((UUID) row[0], (String) row[1], (UUID) row[2], ((Date) row[3]).toLocalDate()),
                row[4] == null ? null : ((Date) row[4]).toLocalDate()));
        return grants;
    }

    /**
     * Grants that make somebody regional admin on a day, to people and to accounts (without an employee). All grants of
     * that role are held until the transaction ends: two who end the last two at once must not both be let.
     */
    Set<Grant> adminsOn(LocalDate day) {
        List<?> rows = entityManager.createNativeQuery("""
                select employee_id, role, org_unit_id, valid_from, valid_to
                from __T__.role_grant where role = ? order by role_grant_id for update""")
                .setParameter(1, Roles.REGION_HR_ADMIN).getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .filter(row -> !((Date) row[3]).toLocalDate().isAfter(day)
                        && (row[4] == null || !((Date) row[4]).toLocalDate().isBefore(day)))
                .map(row -> new Grant((UUID) row[0], (String) row[1], (UUID) row[2], ((Date) row[3]).toLocalDate()))
                .collect(Collectors.toSet());
    }

    void add(UUID id, Grant grant, LocalDate to, String by, Instant at) {
        entityManager.createNativeQuery("""
                insert into __T__.role_grant
                    (role_grant_id, role, employee_id, org_unit_id, granted_by, granted_at, valid_from, valid_to, version)
                values (?, ?, ?, cast(? as uuid), ?, ?, ?, cast(? as date), 1)""")
                .setParameter(1, id).setParameter(2, grant.role()).setParameter(3, grant.employeeId())
                .setParameter(4, grant.orgUnitId() == null ? null : grant.orgUnitId().toString())
                .setParameter(5, by).setParameter(6, Timestamp.from(at)).setParameter(7, Date.valueOf(grant.from()))
                .setParameter(8, to == null ? null : to.toString()).executeUpdate();
    }

    void end(Grant grant, LocalDate to) {
        entityManager.createNativeQuery("""
                update __T__.role_grant set valid_to = cast(? as date), version = version + 1
                where employee_id = ? and role = ? and valid_from = ? and org_unit_id is not distinct from cast(? as uuid)""")
                .setParameter(1, to.toString()).setParameter(2, grant.employeeId())
                .setParameter(3, grant.role()).setParameter(4, Date.valueOf(grant.from()))
                .setParameter(5, grant.orgUnitId() == null ? null : grant.orgUnitId().toString()).executeUpdate();
    }
}
