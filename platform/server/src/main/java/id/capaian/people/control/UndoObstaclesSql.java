package id.capaian.people.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What has been built on an import since, as counts by the name of the text that tells it. */
@ApplicationScoped
class UndoObstaclesSql {

    private final EntityManager entityManager;
    private final UndoRolesSql roles;

    UndoObstaclesSql() {
        this(null, null);
    }

    @Inject
    UndoObstaclesSql(EntityManager entityManager, UndoRolesSql roles) {
        this.entityManager = entityManager;
        this.roles = roles;
    }

    /** Counts of what stands in the way, none of them 0. */
    Map<String, Long> of(UUID fileId, String kind) {
        Map<String, Long> found = new LinkedHashMap<>();
        count(found, "changed", changed(fileId));
        count(found, "plans", elsewhere(fileId));
        switch (kind) {
            case "units" -> rows(found, units(fileId), "units", "assignments", "roles", "performance",
                    "values", "packs");
            case "positions" -> rows(found, positions(fileId), "assignments", "plans-since");
            case "people" -> {
                count(found, "making", areAccountsHeld() ? 0 : 1);
                rows(found, people(fileId), "accounts", "assignments", "raters", "roles", "performance", "values",
                        "reads");
            }
            case "assignments" -> rows(found, assignments(fileId), "raters", "plans-made");
            case "rater-lines" -> rows(found, raterLines(fileId), "evaluations");
            case "role-grants" -> count(found, "last-admin", roles.leavesNoAdmin(fileId) ? 1 : 0);
            default -> {
                // Refused before anybody asks.
            }
        }
        return found;
    }

    private static void rows(Map<String, Long> found, Object row, String... names) {
        Object[] counts = row instanceof Object[] several ? several : new Object[] {row};
        for (int i = 0; i < names.length; i++) {
            count(found, names[i], counts[i]);
        }
    }

    private static void count(Map<String, Long> found, String name, Object count) {
        if (((Number) count).longValue() > 0) {
            found.put(name, ((Number) count).longValue());
        }
    }

    /** Rows that are not as the import left them; a change that was taken back counts for nothing. */
    private Object changed(UUID fileId) {
        return entityManager.createNativeQuery("""
                select count(*) from (select distinct on (c.table_name, c.row_id) c.table_name, c.row_id, c.row_after
                                        from __T__.import_change c where c.import_file_id = ?
                                       order by c.table_name, c.row_id, c.audit_entry_id desc) l
                 where case l.table_name
                         when 'org_unit' then not exists (select from __T__.org_unit r
                              where r.org_unit_id = l.row_id and to_jsonb(r) - 'version' = l.row_after - 'version')
                         when 'position' then not exists (select from __T__.position r
                              where r.position_id = l.row_id and to_jsonb(r) - 'version' = l.row_after - 'version')
                         when 'employee' then not exists (select from __T__.employee r
                              where r.employee_id = l.row_id and to_jsonb(r) - 'version' = l.row_after - 'version')
                         when 'assignment' then not exists (select from __T__.assignment r
                              where r.assignment_id = l.row_id and to_jsonb(r) - 'version' = l.row_after - 'version')
                         when 'rater_line' then not exists (select from __T__.rater_line r
                              where r.rater_line_id = l.row_id and to_jsonb(r) - 'version' = l.row_after - 'version')
                         when 'role_grant' then not exists (select from __T__.role_grant r
                              where r.role_grant_id = l.row_id and to_jsonb(r) - 'version' = l.row_after - 'version')
                         else false end""").setParameter(1, fileId).getSingleResult();
    }

    /** Rows of other rooms that the import moved, e.g. plans that ended with a post. */
    private Object elsewhere(UUID fileId) {
        return entityManager.createNativeQuery("""
                select count(*) from __T__.import_change c where c.import_file_id = ? and c.table_name not in
                   ('org_unit', 'position', 'employee', 'assignment', 'rater_line', 'role_grant')""")
                .setParameter(1, fileId).getSingleResult();
    }

    private Object units(UUID fileId) {
        return entityManager.createNativeQuery("""
                with made as (select c.row_id as id from __T__.import_change c
                               where c.import_file_id = ? and c.operation = 'INSERT')
                select (select count(*) from __T__.org_unit u where u.parent_id in (select id from made)
                           and u.org_unit_id not in (select id from made)
                           and u.org_unit_id not in (select c.row_id from __T__.import_change c
                                                      where c.import_file_id = ?)),
                       (select count(*) from __T__.assignment a where a.org_unit_id in (select id from made)),
                       (select count(*) from __T__.role_grant g where g.org_unit_id in (select id from made)),
                       (select count(*) from __T__.evaluation e where e.org_unit_id in (select id from made))
                       + (select count(*) from __T__.organisation_predicate o
                           where o.org_unit_id in (select id from made))
                       + (select count(*) from __T__.evaluation_run r where r.org_unit_id in (select id from made))
                       + (select count(*) from __T__.period_extension x where x.org_unit_id in (select id from made)),
                       (select count(*) from __T__.indicator_value v where v.subject_id in (select id from made)),
                       (select count(*) from registry.own_bindings() b where b.org_unit_id in (select id from made))""")
                .setParameter(1, fileId).setParameter(2, fileId).getSingleResult();
    }

    /** Plans are made from the job family of a post: those that came after the import have its new one. */
    private Object positions(UUID fileId) {
        return entityManager.createNativeQuery("""
                select (select count(*) from __T__.assignment a where a.position_id in
                           (select c.row_id from __T__.import_change c
                             where c.import_file_id = f.import_file_id and c.operation = 'INSERT')),
                       (select count(*) from __T__.audit_entry e
                          join __T__.skp s on s.skp_id = cast(e.row_after ->> 'skp_id' as uuid)
                           and s.status <> 'CANCELLED'
                          join __T__.assignment a on a.assignment_id = s.assignment_id
                         where e.audit_entry_id > f.last_audit_entry and e.table_name = 'skp'
                           and e.operation = 'INSERT' and a.position_id in
                               (select c.row_id from __T__.import_change c
                                 where c.import_file_id = f.import_file_id and c.operation = 'UPDATE'))
                  from __T__.import_file f where f.import_file_id = ?""")
                .setParameter(1, fileId).getSingleResult();
    }

    /** Before anybody counts them: from here to the end of the transaction no account is made. */
    private boolean areAccountsHeld() {
        return (Boolean) entityManager.createNativeQuery("select registry.hold_accounts()").getSingleResult();
    }

    private Object people(UUID fileId) {
        return entityManager.createNativeQuery("""
                with made as (select c.row_id as id from __T__.import_change c
                               where c.import_file_id = ? and c.operation = 'INSERT')
                select (select count(*) from __T__.account a where a.employee_id in (select id from made))
                       + (select count(*) from registry.own_account_requests() r
                           where r.made_at is not null and r.employee_id in (select id from made)
                             and not exists (select from __T__.account a where a.employee_id = r.employee_id)),
                       (select count(*) from __T__.assignment a where a.employee_id in (select id from made)),
                       (select count(*) from __T__.rater_line l where l.rater_id in (select id from made)
                           or l.rater_superior_id in (select id from made)),
                       (select count(*) from __T__.role_grant g where g.employee_id in (select id from made)),
                       (select count(*) from __T__.evaluation e where e.employee_id in (select id from made)
                           or e.rater_id in (select id from made) or e.rater_superior_id in (select id from made)),
                       (select count(*) from __T__.indicator_value v where v.subject_id in (select id from made)),
                       (select count(*) from __T__.access_log l where l.employee_id in (select id from made))""")
                .setParameter(1, fileId).getSingleResult();
    }

    private Object assignments(UUID fileId) {
        return entityManager.createNativeQuery("""
                with made as (select c.row_id as id from __T__.import_change c
                               where c.import_file_id = ? and c.operation = 'INSERT')
                select (select count(*) from __T__.rater_line l where l.assignment_id in (select id from made)),
                       (select count(*) from __T__.skp s where s.assignment_id in (select id from made))""")
                .setParameter(1, fileId).getSingleResult();
    }

    /**
     * Evaluations that began since, or changed their rater, and took it from these lines. Not those that every night's
     * hand-over moves to the rater of the day until they are rated: they go back by themselves where a line that the
     * import ended or changed holds again. Where none would, the rater of the import would stay.
     */
    private Object raterLines(UUID fileId) {
        return entityManager.createNativeQuery("""
                with earlier as (
                    select b.assignment_id, b.valid_from
                      from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                             where c.import_file_id = ? and c.table_name = 'rater_line'
                             order by c.row_id, c.audit_entry_id) t
                     cross join lateral jsonb_populate_record(cast(null as __T__.rater_line), t.row_before) b
                     where t.operation = 'UPDATE' and b.valid_to is null)
                select count(*) from __T__.import_file f
                  join __T__.audit_entry e on e.audit_entry_id > f.last_audit_entry
                   and e.table_name = 'evaluation'
                   and (e.operation = 'INSERT' or e.operation = 'UPDATE'
                        and (e.row_before ->> 'rater_id', e.row_before ->> 'rater_superior_id') is distinct from
                            (e.row_after ->> 'rater_id', e.row_after ->> 'rater_superior_id'))
                 where f.import_file_id = ? and cast(e.row_after ->> 'employee_id' as uuid) in
                   (select a.employee_id from __T__.import_change c
                      join __T__.rater_line l on l.rater_line_id = c.row_id
                      join __T__.assignment a using (assignment_id) where c.import_file_id = f.import_file_id)
                   and not exists (select from __T__.evaluation v
                      join __T__.assessment_period p on p.assessment_period_id = v.assessment_period_id
                       and p.status in ('OPEN', 'GRACE')
                      join __T__.skp s on s.skp_id = v.skp_id and s.active_version is not null
                       and s.status <> 'CANCELLED'
                      join __T__.assignment a on a.assignment_id = s.assignment_id
                      join earlier on earlier.assignment_id = a.assignment_id and earlier.valid_from <=
                           least(cast(f.imported_at at time zone 'UTC' as date), p.ends_on, s.ends_on, a.valid_to)
                     where v.evaluation_id = cast(e.row_after ->> 'evaluation_id' as uuid) and v.status in
                           ('SELF_FILLING', 'SELF_SUBMITTED', 'RETURNED_FOR_EVIDENCE', 'UNDER_REVIEW')
                       and v.parties_order is null and v.reopen_order is null)""")
                .setParameter(1, fileId).setParameter(2, fileId).getSingleResult();
    }
}
