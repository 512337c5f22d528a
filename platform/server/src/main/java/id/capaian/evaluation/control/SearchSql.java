package id.capaian.evaluation.control;

import id.capaian.kernel.json.Json;
import id.capaian.people.CivilNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Looks for evaluations by person, unit, stage and period. */
@ApplicationScoped
class SearchSql {

    private static final Pattern WILD = Pattern.compile("[\\\\%_]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private static final String FOUND = """
            select e.evaluation_id, e.employee_id, e.org_unit_id, e.assessment_period_id, e.status,
                concat_ws(', ', concat_ws(' ', p.title_before, p.full_name), p.title_after), p.civil_number,
                count(*) over ()
            from __T__.evaluation e join __T__.employee p on p.employee_id = e.employee_id
            where\s""";
    private static final String WITHIN = """
             and (? = '' or e.assessment_period_id = cast(nullif(?, '') as uuid))
                and (? = '' or e.status = ?)
                and (? = '[]' or e.org_unit_id in
                    (select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id))
            order by p.full_name, e.evaluation_id
            offset ? rows fetch first ? rows only""";
    /** Two statements, so that the plan, made once for any values, can begin with the people looked for. */
    private static final String BY_NAME = FOUND + "p.full_name ilike ?" + WITHIN;
    private static final String BY_NUMBER = FOUND + "p.civil_number like ?" + WITHIN;

    private final EntityManager entityManager;

    SearchSql() {
        this(null);
    }

    @Inject
    SearchSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * What is looked for.
     *
     * @param text     empty for anybody
     * @param unitIds  empty for any unit
     * @param status   empty for any stage
     * @param periodId null for any period
     */
    record Wanted(String text, Collection<UUID> unitIds, String status, UUID periodId) {

        /** The beginning of a number when the text is one, else empty. */
        private String number() {
            String compact = CivilNumber.compact(text);
            return DIGITS.matcher(compact).matches() ? compact + "%" : "";
        }

        private String name() {
            return "%" + WILD.matcher(text.strip()).replaceAll("\\\\$0") + "%";
        }
    }

    /** A row that was found, and how many were. */
    record Found(UUID evaluationId, UUID employeeId, UUID unitId, UUID periodId, String status, String name,
            String civilNumber, long total) {
    }

    /** A page of them, by name. */
    List<Found> find(Wanted wanted, int skip, int most) {
        boolean byNumber = !wanted.number().isEmpty();
        String period = wanted.periodId() == null ? "" : wanted.periodId().toString();
        String units = Json.write(List.copyOf(wanted.unitIds()));
        List<?> rows = entityManager.createNativeQuery(byNumber ? BY_NUMBER : BY_NAME)
                .setParameter(1, byNumber ? wanted.number() : wanted.name())
                .setParameter(2, period).setParameter(3, period)
                .setParameter(4, wanted.status()).setParameter(5, wanted.status())
                .setParameter(6, units).setParameter(7, units)
                .setParameter(8, skip).setParameter(9, most).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Found((UUID) row[0], (UUID) row[1],
                (UUID) row[2], (UUID) row[3], (String) row[4], (String) row[5], (String) row[6],
                ((Number) row[7]).longValue())).toList();
    }
}
