package id.capaian.people.control;

import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What JPQL cannot say about units: the subtree, and grants, whose table belongs to {@code access}. */
@ApplicationScoped
class UnitSql {

    private final EntityManager entityManager;

    UnitSql() {
        this(null);
    }

    @Inject
    UnitSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<UUID> subtree(UUID orgUnitId) {
        return uuids(entityManager.createNativeQuery("""
                with recursive below as (
                    select org_unit_id from __T__.org_unit where org_unit_id = ?
                    union
                    select u.org_unit_id from __T__.org_unit u join below b on u.parent_id = b.org_unit_id)
                select org_unit_id from below""")
                .setParameter(1, orgUnitId).getResultList());
    }

    List<UUID> upwards(UUID orgUnitId) {
        return uuids(entityManager.createNativeQuery("""
                with recursive above as (
                    select org_unit_id, parent_id, 0 as steps from __T__.org_unit where org_unit_id = ?
                    union all
                    select u.org_unit_id, u.parent_id, a.steps + 1
                    from __T__.org_unit u join above a on u.org_unit_id = a.parent_id)
                select org_unit_id from above order by steps""")
                .setParameter(1, orgUnitId).getResultList());
    }

    List<UUID> unitsWithRole(UUID employeeId, String role, LocalDate on) {
        return uuids(entityManager.createNativeQuery("""
                select org_unit_id from __T__.role_grant
                where employee_id = ? and role = ? and org_unit_id is not null
                  and valid_from <= ? and (valid_to is null or valid_to >= ?)""")
                .setParameter(1, employeeId).setParameter(2, role)
                .setParameter(3, Date.valueOf(on)).setParameter(4, Date.valueOf(on)).getResultList());
    }

    /** By unit; units nobody heads are absent. */
    Map<UUID, List<UUID>> headsOf(Collection<UUID> orgUnitIds, LocalDate on) {
        List<?> rows = entityManager.createNativeQuery("""
                select distinct org_unit_id, employee_id from __T__.role_grant
                where org_unit_id in (select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id)
                  and role = 'UNIT_HEAD' and employee_id is not null
                  and valid_from <= ? and (valid_to is null or valid_to >= ?)""")
                .setParameter(1, Json.write(List.copyOf(orgUnitIds))).setParameter(2, Date.valueOf(on))
                .setParameter(3, Date.valueOf(on)).getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.groupingBy(row -> (UUID) row[0],
                Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
    }

    private static List<UUID> uuids(List<?> rows) {
        return rows.stream().map(UUID.class::cast).toList();
    }
}
