package id.capaian.people;

import id.capaian.people.control.EmployeeReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who people are, where they work and who rates them. To be called inside a running use case. */
@ApplicationScoped
public class Employees {

    private final EmployeeReads reads;

    Employees() {
        this(null);
    }

    @Inject
    Employees(EmployeeReads reads) {
        this.reads = reads;
    }

    public Optional<Person> find(UUID employeeId) {
        return Optional.ofNullable(reads.byId(List.of(employeeId)).get(employeeId));
    }

    /** The employee with that number. */
    public Optional<Person> byNumber(CivilNumber number) {
        return reads.byNumber(number);
    }

    /** Whom a text names that people type: a civil number or the key of an official. Empty when it is nobody's. */
    public Optional<Person> named(String text) {
        return reads.named(text);
    }

    /** One statement; ids that nobody has are absent. */
    public Map<UUID, Person> byId(Collection<UUID> employeeIds) {
        return reads.byId(employeeIds);
    }

    /** Ids by civil number, one statement for a few thousand; numbers nobody has are absent. */
    public Map<CivilNumber, UUID> idsByNumber(Collection<CivilNumber> numbers) {
        return reads.idsByNumber(numbers);
    }

    /** Posts a person holds on a day; the definitive one first. */
    public List<Placement> placementsOf(UUID employeeId, LocalDate on) {
        return reads.placementsOf(employeeId, on);
    }

    /** One statement; ids of no assignment are absent. */
    public Map<UUID, Placement> placements(Collection<UUID> assignmentIds) {
        return reads.placements(assignmentIds);
    }

    /** Everybody placed in one of the units on a day, one statement. */
    public List<Placement> placementsIn(Collection<UUID> orgUnitIds, LocalDate on) {
        return reads.placementsIn(orgUnitIds, on);
    }

    /** Rater of an assignment on a day; empty when nobody is named. */
    public Optional<RaterLink> raterOf(UUID assignmentId, LocalDate on) {
        return Optional.ofNullable(reads.ratersOf(List.of(assignmentId), on).get(assignmentId));
    }

    /** Raters of many assignments on a day, one statement; assignments without a rater are absent. */
    public Map<UUID, RaterLink> ratersOf(Collection<UUID> assignmentIds, LocalDate on) {
        return reads.ratersOf(assignmentIds, on);
    }

    /** Assignments a person rates on a day. */
    public List<UUID> assignmentsRatedBy(UUID raterId, LocalDate on) {
        return reads.assignmentsRatedBy(raterId, on);
    }

    /** Roles that follow from relations on a day: EMPLOYEE always, RATER and RATER_SUPERIOR by rater lines. */
    public Set<String> impliedRoles(UUID employeeId, LocalDate on) {
        return reads.impliedRoles(employeeId, on);
    }
}
