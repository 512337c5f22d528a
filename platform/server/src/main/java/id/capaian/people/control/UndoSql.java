package id.capaian.people.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;

/** Takes back what an import wrote, by what the audit has of it: rows it made are removed, rows it changed restored. */
@ApplicationScoped
class UndoSql {

    private final EntityManager entityManager;
    private final AccountSql accounts;

    UndoSql() {
        this(null, null);
    }

    @Inject
    UndoSql(EntityManager entityManager, AccountSql accounts) {
        this.entityManager = entityManager;
        this.accounts = accounts;
    }

    /** Units: restored first, because restored ones may lie below new ones until then. */
    void units(UUID fileId) {
        run(entityManager.createNativeQuery("""
                update __T__.org_unit r
                   set code = b.code, name = b.name, kind = b.kind, parent_id = b.parent_id,
                       valid_from = b.valid_from, valid_to = b.valid_to, version = r.version + 1
                  from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                         where c.import_file_id = ? and c.table_name = 'org_unit'
                         order by c.row_id, c.audit_entry_id) f
                 cross join lateral jsonb_populate_record(cast(null as __T__.org_unit), f.row_before) b
                 where f.operation = 'UPDATE' and r.org_unit_id = b.org_unit_id"""), fileId);
        run(entityManager.createNativeQuery("""
                delete from __T__.org_unit r using __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'org_unit' and c.operation = 'INSERT'
                   and r.org_unit_id = c.row_id"""), fileId);
    }

    void positions(UUID fileId) {
        run(entityManager.createNativeQuery("""
                delete from __T__.position r using __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'position' and c.operation = 'INSERT'
                   and r.position_id = c.row_id"""), fileId);
        run(entityManager.createNativeQuery("""
                update __T__.position r
                   set code = b.code, name = b.name, position_group = b.position_group,
                       job_family = b.job_family, version = r.version + 1
                  from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                         where c.import_file_id = ? and c.table_name = 'position'
                         order by c.row_id, c.audit_entry_id) f
                 cross join lateral jsonb_populate_record(cast(null as __T__.position), f.row_before) b
                 where f.operation = 'UPDATE' and r.position_id = b.position_id"""), fileId);
    }

    /** People, and their wishes for accounts that nobody has made yet. */
    void people(UUID fileId) {
        entityManager.createNativeQuery("""
                select registry.withdraw_accounts(array(select c.row_id from __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'employee' and c.operation = 'INSERT'))""")
                .setParameter(1, fileId).getSingleResult();
        run(entityManager.createNativeQuery("""
                delete from __T__.employee r using __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'employee' and c.operation = 'INSERT'
                   and r.employee_id = c.row_id"""), fileId);
        run(entityManager.createNativeQuery("""
                update __T__.employee r
                   set full_name = b.full_name, title_before = b.title_before,
                       title_after = b.title_after, employment = b.employment,
                       rank_grade = b.rank_grade, birth_date = b.birth_date, sex = b.sex,
                       email = b.email, phone = b.phone, nrp = b.nrp,
                       legal_status = b.legal_status, version = r.version + 1
                  from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                         where c.import_file_id = ? and c.table_name = 'employee'
                         order by c.row_id, c.audit_entry_id) f
                 cross join lateral jsonb_populate_record(cast(null as __T__.employee), f.row_before) b
                 where f.operation = 'UPDATE' and r.employee_id = b.employee_id"""), fileId);
        accounts.ask(waiting(fileId));
    }

    /** Those it changed whose accounts nobody has made yet: it may have changed name and address of these, too. */
    private List<UUID> waiting(UUID fileId) {
        List<?> ids = entityManager.createNativeQuery("""
                select distinct c.row_id from __T__.import_change c
                  join registry.own_account_requests() r on r.employee_id = c.row_id and r.made_at is null
                 where c.import_file_id = ? and c.table_name = 'employee' and c.operation = 'UPDATE'""")
                .setParameter(1, fileId).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Removed first, because two spans must not overlap; the same for who rates whom. */
    void assignments(UUID fileId) {
        run(entityManager.createNativeQuery("""
                delete from __T__.assignment r using __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'assignment' and c.operation = 'INSERT'
                   and r.assignment_id = c.row_id"""), fileId);
        run(entityManager.createNativeQuery("""
                update __T__.assignment r
                   set valid_to = b.valid_to, version = r.version + 1
                  from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                         where c.import_file_id = ? and c.table_name = 'assignment'
                         order by c.row_id, c.audit_entry_id) f
                 cross join lateral jsonb_populate_record(cast(null as __T__.assignment), f.row_before) b
                 where f.operation = 'UPDATE' and r.assignment_id = b.assignment_id"""), fileId);
    }

    void raterLines(UUID fileId) {
        run(entityManager.createNativeQuery("""
                delete from __T__.rater_line r using __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'rater_line' and c.operation = 'INSERT'
                   and r.rater_line_id = c.row_id"""), fileId);
        run(entityManager.createNativeQuery("""
                update __T__.rater_line r
                   set rater_id = b.rater_id, rater_superior_id = b.rater_superior_id,
                       valid_to = b.valid_to, version = r.version + 1
                  from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                         where c.import_file_id = ? and c.table_name = 'rater_line'
                         order by c.row_id, c.audit_entry_id) f
                 cross join lateral jsonb_populate_record(cast(null as __T__.rater_line), f.row_before) b
                 where f.operation = 'UPDATE' and r.rater_line_id = b.rater_line_id"""), fileId);
    }

    void roleGrants(UUID fileId) {
        run(entityManager.createNativeQuery("""
                delete from __T__.role_grant r using __T__.import_change c
                 where c.import_file_id = ? and c.table_name = 'role_grant' and c.operation = 'INSERT'
                   and r.role_grant_id = c.row_id"""), fileId);
        run(entityManager.createNativeQuery("""
                update __T__.role_grant r
                   set valid_to = b.valid_to, version = r.version + 1
                  from (select distinct on (c.row_id) c.operation, c.row_before from __T__.import_change c
                         where c.import_file_id = ? and c.table_name = 'role_grant'
                         order by c.row_id, c.audit_entry_id) f
                 cross join lateral jsonb_populate_record(cast(null as __T__.role_grant), f.row_before) b
                 where f.operation = 'UPDATE' and r.role_grant_id = b.role_grant_id"""), fileId);
    }

    private static void run(Query statement, UUID fileId) {
        statement.setParameter(1, fileId).executeUpdate();
    }
}
