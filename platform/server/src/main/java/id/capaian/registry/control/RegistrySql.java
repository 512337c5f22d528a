package id.capaian.registry.control;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The registry's tables, as the system door may use them. */
@ApplicationScoped
class RegistrySql {

    /** Ended sessions that a question reads well within its limit of time. */
    static final int PAGE = 10_000;

    private final EntityManager entityManager;

    RegistrySql() {
        this(null);
    }

    @Inject
    RegistrySql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Map<TenantCode, TenantView> tenants() {
        Map<TenantCode, TenantView> tenants = new LinkedHashMap<>();
        for (Object row : rows("""
                select code, name, government_code, government_name, time_zone, locale, desired_state, observed_state,
                       schema_version
                  from registry.tenant where desired_state <> 'DROPPED' order by code""")) {
            TenantView tenant = tenant((Object[]) row);
            tenants.put(tenant.code(), tenant);
        }
        return tenants;
    }

    /** Every change of a row gives it a new {@code xmin}, whoever made it and in whatever order they commit. */
    String tenantsMark() {
        return (String) entityManager.createNativeQuery("""
                select count(*) || ' ' || coalesce(md5(string_agg(code || xmin, ',' order by code)), '')
                  from registry.tenant""").getSingleResult();
    }

    /** As many as the planner believes: counting them would read every schema. Never more often than they are analysed. */
    Map<String, Long> staff() {
        return rows("""
                select t.code, cast(c.reltuples as bigint)
                  from registry.tenant t
                  join pg_catalog.pg_namespace n on n.nspname = 't_' || t.code
                  join pg_catalog.pg_class c on c.relname = 'employee' and c.relnamespace = n.oid
                 where t.desired_state <> 'DROPPED' and c.reltuples > 0""").stream().map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }

    private static TenantView tenant(Object[] row) {
        return new TenantView(new TenantCode((String) row[0]), (String) row[1], (String) row[2], (String) row[3],
                ZoneId.of((String) row[4]), (String) row[5], state((String) row[6], (String) row[7]), (String) row[8]);
    }

    /** A suspended tenant is suspended at once, whatever was observed last. */
    private static TenantState state(String desired, String observed) {
        return "SUSPENDED".equals(desired) ? TenantState.SUSPENDED : TenantState.valueOf(observed);
    }

    /** The database's own, which is the same for every node. */
    Instant clock() {
        return ((Timestamp) entityManager.createNativeQuery("select now()").getSingleResult()).toInstant();
    }

    /**
     * Ended sessions in the order in which they were noted, a page of them.
     *
     * @param after what was noted later, or at the same moment with a greater id, is read
     */
    List<EndedSession> endedSessions(EndedSession after) {
        // One boundary, or the index is read from its beginning.
        List<?> rows = entityManager.createNativeQuery("""
                select session_id, ended_at, noted_at from registry.ended_session where (noted_at, session_id) > (?, ?)
                 order by noted_at, session_id limit\s""" + PAGE)
                .setParameter(1, Timestamp.from(after.notedAt())).setParameter(2, after.sessionId()).getResultList();
        return rows.stream().map(row -> ended((Object[]) row)).toList();
    }

    private static EndedSession ended(Object[] row) {
        return new EndedSession((String) row[0], ((Timestamp) row[1]).toInstant(), ((Timestamp) row[2]).toInstant());
    }

    void end(String sessionId, String subject, Instant at) {
        entityManager.createNativeQuery("""
                insert into registry.ended_session (session_id, subject, ended_at) values (?, ?, ?)
                on conflict (session_id) do update set ended_at = greatest(ended_session.ended_at, excluded.ended_at)""")
                .setParameter(1, sessionId).setParameter(2, subject).setParameter(3, Timestamp.from(at)).executeUpdate();
    }

    void forgetSessions(Instant endedBefore) {
        entityManager.createNativeQuery("delete from registry.ended_session where ended_at < ?")
                .setParameter(1, Timestamp.from(endedBefore)).executeUpdate();
    }

    void nodeLives(String nodeId, Instant startedAt, String release, Instant now) {
        entityManager.createNativeQuery("""
                insert into registry.node (node_id, started_at, seen_at, release) values (?, ?, ?, ?)
                on conflict (node_id) do update set started_at = excluded.started_at, seen_at = excluded.seen_at,
                    release = excluded.release""")
                .setParameter(1, nodeId).setParameter(2, Timestamp.from(startedAt)).setParameter(3, Timestamp.from(now))
                .setParameter(4, release).executeUpdate();
    }

    void forgetNodes(Instant seenBefore) {
        entityManager.createNativeQuery("delete from registry.node where seen_at < ?")
                .setParameter(1, Timestamp.from(seenBefore)).executeUpdate();
    }

    void keepRecurring(Collection<String> tasks) {
        entityManager.createNativeQuery(
                "select 1 from (select registry.keep_recurring(string_to_array(?, ','))) done")
                .setParameter(1, String.join(",", tasks)).getSingleResult();
    }

    private List<?> rows(String sql) {
        return entityManager.createNativeQuery(sql).getResultList();
    }
}
