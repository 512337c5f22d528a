package id.capaian.extension.control;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.extension.host.PackKey;
import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tenant's door to the registry of packs: definer functions that speak for the acting tenant only. */
@ApplicationScoped
class PacksSql {

    private final EntityManager entityManager;

    PacksSql() {
        this(null);
    }

    @Inject
    PacksSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<OfferedPack> offered() {
        return rows("""
                select pack_id, version, kind, api_range, sha256, key_id, staged_at, cast(nodes as text),
                       cast(names as text)
                  from registry.offered_packs()""").stream()
                .map(row -> new OfferedPack((String) row[0], (String) row[1], (String) row[2], (String) row[3],
                        (String) row[4], (String) row[5], instant(row[6]), nodes((String) row[7]), names((String) row[8])))
                .toList();
    }

    List<OwnBinding> bindings() {
        return rows("""
                select pack_binding_id, org_unit_id, pack_id, version, cast(parameters as text), effective_from,
                       desired_state, requested_by, requested_at, ended_by, ended_at
                  from registry.own_bindings()""").stream()
                .map(row -> new OwnBinding((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4],
                        ((Date) row[5]).toLocalDate(), "ENABLED".equals(row[6]), (String) row[7], instant(row[8]),
                        (String) row[9], instant(row[10])))
                .toList();
    }

    /** What the servers say of every version the tenant has enabled. */
    Map<PackKey, List<OfferedPack.NodeState>> enabledNodes() {
        return rows("select pack_id, version, cast(nodes as text) from registry.enabled_packs()").stream()
                .collect(Collectors.toMap(row -> new PackKey((String) row[0], (String) row[1]),
                        row -> nodes((String) row[2])));
    }

    UUID enable(String packId, String version, String parameters, LocalDate from, UUID orgUnitId) {
        return (UUID) entityManager.createNativeQuery(
                "select registry.enable_pack(?, ?, cast(? as jsonb), ?, cast(? as uuid))")
                .setParameter(1, packId).setParameter(2, version).setParameter(3, parameters)
                .setParameter(4, Date.valueOf(from)).setParameter(5, orgUnitId == null ? null : orgUnitId.toString())
                .getSingleResult();
    }

    void disable(UUID bindingId) {
        entityManager.createNativeQuery("select 1 from (select registry.disable_pack(cast(? as uuid))) done")
                .setParameter(1, bindingId.toString()).getSingleResult();
    }

    private static List<OfferedPack.NodeState> nodes(String json) {
        List<OfferedPack.NodeState> nodes = new ArrayList<>();
        for (JsonNode node : Json.read(json, JsonNode.class)) {
            nodes.add(new OfferedPack.NodeState(node.path("node_id").asText(), node.path("state").asText(),
                    node.path("reason").isNull() ? null : node.path("reason").asText(),
                    node.path("reported_at").isNull() ? null
                            : OffsetDateTime.parse(node.path("reported_at").asText()).toInstant()));
        }
        return nodes;
    }

    private static Map<String, String> names(String json) {
        return Json.read(json, JsonNode.class).properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> name.getValue().asText()));
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }

    private List<Object[]> rows(String sql) {
        List<?> rows = entityManager.createNativeQuery(sql).getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }
}
