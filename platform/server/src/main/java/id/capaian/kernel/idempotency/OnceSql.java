package id.capaian.kernel.idempotency;

import id.capaian.kernel.tenancy.DirectSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** The table of answered keys. Runs inside the use case's own unit of work, so key and effect commit together. */
@ApplicationScoped
class OnceSql {

    private final DirectSql sql;

    OnceSql() {
        this(null);
    }

    @Inject
    OnceSql(DirectSql sql) {
        this.sql = sql;
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
        return sql.write("""
                insert into __T__.idempotency_key (subject, idempotency_key, request_sha256, status, created_at)
                values (?, ?, ?, 0, ?) on conflict do nothing""",
                subject, key, requestSha256, Timestamp.from(now)) == 1;
    }

    Optional<Kept> find(String subject, String key) {
        return sql.read("""
                select request_sha256, answer from __T__.idempotency_key
                where subject = ? and idempotency_key = ?""",
                rows -> rows.next() ? Optional.of(new Kept(rows.getString(1), rows.getString(2))) : Optional.empty(),
                subject, key);
    }

    /** Takes away keys taken before a moment, at most so many; answers how many. */
    int forget(Instant before, int most) {
        return sql.write("""
                delete from __T__.idempotency_key k using (
                    select o.subject, o.idempotency_key from __T__.idempotency_key o where o.created_at < ? limit ?) old
                where k.subject = old.subject and k.idempotency_key = old.idempotency_key""",
                Timestamp.from(before), most);
    }

    void keep(String subject, String key, String answer) {
        sql.write("""
                update __T__.idempotency_key set status = 200, answer = ?
                where subject = ? and idempotency_key = ?""", answer, subject, key);
    }
}
