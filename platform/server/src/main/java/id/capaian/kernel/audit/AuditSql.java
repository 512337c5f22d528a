package id.capaian.kernel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit's entries and seals. Content is hashed where it lies, so that no row travels. */
@ApplicationScoped
class AuditSql {

    /** What the first seal is chained to. */
    static final String BEGINNING = "0".repeat(64);

    /**
     * One entry as a seal keeps it: id and SHA-256 of its content. The content is a JSON array, whose quoting keeps one
     * field from flowing into the next; the moment is in microseconds, so that no setting of a session shows in it.
     */
    private static final String SEALED_ENTRY = """
            int8send(e.audit_entry_id) || sha256(convert_to(cast(json_build_array(e.audit_entry_id,
                cast(extract(epoch from e.written_at) * 1000000 as bigint), e.actor, e.request_id, e.table_name,
                e.operation, cast(e.row_before as text), cast(e.row_after as text)) as text), 'UTF8'))""";

    /** What a seal is over: the seal before it, its own number and moment, and its entries. */
    private static final String HASH = """
            encode(sha256(convert_to(%s, 'UTF8') || int8send(%s)
                || int8send(cast(extract(epoch from %s) * 1000000 as bigint)) || %s), 'hex')""";

    private static final String SEAL = """
            with before as (
                select coalesce(max(audit_seal_id), 0) as id, coalesce(max(last_entry_id), 0) as entry,
                       coalesce((select sha256 from __T__.audit_seal order by audit_seal_id desc limit 1), ?) as sha256
                  from __T__.audit_seal
            ), moment as (
                select cast(? as timestamptz) as at
            ), batch as (
                select max(e.audit_entry_id) as last, count(*) as number,
                       string_agg(""" + SEALED_ENTRY + """
            , cast('' as bytea) order by e.audit_entry_id) as entries
                  from (select * from __T__.audit_entry
                         where audit_entry_id > (select entry from before) and audit_entry_id <= ?
                         order by audit_entry_id limit ?) e
            )
            insert into __T__.audit_seal (audit_seal_id, last_entry_id, entry_count, previous_sha256, sha256, sealed_at,
                                          entries)
            select before.id + 1, batch.last, batch.number, before.sha256,
            """ + HASH.formatted("before.sha256", "before.id + 1", "moment.at", "batch.entries") + """
            , moment.at, batch.entries
              from before cross join moment cross join batch where batch.number > 0
            returning audit_seal_id, entry_count, sha256""";

    private static final String SEALS = """
            select audit_seal_id, last_entry_id, entry_count, previous_sha256, sha256, sealed_at,
            """ + HASH.formatted("previous_sha256", "audit_seal_id", "sealed_at", "entries") + """
             = sha256 as whole, lag(last_entry_id, 1, cast(0 as bigint)) over chain as after_entry,
                   lag(sha256, 1, cast(? as text)) over chain = previous_sha256 as chained
              from __T__.audit_seal window chain as (order by audit_seal_id) order by audit_seal_id""";

    /** The first entry of a seal that is not as it was sealed; one row or none. */
    private static final String DIFFERENCE = """
            with sealed as (
                select substring(s.entries from cast(n * 40 + 1 as integer) for 40) as entry,
                       substring(s.entries from cast(n * 40 + 1 as integer) for 8) as id
                  from __T__.audit_seal s cross join generate_series(0, s.entry_count - 1) n
                 where s.audit_seal_id = ?
            ), present as (
                select""" + " " + SEALED_ENTRY + """
             as entry, int8send(e.audit_entry_id) as id, e.audit_entry_id
                  from __T__.audit_entry e where e.audit_entry_id > ? and e.audit_entry_id <= ?
            )
            select coalesce(present.audit_entry_id, cast(cast('x' || encode(sealed.id, 'hex') as bit(64)) as bigint)),
                   case when present.id is null then 'ENTRY_MISSING' when sealed.id is null then 'ENTRY_ADDED'
                        else 'ENTRY_ALTERED' end
              from sealed full join present using (id)
             where sealed.entry is distinct from present.entry
             order by coalesce(sealed.id, present.id) limit 1""";

    private final EntityManager entityManager;

    AuditSql() {
        this(null);
    }

    @Inject
    AuditSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A seal as it was made. */
    record Made(long number, long entries, String sha256) {
    }

    /**
     * A seal as it stands.
     *
     * @param whole      whether its hash is that of what it holds
     * @param chained    whether it names the hash of the seal before it
     * @param afterEntry last entry of the seal before it; 0 for the first
     */
    record Standing(long number, long lastEntry, long entries, String sha256, Instant sealedAt, boolean whole,
            long afterEntry, boolean chained) {
    }

    /** Highest id of the entries to be seen now; 0 when there are none. */
    long lastEntry() {
        return number("select coalesce(max(audit_entry_id), 0) from __T__.audit_entry");
    }

    /** Number of this transaction among all that write: later than that of every transaction that has written already. */
    long ownTurn() {
        return number("select cast(cast(pg_current_xact_id() as text) as bigint)");
    }

    /** Waits up to two seconds, in short steps, for transactions of an earlier turn; answers whether none is left. */
    boolean earlierOnesEnded(long turn) {
        for (int step = 0; step < 20; step++) {
            if (number("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)") >= turn) {
                return true;
            }
            entityManager.createNativeQuery("select 1 from (select pg_sleep(0.1)) nap").getSingleResult();
        }
        return false;
    }

    /** Seals what is not sealed yet, in the order of ids, up to an id and a number of entries; empty when there is none. */
    Optional<Made> seal(long lastEntry, int most, Instant at) {
        List<?> rows = entityManager.createNativeQuery(SEAL).setParameter(1, BEGINNING)
                .setParameter(2, Timestamp.from(at)).setParameter(3, lastEntry).setParameter(4, most).getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .map(row -> new Made((Long) row[0], (Long) row[1], (String) row[2])).findFirst();
    }

    List<Standing> seals() {
        List<?> rows = entityManager.createNativeQuery(SEALS).setParameter(1, BEGINNING).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Standing((Long) row[0], (Long) row[1],
                (Long) row[2], (String) row[4], ((Timestamp) row[5]).toInstant(), (Boolean) row[6], (Long) row[7],
                (Boolean) row[8])).toList();
    }

    Optional<AuditFinding> difference(Standing seal) {
        List<?> rows = entityManager.createNativeQuery(DIFFERENCE).setParameter(1, seal.number())
                .setParameter(2, seal.afterEntry()).setParameter(3, seal.lastEntry()).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new AuditFinding(
                AuditFinding.Kind.valueOf((String) row[1]), seal.number(), (Long) row[0])).findFirst();
    }

    long entriesAfter(long lastEntry) {
        return ((Number) entityManager.createNativeQuery(
                "select count(*) from __T__.audit_entry where audit_entry_id > ?").setParameter(1, lastEntry)
                .getSingleResult()).longValue();
    }

    private long number(String sql) {
        return ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
