package id.capaian.people.control;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.CivilNumber;
import id.capaian.people.OfficialKey;
import id.capaian.people.Person;
import id.capaian.people.Placement;
import id.capaian.people.RaterLink;
import id.capaian.people.entity.Assignment;
import id.capaian.people.entity.AssignmentKind;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.OrgUnit;
import id.capaian.people.entity.Position;
import id.capaian.people.entity.RaterLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Set-based reads over people; part of the running use case. */
@ApplicationScoped
public class EmployeeReads {

    private static final String PLACEMENT = "select a, p, u from Assignment a, Position p, OrgUnit u"
            + " where p.id = a.positionId and u.id = a.orgUnitId and ";
    private static final String ON_DAY = "a.validFrom <= :day and (a.validTo is null or a.validTo >= :day)";
    private static final String RATES = "select a.id from RaterLine a where a.raterId = :employee and " + ON_DAY;
    private static final String RATES_RATERS =
            "select a.id from RaterLine a where a.raterSuperiorId = :employee and " + ON_DAY;

    private final EntityManager entityManager;

    EmployeeReads() {
        this(null);
    }

    @Inject
    EmployeeReads(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** See {@link id.capaian.people.Employees#byId}. */
    public Map<UUID, Person> byId(Collection<UUID> employeeIds) {
        if (employeeIds.isEmpty()) {
            return Map.of();
        }
        return entityManager.createQuery("select e from Employee e where e.id in :ids", Employee.class)
                .setParameter("ids", QueryIds.padded(employeeIds)).getResultStream()
                .map(EmployeeReads::person).collect(Collectors.toMap(Person::employeeId, Function.identity()));
    }

    /** See {@link id.capaian.people.Employees#byNumber}. */
    public Optional<Person> byNumber(CivilNumber number) {
        return entityManager.createQuery("select e from Employee e where e.civilNumber = :number", Employee.class)
                .setParameter("number", number.value()).getResultStream().map(EmployeeReads::person).findFirst();
    }

    /** See {@link id.capaian.people.Employees#named}. */
    public Optional<Person> named(String text) {
        String digits = CivilNumber.compact(text.strip());
        if (CivilNumber.isWellFormed(digits)) {
            return byNumber(new CivilNumber(digits));
        }
        return entityManager.createQuery("select e from Employee e where e.officialKey = :key", Employee.class)
                .setParameter("key", OfficialKey.compact(text)).getResultStream().map(EmployeeReads::person)
                .findFirst();
    }

    private static Person person(Employee employee) {
        return new Person(employee.id(), employee.number(), employee.nrp(), employee.displayName(),
                employee.employment().name(), employee.rankGrade());
    }

    /** See {@link id.capaian.people.Employees#idsByNumber}. */
    public Map<CivilNumber, UUID> idsByNumber(Collection<CivilNumber> numbers) {
        Map<CivilNumber, UUID> ids = new HashMap<>();
        for (List<String> slice : Known.slices(numbers.stream().map(CivilNumber::value).distinct().toList())) {
            entityManager.createQuery("select e.civilNumber, e.id from Employee e where e.civilNumber in :numbers",
                            Object[].class)
                    .setParameter("numbers", QueryIds.padded(slice)).getResultStream()
                    .forEach(row -> ids.put(new CivilNumber((String) row[0]), (UUID) row[1]));
        }
        return ids;
    }

    /** See {@link id.capaian.people.Employees#placementsOf}. */
    public List<Placement> placementsOf(UUID employeeId, LocalDate on) {
        return entityManager.createQuery(PLACEMENT + "a.employeeId = :employee and " + ON_DAY, Object[].class)
                .setParameter("employee", employeeId).setParameter("day", on).getResultStream()
                .map(EmployeeReads::placement)
                .sorted(Comparator.comparing(placement -> AssignmentKind.valueOf(placement.kind()))).toList();
    }

    /** See {@link id.capaian.people.Employees#placements}. */
    public Map<UUID, Placement> placements(Collection<UUID> assignmentIds) {
        if (assignmentIds.isEmpty()) {
            return Map.of();
        }
        return entityManager.createQuery(PLACEMENT + "a.id in :ids", Object[].class)
                .setParameter("ids", QueryIds.padded(assignmentIds)).getResultStream()
                .map(EmployeeReads::placement).collect(Collectors.toMap(Placement::assignmentId, Function.identity()));
    }

    /** See {@link id.capaian.people.Employees#placementsIn}. */
    public List<Placement> placementsIn(Collection<UUID> orgUnitIds, LocalDate on) {
        if (orgUnitIds.isEmpty()) {
            return List.of();
        }
        return entityManager.createQuery(PLACEMENT + "a.orgUnitId in :units and " + ON_DAY, Object[].class)
                .setParameter("units", QueryIds.padded(orgUnitIds)).setParameter("day", on).getResultStream()
                .map(EmployeeReads::placement).toList();
    }

    private static Placement placement(Object[] row) {
        Assignment assignment = (Assignment) row[0];
        Position position = (Position) row[1];
        OrgUnit unit = (OrgUnit) row[2];
        return new Placement(assignment.id(), assignment.employeeId(), position.name(), position.group().name(),
                position.jobFamily(), unit.id(), unit.name(), assignment.kind().name(), assignment.validFrom(),
                assignment.validTo());
    }

    /** See {@link id.capaian.people.Employees#ratersOf}. */
    public Map<UUID, RaterLink> ratersOf(Collection<UUID> assignmentIds, LocalDate on) {
        if (assignmentIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, RaterLink> raters = new HashMap<>();
        entityManager.createQuery("select a from RaterLine a where a.assignmentId in :ids and " + ON_DAY, RaterLine.class)
                .setParameter("ids", QueryIds.padded(assignmentIds)).setParameter("day", on).getResultStream()
                .forEach(line -> raters.put(line.assignmentId(), new RaterLink(line.raterId(), line.raterSuperiorId())));
        return raters;
    }

    /** See {@link id.capaian.people.Employees#assignmentsRatedBy}. */
    public List<UUID> assignmentsRatedBy(UUID raterId, LocalDate on) {
        return entityManager.createQuery(
                        "select a.assignmentId from RaterLine a where a.raterId = :rater and " + ON_DAY, UUID.class)
                .setParameter("rater", raterId).setParameter("day", on).getResultList();
    }

    /** See {@link id.capaian.people.Employees#impliedRoles}. */
    public Set<String> impliedRoles(UUID employeeId, LocalDate on) {
        Set<String> roles = new HashSet<>(Set.of(Roles.EMPLOYEE));
        if (isAnyOn(RATES, employeeId, on)) {
            roles.add(Roles.RATER);
        }
        if (isAnyOn(RATES_RATERS, employeeId, on)) {
            roles.add(Roles.RATER_SUPERIOR);
        }
        return roles;
    }

    private boolean isAnyOn(String lines, UUID employeeId, LocalDate on) {
        return !entityManager.createQuery(lines, UUID.class)
                .setParameter("employee", employeeId).setParameter("day", on).setMaxResults(1).getResultList().isEmpty();
    }
}
