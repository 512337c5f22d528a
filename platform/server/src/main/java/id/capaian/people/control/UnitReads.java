package id.capaian.people.control;

import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.Unit;
import id.capaian.people.entity.OrgUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads over the organisation chart; part of the running use case. */
@ApplicationScoped
public class UnitReads {

    private final EntityManager entityManager;
    private final UnitSql sql;

    UnitReads() {
        this(null, null);
    }

    @Inject
    UnitReads(EntityManager entityManager, UnitSql sql) {
        this.entityManager = entityManager;
        this.sql = sql;
    }

    /** See {@link id.capaian.people.Units#find}. */
    public Optional<Unit> find(UUID orgUnitId) {
        return Optional.ofNullable(entityManager.find(OrgUnit.class, orgUnitId)).map(UnitReads::unit);
    }

    /** See {@link id.capaian.people.Units#byCode}. */
    public Optional<Unit> byCode(String code) {
        return entityManager.createQuery("select u from OrgUnit u where u.code = :code", OrgUnit.class)
                .setParameter("code", code).getResultStream().map(UnitReads::unit).findFirst();
    }

    /** See {@link id.capaian.people.Units#all}. */
    public List<Unit> all() {
        return entityManager.createQuery("select u from OrgUnit u order by u.code", OrgUnit.class)
                .getResultStream().map(UnitReads::unit).toList();
    }

    /** See {@link id.capaian.people.Units#names}. */
    public Map<UUID, String> names(Collection<UUID> orgUnitIds) {
        if (orgUnitIds.isEmpty()) {
            return Map.of();
        }
        return entityManager.createQuery("select u.id, u.name from OrgUnit u where u.id in :ids", Object[].class)
                .setParameter("ids", QueryIds.padded(Set.copyOf(orgUnitIds))).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** See {@link id.capaian.people.Units#subtree}. */
    public Set<UUID> subtree(UUID orgUnitId) {
        return new HashSet<>(sql.subtree(orgUnitId));
    }

    /** See {@link id.capaian.people.Units#upwards}. */
    public List<UUID> upwards(UUID orgUnitId) {
        return sql.upwards(orgUnitId);
    }

    /** See {@link id.capaian.people.Units#unitsWithRole}. */
    public List<UUID> unitsWithRole(UUID employeeId, String role, LocalDate on) {
        return sql.unitsWithRole(employeeId, role, on);
    }

    /** See {@link id.capaian.people.Units#headsOf(Collection, LocalDate)}. */
    public Map<UUID, List<UUID>> headsOf(Collection<UUID> orgUnitIds, LocalDate on) {
        return sql.headsOf(orgUnitIds, on);
    }

    private static Unit unit(OrgUnit unit) {
        return new Unit(unit.id(), unit.code(), unit.name(), unit.kind().name(), unit.parentId());
    }
}
