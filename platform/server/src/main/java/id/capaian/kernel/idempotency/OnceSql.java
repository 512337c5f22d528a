package id.capaian.kernel.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of answered keys. Runs inside the use case's own unit of work, so key and effect commit together. */
@ApplicationScoped
class OnceSql {

    private final EntityManager entityManager;

    OnceSql() {
        this(null);
    }

    @Inject
    OnceSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An answer kept earlier. */
    record Kept(String requestSha256, String answer) {
    }

    /**
     * Takes the key for this transaction. A second request with the same key waits here until the first has ended.
     *
     * @return whether the key was free
     */
    boolean take(String subject, String key, String requestSha256, Instant now) {
        return entityManager.createNativeQuery("""
                insert into __T__.idempotency_key (subject, idempotency_key, request_sha256, status, created_at)
                values (?, ?, ?, 0, ?) on conflict do nothing""")
                .setParameter(1, subject).setParameter(2, key).setParameter(3, requestSha256)
                .setParameter(4, Timestamp.from(now)).executeUpdate() == 1;
    }

    Optional<Kept> find(String subject, String key) {
        List<?> rows = entityManager.createNativeQuery("""
                select request_sha256, answer from __T__.idempotency_key
                where subject = ? and idempotency_key = ?""")
                .setParameter(1, subject).setParameter(2, key).getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .map(row -> new Kept((String) row[0], (String) row[1]))
                .findFirst();
    }

    void keep(String subject, String key, String answer) {
        entityManager.createNativeQuery("""
                update __T__.idempotency_key set status = 200, answer = ?
                where subject = ? and idempotency_key = ?""")
                .setParameter(1, answer).setParameter(2, subject).setParameter(3, key).executeUpdate();
    }
}
