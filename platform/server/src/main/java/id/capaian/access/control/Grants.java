package id.capaian.access.control;

import id.capaian.access.RoleGrantView;
import id.capaian.access.entity.GrantedRole;
import id.capaian.access.entity.RoleGrant;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Unit;
import id.capaian.people.Units;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads granted roles with the names of those who hold them; part of the running use case. */
@ApplicationScoped
class Grants {

    private final EntityManager entityManager;
    private final Employees employees;
    private final Units units;

    Grants() {
        this(null, null, null);
    }

    @Inject
    Grants(EntityManager entityManager, Employees employees, Units units) {
        this.entityManager = entityManager;
        this.employees = employees;
        this.units = units;
    }

    Optional<RoleGrant> find(UUID roleGrantId) {
        return Optional.ofNullable(entityManager.find(RoleGrant.class, roleGrantId));
    }

    void add(RoleGrant grant) {
        entityManager.persist(grant);
    }

    void remove(RoleGrant grant) {
        entityManager.remove(grant);
    }

    /** Held on that day or later, by role and day. */
    List<RoleGrant> openOn(LocalDate day) {
        return entityManager.createQuery("select g from RoleGrant g where g.validTo is null or g.validTo >= :day"
                + " order by g.role, g.validFrom, g.id", RoleGrant.class).setParameter("day", day).getResultList();
    }

    List<RoleGrant> openOn(LocalDate day, GrantedRole role) {
        return openOn(day).stream().filter(grant -> grant.role() == role).toList();
    }

    /**
     * Whether somebody else holds the role on that day. Whoever asks holds all grants of the role until the transaction
     * ends: two who take each other's role at once must not both be told yes.
     */
    boolean isHeldByAnother(RoleGrant grant, LocalDate day) {
        return entityManager.createQuery("select g from RoleGrant g where g.role = :role order by g.id", RoleGrant.class)
                .setParameter("role", grant.role()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .filter(other -> other.isOpenOn(day) && !other.validFrom().isAfter(day))
                .anyMatch(other -> !other.isHeldBySame(grant));
    }

    List<RoleGrantView> views(List<RoleGrant> grants) {
        Map<UUID, Person> people = employees.byId(grants.stream().map(RoleGrant::employeeId).filter(Objects::nonNull)
                .distinct().toList());
        Map<UUID, Unit> unitsById = grants.stream().allMatch(grant -> grant.orgUnitId() == null) ? Map.of()
                : units.all().stream().collect(Collectors.toMap(Unit::orgUnitId, Function.identity()));
        return grants.stream().map(grant -> view(grant, of(people, grant.employeeId()), of(unitsById, grant.orgUnitId()))).toList();
    }

    /** Grants to accounts have no employee, grants for the region no unit; maps refuse to be asked for null. */
    private static <T> T of(Map<UUID, T> byId, UUID id) {
        return id == null ? null : byId.get(id);
    }

    private static RoleGrantView view(RoleGrant grant, Person person, Unit unit) {
        return new RoleGrantView(grant.id(), grant.role().name(), grant.employeeId(),
                person == null ? null : person.displayName(), grant.orgUnitId(), unit == null ? null : unit.name(),
                grant.validFrom(), grant.validTo(), grant.version());
    }
}
