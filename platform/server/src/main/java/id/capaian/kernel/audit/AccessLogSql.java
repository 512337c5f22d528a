package id.capaian.kernel.audit;

import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The access log's table. */
@ApplicationScoped
class AccessLogSql {

    private final EntityManager entityManager;

    AccessLogSql() {
        this(null);
    }

    @Inject
    AccessLogSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void insert(UUID id, UUID employeeId, String reader, String purpose, Instant at, String requestId) {
        entityManager.createNativeQuery("""
                insert into __T__.access_log (access_log_id, employee_id, reader, purpose, read_at, request_id)
                values (?, ?, ?, ?, ?, ?)""")
                .setParameter(1, id).setParameter(2, employeeId).setParameter(3, reader).setParameter(4, purpose)
                .setParameter(5, Timestamp.from(at)).setParameter(6, requestId).executeUpdate();
    }

    /** @param idByEmployee whose records, each with the id of its row */
    void insertAll(Map<UUID, UUID> idByEmployee, String reader, String purpose, Instant at, String requestId) {
        entityManager.createNativeQuery("""
                insert into __T__.access_log (access_log_id, employee_id, reader, purpose, read_at, request_id)
                select cast(r.value as uuid), cast(r.key as uuid), ?, ?, ?, ?
                  from jsonb_each_text(cast(? as jsonb)) r""")
                .setParameter(1, reader).setParameter(2, purpose).setParameter(3, Timestamp.from(at))
                .setParameter(4, requestId).setParameter(5, Json.write(idByEmployee)).executeUpdate();
    }

    List<AccessRecord> of(UUID employeeId, int most) {
        List<?> rows = entityManager.createNativeQuery("""
                select l.read_at, l.reader, a.employee_id, l.purpose
                  from __T__.access_log l left join __T__.account a on a.subject = l.reader
                 where l.employee_id = ? order by l.read_at desc limit ?""")
                .setParameter(1, employeeId).setParameter(2, most).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new AccessRecord(((Timestamp) row[0]).toInstant(),
                (String) row[1], (UUID) row[2], (String) row[3])).toList();
    }
}
