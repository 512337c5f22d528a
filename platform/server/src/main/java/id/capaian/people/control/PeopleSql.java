package id.capaian.people.control;

import id.capaian.kernel.json.Json;
import id.capaian.people.CivilNumber;
import id.capaian.people.entity.Employee;
import id.capaian.people.entity.Employee.Profile;
import id.capaian.people.entity.Employment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds and adds whole files of people by few statements: one by one they cost several times as much. */
@ApplicationScoped
class PeopleSql {

    private static final int SLICE = 1_000;

    private final EntityManager entityManager;

    PeopleSql() {
        this(null);
    }

    @Inject
    PeopleSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Somebody new.
     *
     * @param name civil number, or an official's key
     */
    record Newcomer(UUID id, String name, Profile profile) {

        private Map<String, Object> row() {
            Map<String, Object> row = new HashMap<>();
            row.put("employee_id", id);
            if (profile.employment() == Employment.OFFICIAL) {
                row.put("official_key", name);
            } else {
                row.put("civil_number", name);
                row.put("number_kind", new CivilNumber(name).kind());
            }
            row.put("full_name", profile.fullName());
            row.put("title_before", profile.titleBefore());
            row.put("title_after", profile.titleAfter());
            row.put("employment", profile.employment());
            row.put("rank_grade", profile.rankGrade());
            row.put("birth_date", profile.birthDate());
            row.put("sex", profile.sex());
            row.put("email", profile.email());
            row.put("phone", profile.phone());
            row.put("nrp", profile.nrp());
            row.put("legal_status", profile.legalStatus());
            return row;
        }
    }

    /** Those who have one of the names: civil numbers, or keys of officials. One statement whatever their number. */
    List<Employee> named(Collection<String> names) {
        List<?> found = entityManager.createNativeQuery("""
                with named as materialized (select json_array_elements_text(cast(? as json)) as name)
                select e.* from __T__.employee e
                 where e.civil_number in (select name from named) or e.official_key in (select name from named)""",
                Employee.class).setParameter(1, Json.write(names)).getResultList();
        return found.stream().map(Employee.class::cast).toList();
    }

    /** Adds them as version 1, as everything new is. */
    void add(List<Newcomer> newcomers) {
        for (int from = 0; from < newcomers.size(); from += SLICE) {
            List<Map<String, Object>> rows = newcomers.subList(from, Math.min(from + SLICE, newcomers.size())).stream()
                    .map(Newcomer::row).toList();
            entityManager.createNativeQuery("""
                    insert into __T__.employee (employee_id, number_kind, civil_number, official_key, full_name,
                           title_before, title_after, employment, rank_grade, birth_date, sex, email, phone, nrp,
                           legal_status, version)
                    select r.employee_id, r.number_kind, r.civil_number, r.official_key, r.full_name, r.title_before,
                           r.title_after, r.employment, r.rank_grade, r.birth_date, r.sex, r.email, r.phone, r.nrp,
                           r.legal_status, 1
                      from json_populate_recordset(cast(null as __T__.employee), cast(? as json)) r""")
                    .setParameter(1, Json.write(rows)).executeUpdate();
        }
    }
}
