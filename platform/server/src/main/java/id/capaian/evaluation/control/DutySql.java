package id.capaian.evaluation.control;

import id.capaian.evaluation.control.Standing.Calibrating;
import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits for somebody: own evaluations and objections one by one, all else counted by period. */
@ApplicationScoped
class DutySql {

    /** Who gave a rating that stands, as {@link id.capaian.evaluation.entity.Evaluation#raters}; some may be null. */
    private static final String RATERS = """
            rater_id, case result_fixed_as when 'RATER' then result_fixed_by end,
            case behavior_fixed_as when 'RATER' then behavior_fixed_by end""";

    private final EntityManager entityManager;

    DutySql() {
        this(null);
    }

    @Inject
    DutySql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * An own evaluation that waits.
     *
     * @param answerDueAt null before delivery
     */
    record Own(UUID evaluationId, String status, UUID periodId, Instant answerDueAt) {
    }

    /** So many evaluations of others in a period. */
    record Counted(String kind, UUID periodId, int count) {
    }

    /**
     * An objection that waits.
     *
     * @param explainedAt null when the rater has not explained, or let the term pass
     */
    record Objected(String kind, UUID evaluationId, UUID periodId, UUID employeeId, Instant filedAt,
            Instant explainedAt) {
    }

    List<Own> own(UUID employee) {
        return rows(entityManager.createNativeQuery("""
                select evaluation_id, status, assessment_period_id, answer_due_at from __T__.evaluation
                where employee_id = ? and status in ('SELF_FILLING', 'RETURNED_FOR_EVIDENCE', 'DELIVERED')
                order by evaluation_id""").setParameter(1, employee).getResultList())
                .map(row -> new Own((UUID) row[0], (String) row[1], (UUID) row[2], instant(row[3]))).toList();
    }

    /** To be rated or delivered by this rater. */
    List<Counted> ofRater(UUID rater) {
        return counted(entityManager.createNativeQuery("""
                select duty, assessment_period_id, count(*) from (
                    select case when status = 'RATED' then 'DELIVER' else 'RATE' end as duty, assessment_period_id
                    from __T__.evaluation
                    where rater_id = ? and status in ('SELF_SUBMITTED', 'UNDER_REVIEW', 'RATED')) waiting
                group by duty, assessment_period_id""").setParameter(1, rater).getResultList());
    }

    /** RATER and RATER_SUPERIOR, as far as an evaluation that is not final names the person so. */
    Set<String> rolesOf(UUID employee) {
        List<?> rows = entityManager.createNativeQuery("""
                select 'RATER' where exists (select 1 from __T__.evaluation where rater_id = ? and status <> 'FINAL')
                union all select 'RATER_SUPERIOR' where exists (select 1 from __T__.evaluation
                    where rater_superior_id = ? and status <> 'FINAL')""")
                .setParameter(1, employee).setParameter(2, employee).getResultList();
        return rows.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /**
     * In calibration in these units; nobody calibrates oneself, nor what one rated.
     *
     * @param left evaluations the head rated that wait for the head all the same, because there is no other
     */
    List<Counted> inCalibration(UUID head, Collection<UUID> units, Collection<UUID> left) {
        return units.isEmpty() ? List.of() : counted(entityManager.createNativeQuery("""
                select 'CALIBRATE', assessment_period_id, count(*) from __T__.evaluation
                where status = 'CALIBRATING' and employee_id <> ? and org_unit_id in
                """ + EvaluationSql.IDS + " and ((? in (" + RATERS + ")) is not true or evaluation_id in " + EvaluationSql.IDS + """
                 ) group by assessment_period_id""").setParameter(1, head)
                .setParameter(2, Json.write(List.copyOf(units))).setParameter(3, head)
                .setParameter(4, Json.write(List.copyOf(left))).getResultList());
    }

    /** In calibration in these units and rated by this rater. */
    List<Calibrating> givenInCalibration(UUID rater, Collection<UUID> units) {
        return rows(entityManager.createNativeQuery("""
                select evaluation_id, org_unit_id, employee_id,\s""" + RATERS + """
                 from __T__.evaluation
                where status = 'CALIBRATING' and ? in (""" + RATERS + ") and org_unit_id in " + EvaluationSql.IDS)
                .setParameter(1, rater).setParameter(2, Json.write(List.copyOf(units))).getResultList())
                .map(row -> new Calibrating((UUID) row[0], (UUID) row[1], parties(row))).toList();
    }

    private static List<UUID> parties(Object[] row) {
        return Arrays.stream(row).skip(2).filter(Objects::nonNull).map(UUID.class::cast).toList();
    }

    /** Objections this person explains as rater, or decides as the rater's superior; the oldest first. */
    List<Objected> objected(UUID employee) {
        return rows(entityManager.createNativeQuery("""
                select w.duty, w.evaluation_id, w.assessment_period_id, w.employee_id, o.filed_at, o.explained_at
                from (select 'EXPLAIN' as duty, evaluation_id, assessment_period_id, employee_id
                      from __T__.evaluation where rater_id = ? and status = 'OBJECTED'
                      union all
                      select 'DECIDE', evaluation_id, assessment_period_id, employee_id
                      from __T__.evaluation where rater_superior_id = ? and status = 'EXPLAINED') w
                join __T__.objection o on o.evaluation_id = w.evaluation_id and o.decided_at is null
                order by o.filed_at""").setParameter(1, employee).setParameter(2, employee).getResultList())
                .map(row -> new Objected((String) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3],
                        instant(row[4]), instant(row[5]))).toList();
    }

    private static List<Counted> counted(List<?> rows) {
        return rows(rows).map(row -> new Counted((String) row[0], (UUID) row[1], ((Number) row[2]).intValue()))
                .toList();
    }

    private static Stream<Object[]> rows(List<?> rows) {
        return rows.stream().map(Object[].class::cast);
    }

    private static Instant instant(Object timestamp) {
        return timestamp == null ? null : ((Timestamp) timestamp).toInstant();
    }
}
