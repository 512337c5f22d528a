package id.capaian.registry.control;

import id.capaian.registry.NodePackView;
import id.capaian.registry.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;

/** Tables of nodes; those not seen for two minutes have been forgotten by the others. */
@ApplicationScoped
class NodesSql {

    private final EntityManager entityManager;

    NodesSql() {
        this(null);
    }

    @Inject
    NodesSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<NodeView> nodes() {
        return rows("select node_id, release, started_at, seen_at from registry.node order by node_id").stream()
                .map(row -> new NodeView((String) row[0], (String) row[1], ((Timestamp) row[2]).toInstant(),
                        ((Timestamp) row[3]).toInstant())).toList();
    }

    List<NodePackView> packs() {
        return rows("""
                select node_id, pack_id, version, state, reason, reported_at from registry.node_pack
                 order by pack_id, version, node_id""").stream()
                .map(row -> new NodePackView((String) row[0], (String) row[1], (String) row[2], (String) row[3],
                        (String) row[4], ((Timestamp) row[5]).toInstant())).toList();
    }

    private List<Object[]> rows(String sql) {
        List<?> rows = entityManager.createNativeQuery(sql).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
