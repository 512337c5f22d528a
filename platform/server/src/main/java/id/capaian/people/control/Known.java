package id.capaian.people.control;

import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.CivilNumber;
import id.capaian.people.ImportRow;
import id.capaian.people.LostZeros;
import id.capaian.people.OfficialKey;
import id.capaian.people.entity.Assignment;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.OrgUnit;
import id.capaian.people.entity.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tenant knows already, by the keys that files use; read in few statements whatever the size of the file. */
@ApplicationScoped
class Known {

    private static final int SLICE = 5_000;

    private final EntityManager entityManager;
    private final PeopleSql people;

    Known() {
        this(null, null);
    }

    @Inject
    Known(EntityManager entityManager, PeopleSql people) {
        this.entityManager = entityManager;
        this.people = people;
    }

    Map<String, OrgUnit> unitsByCode() {
        return entityManager.createQuery("select u from OrgUnit u", OrgUnit.class).getResultStream()
                .collect(Collectors.toMap(OrgUnit::code, Function.identity()));
    }

    Map<String, Position> positionsByCode() {
        return entityManager.createQuery("select p from Position p", Position.class).getResultStream()
                .collect(Collectors.toMap(Position::code, Function.identity()));
    }

    /** Employees named in any of the columns of any row, by number or, officials, by key. */
    Map<String, Employee> employees(List<ImportRow> rows, String... columns) {
        List<String> names = rows.stream().flatMap(row -> Stream.of(columns).map(row::text)).filter(Objects::nonNull)
                .map(Known::name).distinct().toList();
        Map<String, Employee> known = new HashMap<>();
        people.named(names).forEach(employee -> known.put(employee.name(), employee));
        return known;
    }

    /** As a cell means it: digits without blanks, or a key in lower case. */
    static String name(String cell) {
        String digits = CivilNumber.compact(cell);
        return CivilNumber.isWellFormed(digits) ? digits : OfficialKey.compact(cell);
    }

    /** Assignments of people, by person. */
    Map<UUID, List<Assignment>> assignments(Collection<Employee> employees) {
        Map<UUID, List<Assignment>> known = new LinkedHashMap<>();
        for (List<UUID> slice : slices(employees.stream().map(Employee::id).toList())) {
            entityManager.createQuery("select a from Assignment a where a.employeeId in :ids order by a.validFrom",
                            Assignment.class)
                    .setParameter("ids", QueryIds.padded(slice)).getResultStream().forEach(assignment ->
                            known.computeIfAbsent(assignment.employeeId(), id -> new ArrayList<>()).add(assignment));
        }
        return known;
    }

    static <T> List<List<T>> slices(List<T> all) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SLICE) {
            slices.add(all.subList(from, Math.min(from + SLICE, all.size())));
        }
        return slices;
    }

    /** The employee a cell names; an unknown one is noted as a problem. Null when the cell is empty. */
    static Employee employee(ImportRow row, String column, Map<String, Employee> known) {
        String name = row.text(column);
        if (name == null) {
            return null;
        }
        Employee employee = known.get(name(name));
        if (employee == null) {
            row.problem(column, "people.import.unknownPerson");
        }
        return employee;
    }

    /**
     * What a cell names by code; an unknown code is noted as a problem. Null when the cell is empty.
     *
     * @param zeros made of the known codes
     */
    static <T> T byCode(ImportRow row, String column, Map<String, T> known, LostZeros zeros) {
        String code = row.text(column);
        T found = code == null ? null : known.get(code);
        if (code != null && found == null) {
            zeros.unknown(row, column);
        }
        return found;
    }
}
