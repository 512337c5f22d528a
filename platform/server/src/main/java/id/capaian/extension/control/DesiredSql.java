package id.capaian.extension.control;

import id.capaian.extension.Binding;
import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PackReport;
import id.capaian.extension.host.TrustedKey;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The registry's tables about packs, as the system door may use them. */
@ApplicationScoped
class DesiredSql {

    private final EntityManager entityManager;

    DesiredSql() {
        this(null);
    }

    @Inject
    DesiredSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Enabled bindings of active tenants. */
    List<Binding> bindings() {
        return rows("""
                select b.pack_binding_id, b.tenant, b.org_unit_id, b.pack_id, b.version, a.sha256,
                       cast(b.parameters as text), b.effective_from
                  from registry.pack_binding b
                  join registry.tenant t on t.code = b.tenant
                  join registry.pack_artifact a on a.pack_id = b.pack_id and a.version = b.version
                 where b.desired_state = 'ENABLED' and t.desired_state = 'ACTIVE' and t.observed_state = 'ACTIVE'
                 order by b.pack_binding_id""")
                .stream().map(row -> new Binding((UUID) row[0], new TenantCode((String) row[1]), (UUID) row[2],
                        (String) row[3], (String) row[4], (String) row[5], (String) row[6],
                        ((Date) row[7]).toLocalDate())).toList();
    }

    /** Staged packs that are bound or offered; the bytes stay where they are. */
    List<Artifact> artifacts() {
        return rows("""
                select a.pack_id, a.version, a.sha256, a.kind, a.key_id, a.signature, a.staged_at
                  from registry.pack_artifact a
                 where exists (select from registry.pack_binding b
                                where b.pack_id = a.pack_id and b.version = a.version and b.desired_state = 'ENABLED')
                    or a.retired_at is null
                       and exists (select from registry.pack_offer o where o.pack_id = a.pack_id)""")
                .stream().map(DesiredSql::artifact).toList();
    }

    /** A pack that was ever staged, wanted or not. */
    Optional<Artifact> staged(PackKey key) {
        List<?> rows = entityManager.createNativeQuery("""
                select a.pack_id, a.version, a.sha256, a.kind, a.key_id, a.signature, a.staged_at
                  from registry.pack_artifact a where a.pack_id = ? and a.version = ?""")
                .setParameter(1, key.packId()).setParameter(2, key.version()).getResultList();
        return rows.stream().map(row -> artifact((Object[]) row)).findFirst();
    }

    private static Artifact artifact(Object[] row) {
        return new Artifact((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                (byte[]) row[5], instant(row[6]));
    }

    List<TrustedKey> keys() {
        return rows("select key_id, public_key, valid_from, valid_to, revoked_at from registry.trusted_key").stream()
                .map(row -> new TrustedKey((String) row[0], (byte[]) row[1], instant(row[2]), instant(row[3]),
                        instant(row[4]))).toList();
    }

    byte[] bytes(PackKey key) {
        return (byte[]) entityManager
                .createNativeQuery("select bytes from registry.pack_artifact where pack_id = ? and version = ?")
                .setParameter(1, key.packId()).setParameter(2, key.version()).getSingleResult();
    }

    void report(String nodeId, PackReport report, Instant now) {
        entityManager.createNativeQuery("""
                insert into registry.node_pack (node_id, pack_id, version, state, reason, reported_at)
                values (?, ?, ?, ?, cast(? as text), ?)
                on conflict (node_id, pack_id, version) do update
                    set state = excluded.state, reason = excluded.reason, reported_at = excluded.reported_at""")
                .setParameter(1, nodeId).setParameter(2, report.key().packId()).setParameter(3, report.key().version())
                .setParameter(4, report.condition().name()).setParameter(5, report.reason())
                .setParameter(6, Timestamp.from(now)).executeUpdate();
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    private List<Object[]> rows(String sql) {
        List<?> rows = entityManager.createNativeQuery(sql).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
