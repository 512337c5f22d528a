package id.capaian.people.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What taking back an import of roles would mean, as for revoking one: who loses it, and whether an admin is left. */
@ApplicationScoped
class UndoRolesSql {

    private final EntityManager entityManager;
    private final Tenants tenants;
    private final Caller caller;
    private final Clock clock;

    UndoRolesSql() {
        this(null, null, null, null);
    }

    @Inject
    UndoRolesSql(EntityManager entityManager, Tenants tenants, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.tenants = tenants;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Whether somebody is regional admin today and nobody would be without the import. Whoever asks holds all grants of
     * that role until the transaction ends: two who take the last two away at once must not both be told no.
     */
    boolean leavesNoAdmin(UUID fileId) {
        entityManager.createNativeQuery(
                "select role_grant_id from __T__.role_grant where role = ? order by role_grant_id for update")
                .setParameter(1, Roles.REGION_HR_ADMIN).getResultList();
        Date today = Date.valueOf(LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant())));
        Object[] admins = (Object[]) entityManager.createNativeQuery("""
                select count(*) filter (where coalesce(r.valid_to, date 'infinity') >= t.today),
                       count(*) filter (where f.operation is distinct from 'INSERT'
                                          and coalesce(case when f.operation = 'UPDATE'
                                                            then cast(f.row_before ->> 'valid_to' as date)
                                                            else r.valid_to end, date 'infinity') >= t.today)
                  from (select cast(? as date) as today) t
                  join __T__.role_grant r on r.role = ? and r.valid_from <= t.today
                  left join (select distinct on (c.row_id) c.row_id, c.operation, c.row_before
                               from __T__.import_change c
                              where c.import_file_id = ? and c.table_name = 'role_grant'
                              order by c.row_id, c.audit_entry_id) f on f.row_id = r.role_grant_id""")
                .setParameter(1, today).setParameter(2, Roles.REGION_HR_ADMIN).setParameter(3, fileId)
                .getSingleResult();
        return ((Number) admins[0]).longValue() > 0 && ((Number) admins[1]).longValue() == 0;
    }

    /** Accounts of those whose roles the import brought, ended or prolonged. */
    Set<String> holders(UUID fileId) {
        List<?> subjects = entityManager.createNativeQuery("""
                select distinct a.subject from __T__.import_change c
                  join __T__.account a on a.employee_id = cast(c.row_after ->> 'employee_id' as uuid)
                 where c.import_file_id = ? and c.table_name = 'role_grant'""")
                .setParameter(1, fileId).getResultList();
        return subjects.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }
}
