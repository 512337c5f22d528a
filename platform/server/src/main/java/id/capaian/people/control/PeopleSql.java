package id.capaian.people.control;

import id.capaian.kernel.json.Json;
import id.capaian.kernel.tenancy.DirectCopy;
import id.capaian.people.CivilNumber;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.Employee.Profile;
import id.capaian.people.entity.Employment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds and adds whole files of people by few statements: one by one they cost several times as much. */
@ApplicationScoped
class PeopleSql {

    private static final int FIRST_VERSION = 1;

    private final EntityManager entityManager;
    private final DirectCopy copy;

    PeopleSql() {
        this(null, null);
    }

    @Inject
    PeopleSql(EntityManager entityManager, DirectCopy copy) {
        this.entityManager = entityManager;
        this.copy = copy;
    }

    /**
     * Somebody new.
     *
     * @param name civil number, or an official's key
     */
    record Newcomer(UUID id, String name, Profile profile) {

        private Object[] row() {
            boolean official = profile.employment() == Employment.OFFICIAL;
            return new Object[] {id, official ? null : new CivilNumber(name).kind(), official ? null : name,
                official ? name : null, profile.fullName(), profile.titleBefore(), profile.titleAfter(),
                profile.employment(), profile.rankGrade(), profile.birthDate(), profile.sex(), profile.email(),
                profile.phone(), profile.nrp(), profile.legalStatus(), FIRST_VERSION};
        }
    }

    /** Those who have one of the names: civil numbers, or keys of officials. One statement whatever their number. */
    List<Employee> named(Collection<String> names) {
        Map<Boolean, List<String>> byKind = names.stream()
                .collect(Collectors.partitioningBy(CivilNumber::isWellFormed));
        // Two halves, each by its index: by an "or" every employee there is would be read.
        List<?> found = entityManager.createNativeQuery("""
                select e.* from __T__.employee e
                 where e.civil_number = any (array(select json_array_elements_text(cast(? as json))))
                union all
                select e.* from __T__.employee e
                 where e.official_key = any (array(select json_array_elements_text(cast(? as json))))""",
                Employee.class)
                .setParameter(1, Json.write(byKind.get(true))).setParameter(2, Json.write(byKind.get(false)))
                .getResultList();
        return found.stream().map(Employee.class::cast).toList();
    }

    /** Adds them as version 1, as everything new is. */
    void add(List<Newcomer> newcomers) {
        copy.add("""
                copy __T__.employee (employee_id, number_kind, civil_number, official_key, full_name, title_before,
                title_after, employment, rank_grade, birth_date, sex, email, phone, nrp, legal_status, version)
                from stdin""",
                newcomers.stream().map(Newcomer::row).toList());
    }
}
