package id.capaian.people.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The list of files taken. One that was taken back stays in it, and may be taken again. */
@ApplicationScoped
class ImportFileSql {

    private final EntityManager entityManager;

    ImportFileSql() {
        this(null);
    }

    @Inject
    ImportFileSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * A file as it was taken.
     *
     * @param fileName null for one that came through the interface
     */
    record Taking(UUID id, String kind, String sha256, String fileName, int rows, int created, int changed, Instant at,
            String by) {
    }

    /**
     * Where the audit has what an import changed.
     *
     * @param firstEntry the last entry before it; null for imports of earlier releases
     */
    record Trace(UUID id, String kind, Instant at, boolean undone, Long firstEntry, Long lastEntry, String requestId) {
    }

    /** Rows of a file that was imported before and not taken back, -1 when it was not. */
    int rowsOf(String kind, String sha256) {
        List<?> rows = entityManager.createNativeQuery("""
                select f.row_count from __T__.import_file f where f.kind = ? and f.sha256 = ?
                   and not exists (select from __T__.import_undo u where u.import_file_id = f.import_file_id)""")
                .setParameter(1, kind).setParameter(2, sha256).getResultList();
        return rows.isEmpty() ? -1 : ((Number) rows.get(0)).intValue();
    }

    /** The newest entry of the audit; what is written from now on has greater numbers. */
    long newestEntry() {
        return ((Number) entityManager.createNativeQuery(
                "select coalesce(max(audit_entry_id), 0) from __T__.audit_entry").getSingleResult()).longValue();
    }

    /** @param after {@link #newestEntry} before anything was written */
    void keep(Taking file, long after, String requestId) {
        entityManager.createNativeQuery("""
                insert into __T__.import_file (import_file_id, kind, sha256, file_name, row_count, created_count,
                       changed_count, imported_at, imported_by, turn, request_id, first_audit_entry, last_audit_entry)
                select ?, k.kind, k.sha256, cast(? as text), ?, ?, ?, ?, k.subject,
                       (select count(*) + 1 from __T__.import_file f where f.kind = k.kind and f.sha256 = k.sha256),
                       k.request, k.after,
                       (select coalesce(max(e.audit_entry_id), k.after) from __T__.audit_entry e
                         where e.audit_entry_id > k.after and e.request_id = k.request and e.actor = k.subject)
                  from (select cast(? as text) as kind, cast(? as text) as sha256, cast(? as text) as subject,
                               cast(? as text) as request, cast(? as bigint) as after) k""")
                .setParameter(1, file.id()).setParameter(2, file.fileName()).setParameter(3, file.rows())
                .setParameter(4, file.created()).setParameter(5, file.created() + file.changed())
                .setParameter(6, Timestamp.from(file.at())).setParameter(7, file.kind()).setParameter(8, file.sha256())
                .setParameter(9, file.by()).setParameter(10, requestId).setParameter(11, after).executeUpdate();
    }

    /** The newest imports with who took them, newest first. */
    List<TakenFile> newest(int most) {
        List<?> rows = entityManager.createNativeQuery("""
                select f.import_file_id, f.kind, f.file_name, f.row_count, f.created_count, f.changed_count,
                       f.imported_at, coalesce(by_employee.full_name, f.imported_by), u.undone_at,
                       coalesce(undone_employee.full_name, u.undone_by), f.first_audit_entry is not null
                  from __T__.import_file f
                  left join __T__.import_undo u using (import_file_id)
                  left join __T__.account by_account on by_account.subject = f.imported_by
                  left join __T__.employee by_employee on by_employee.employee_id = by_account.employee_id
                  left join __T__.account undone_account on undone_account.subject = u.undone_by
                  left join __T__.employee undone_employee on undone_employee.employee_id = undone_account.employee_id
                 order by f.imported_at desc, f.import_file_id desc limit ?""").setParameter(1, most).getResultList();
        return rows.stream().map(row -> file((Object[]) row)).toList();
    }

    private static TakenFile file(Object[] row) {
        int written = ((Number) row[5]).intValue();
        Integer created = row[4] == null ? null : ((Number) row[4]).intValue();
        return new TakenFile((UUID) row[0], (String) row[1], (String) row[2], ((Number) row[3]).intValue(), created,
                created == null ? written : written - created, instant(row[6]), (String) row[7], instant(row[8]),
                (String) row[9], (Boolean) row[10]);
    }

    /** The file with where its traces are. */
    Optional<Trace> traceOf(UUID id) {
        List<?> rows = entityManager.createNativeQuery("""
                select f.import_file_id, f.kind, f.imported_at,
                       exists (select from __T__.import_undo u where u.import_file_id = f.import_file_id),
                       f.first_audit_entry, f.last_audit_entry, f.request_id
                  from __T__.import_file f where f.import_file_id = ?""").setParameter(1, id).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Trace((UUID) row[0], (String) row[1],
                instant(row[2]), (Boolean) row[3], (Long) row[4], (Long) row[5], (String) row[6])).findFirst();
    }

    /** Notes that a file was taken back; its key keeps a second undoing at the same time out. */
    void keepUndo(UUID id, Instant at, String by) {
        entityManager.createNativeQuery(
                "insert into __T__.import_undo (import_file_id, undone_at, undone_by) values (?, ?, ?)")
                .setParameter(1, id).setParameter(2, Timestamp.from(at)).setParameter(3, by).executeUpdate();
    }

    private static Instant instant(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Timestamp stamp ? stamp.toInstant() : ((java.time.OffsetDateTime) value).toInstant();
    }
}
