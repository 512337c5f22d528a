package id.capaian.planning.control;

import id.capaian.planning.PlanReadings;
import id.capaian.planning.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The newest values of each subject and indicator, which JPQL cannot ask for. */
@ApplicationScoped
class IndicatorSql {

    private final EntityManager entityManager;

    IndicatorSql() {
        this(null);
    }

    @Inject
    IndicatorSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * The newest of each indicator from elsewhere, and the newest of each progress entry with the plan it is of: a
     * sub-select for the few that have one, which no planner turns into reading all progress of the tenant.
     */
    PlanReadings latest(Collection<UUID> subjectIds, UUID periodId) {
        List<?> rows = entityManager.createNativeQuery("""
                select v.subject_id, v.indicator_value_id, v.indicator_code, v.value, v.source, v.taken_at,
                       v.sample_size, v.population, v.completeness, v.timeliness, v.accuracy, v.progress_entry_id,
                       (select n.skp_id from __T__.progress_entry n where n.progress_entry_id = v.progress_entry_id)
                from (select distinct on (subject_id, indicator_code, progress_entry_id) *
                      from __T__.indicator_value
                      where subject_id = any(cast(? as uuid[])) and assessment_period_id = ?
                      order by subject_id, indicator_code, progress_entry_id, indicator_value_id desc) v
                order by v.indicator_value_id desc""")
                .setParameter(1, uuids(subjectIds)).setParameter(2, periodId).getResultList();
        return new PlanReadings(rows.stream().map(Object[].class::cast).collect(Collectors.groupingBy(
                row -> (UUID) row[0], Collectors.mapping(
                        row -> new PlanReadings.OfPlan((UUID) row[12], reading(row, 1)), Collectors.toList()))));
    }

    /** A reading from the columns id, code, value, source, taken_at, …, progress_entry_id beginning at {@code at}. */
    static Reading reading(Object[] columns, int at) {
        return new Reading((UUID) columns[at], (String) columns[at + 1], plain(columns[at + 2]),
                (String) columns[at + 3], ((Timestamp) columns[at + 4]).toInstant(), (Integer) columns[at + 5],
                (Integer) columns[at + 6], plain(columns[at + 7]), plain(columns[at + 8]),
                plain(columns[at + 9]), (UUID) columns[at + 10]);
    }

    /** A set of ids as one parameter, so that the statement's text does not depend on how many there are. */
    static String uuids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** A number as people wrote it, without the zeros the column's scale adds. */
    static BigDecimal plain(Object number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = ((BigDecimal) number).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
