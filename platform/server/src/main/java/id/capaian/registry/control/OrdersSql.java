package id.capaian.registry.control;

import id.capaian.registry.entity.OrderKind;
import id.capaian.registry.entity.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What operators want of tenants, as the system door may read and write it. */
@ApplicationScoped
class OrdersSql {

    private static final String COLUMNS = """
            select o.tenant_order_id, o.tenant, o.kind, o.state, o.ordered_at, o.started_at, o.ended_at, o.failure,
                   o.remedy, o.outcome
              from registry.tenant_order o
            """;

    private final EntityManager entityManager;

    OrdersSql() {
        this(null);
    }

    @Inject
    OrdersSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<TenantOrder> find(UUID orderId) {
        return orders(COLUMNS + "where o.tenant_order_id = cast(? as uuid)", orderId.toString()).stream().findFirst()
                .map(order -> order.withSteps(steps(orderId)));
    }

    /**
     * Of one tenant, or of all when null; the newest first, without steps.
     *
     * @param after order whose elders are meant, null for all; there are none of one that there is not
     */
    List<TenantOrder> newest(String tenant, UUID after, int most) {
        String last = after == null ? null : after.toString();
        return orders(COLUMNS + """
                 where (cast(? as text) is null or o.tenant = ?)
                   and (cast(? as text) is null or (o.ordered_at, o.tenant_order_id) < (
                       select l.ordered_at, l.tenant_order_id from registry.tenant_order l
                        where l.tenant_order_id = cast(? as uuid)))
                 order by o.ordered_at desc, o.tenant_order_id desc limit ?""", tenant, tenant, last, last, most);
    }

    /** Those that are under way or have failed and were not overcome by a later one of the tenant; without steps. */
    List<TenantOrder> unsettled(int most) {
        return orders(COLUMNS + """
                 where o.state <> 'DONE' and not exists (
                     select from registry.tenant_order l where l.tenant = o.tenant and l.ordered_at > o.ordered_at)
                 order by o.ordered_at desc, o.tenant_order_id desc limit ?""", most);
    }

    private List<OrderStep> steps(UUID orderId) {
        return rows("""
                select step, state, said, started_at, ended_at from registry.tenant_order_step
                 where tenant_order_id = cast(? as uuid) order by position""", orderId.toString()).stream()
                .map(row -> new OrderStep((String) row[0], (String) row[1], (String) row[2], instant(row[3]),
                        instant(row[4]))).toList();
    }

    /** Code of the government a tenant was to be opened for; empty for orders of other kinds. */
    Optional<String> governmentOf(UUID orderId) {
        List<?> codes = entityManager.createNativeQuery("""
                select wanted -> 'government' ->> 'code' from registry.tenant_order
                 where tenant_order_id = cast(? as uuid) and wanted is not null""")
                .setParameter(1, orderId.toString()).getResultList();
        return codes.stream().map(String.class::cast).findFirst();
    }

    Standing standing(String tenant) {
        Object[] row = rows("""
                select t.desired_state, t.observed_state,
                       exists (select from registry.tenant_order o
                                where o.tenant = w.code and o.kind = 'OPEN' and not exists (
                                   select from registry.tenant_order l
                                    where l.tenant = o.tenant and l.kind = 'TAKE_BACK' and l.state = 'DONE'
                                      and l.ordered_at >= o.ordered_at))
                  from (select cast(? as text) as code) w left join registry.tenant t on t.code = w.code""", tenant)
                .get(0);
        return Standing.of((String) row[0], (String) row[1], (Boolean) row[2]);
    }

    /** Name of a tenant, or of the government it is ordered for; the code itself when neither is known. */
    String name(String tenant) {
        return (String) entityManager.createNativeQuery("""
                select coalesce((select t.name from registry.tenant t where t.code = w.code),
                                (select o.wanted ->> 'name' from registry.tenant_order o
                                  where o.tenant = w.code and o.kind = 'OPEN' order by o.ordered_at desc limit 1),
                                w.code)
                  from (select cast(? as text) as code) w""").setParameter(1, tenant).getSingleResult();
    }

    boolean isUnderWay(String tenant) {
        return (Boolean) entityManager.createNativeQuery("""
                select exists (select from registry.tenant_order
                                where tenant = ? and state in ('WAITING', 'RUNNING'))""")
                .setParameter(1, tenant).getSingleResult();
    }

    /** Whether a tenant that is the whole of the government is under way to be made, whatever its code. */
    boolean isBeingOpened(String government) {
        return (Boolean) entityManager.createNativeQuery("""
                select exists (select from registry.tenant_order
                                where kind = 'OPEN' and state in ('WAITING', 'RUNNING') and wanted -> 'scope' is null
                                  and wanted -> 'government' ->> 'code' = ?)""")
                .setParameter(1, government).getSingleResult();
    }

    /** Who else wants the government waits here until this transaction is over, and then sees what it wrote. */
    void oneAtATime(String government) {
        entityManager.createNativeQuery("""
                select 1 from (select pg_advisory_xact_lock(hashtextextended('opening ' || ?, 0))) held""")
                .setParameter(1, government).getSingleResult();
    }

    /** Writes the wish down. @param wanted JSON of OPEN, else null */
    void order(UUID orderId, String tenant, OrderKind kind, String wanted, Instant now) {
        entityManager.createNativeQuery("""
                select 1 from (select registry.order_tenant(cast(? as uuid), ?, ?, cast(? as jsonb), ?)) done""")
                .setParameter(1, orderId.toString()).setParameter(2, tenant).setParameter(3, kind.name())
                .setParameter(4, wanted).setParameter(5, Timestamp.from(now)).getSingleResult();
    }

    /** @return whether it had failed */
    boolean retry(UUID orderId) {
        return (Boolean) entityManager.createNativeQuery("select registry.retry_order(cast(? as uuid))")
                .setParameter(1, orderId.toString()).getSingleResult();
    }

    private List<TenantOrder> orders(String sql, Object... values) {
        return rows(sql, values).stream().map(row -> new TenantOrder((UUID) row[0], (String) row[1],
                OrderKind.valueOf((String) row[2]), (String) row[3], instant(row[4]), instant(row[5]), instant(row[6]),
                (String) row[7], (String) row[8], (String) row[9], List.of())).toList();
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    private List<Object[]> rows(String sql, Object... values) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
