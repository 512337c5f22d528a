package id.capaian.evaluation.control;

import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Set-based statements on evaluations: one for a whole government or a rater's list. */
@ApplicationScoped
class EvaluationSql {

    /** A parameter, an array of ids in JSON, as rows. */
    static final String IDS = "(select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id)";

    /**
     * Who rates: of those not rated whom the master data name for the period; nobody the agency named by a letter gives
     * way, and nobody who took over what was reopened, which follows the master data of today
     * ({@link PresentParties#takeOverUnrated}).
     */
    private static final String RATER_NOW = """
            case when e.parties_order is null and e.reopen_order is null
                and e.status in ('NOT_STARTED', 'SELF_FILLING', 'SELF_SUBMITTED', 'RETURNED_FOR_EVIDENCE',
                    'UNDER_REVIEW')
                then coalesce(excluded.rater_id, e.rater_id) else e.rater_id end""";
    /** Who decides, the same until it is decided; never who rates. */
    private static final String SUPERIOR_NOW =
            "case when e.parties_order is not null or e.reopen_order is not null or e.status in ('DECIDED', 'FINAL')"
            + " then e.rater_superior_id"
            + " when excluded.rater_superior_id <> " + RATER_NOW + " then excluded.rater_superior_id"
            + " else nullif(e.rater_superior_id, " + RATER_NOW + ") end";
    private static final String PRESENT = RATER_NOW + ", " + SUPERIOR_NOW
            + ", case e.status when 'NOT_STARTED' then excluded.status else e.status end";

    private final EntityManager entityManager;

    EvaluationSql() {
        this(null);
    }

    @Inject
    EvaluationSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An evaluation to be opened; names as the columns are called, because it travels as JSON. */
    record Opening(UUID evaluation_id, UUID skp_id, UUID employee_id, UUID org_unit_id, UUID rater_id,
            UUID rater_superior_id) {
    }

    /** How many rows were made and how many followed the master data. */
    record Opened(int made, int changed) {
    }

    /**
     * Makes the evaluations that are not there yet; those not rated yet get their rater of today, those not decided yet
     * their superior of today, so that opening again after a change of raters mends them. Who rated stays, and so does
     * who took over what was reopened.
     *
     * @param status NOT_STARTED before the period opens, else SELF_FILLING
     */
    Opened open(UUID periodId, String status, Collection<Opening> openings) {
        Object[] counts = (Object[]) entityManager.createNativeQuery("""
                with written as (
                    insert into __T__.evaluation as e (evaluation_id, skp_id, assessment_period_id, employee_id,
                        org_unit_id, rater_id, rater_superior_id, status, version)
                    select r.evaluation_id, r.skp_id, ?, r.employee_id, r.org_unit_id, r.rater_id,
                        r.rater_superior_id, ?, 1
                    from jsonb_to_recordset(cast(? as jsonb)) as r (evaluation_id uuid, skp_id uuid, employee_id uuid,
                        org_unit_id uuid, rater_id uuid, rater_superior_id uuid)
                    on conflict (skp_id, assessment_period_id) do update
                    set version = e.version + 1, (rater_id, rater_superior_id, status) = (
                """ + PRESENT + """
                    ) where (e.rater_id, e.rater_superior_id, e.status) is distinct from (
                """ + PRESENT + """
                    ) returning e.version)
                select count(*) filter (where version = 1), count(*) filter (where version > 1) from written""")
                .setParameter(1, periodId).setParameter(2, status).setParameter(3, Json.write(List.copyOf(openings)))
                .getSingleResult();
        return new Opened(((Number) counts[0]).intValue(), ((Number) counts[1]).intValue());
    }

    /** How many values are marked, by evaluation; evaluations without a mark are absent. */
    Map<UUID, Integer> markedValues(Collection<UUID> evaluationIds) {
        List<?> rows = entityManager.createNativeQuery(
                "select evaluation_id, count(*) from __T__.behavior_mark where evaluation_id in " + IDS
                + " group by evaluation_id").setParameter(1, Json.write(List.copyOf(evaluationIds))).getResultList();
        Map<UUID, Integer> counts = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> counts.put((UUID) row[0], ((Number) row[1]).intValue()));
        return counts;
    }

    /** One of a rater's people, and how many values are marked. */
    record Waiting(UUID evaluationId, UUID employeeId, String status, int marked) {
    }

    /** A rater's people in a period, without those who were taken out of it. */
    List<Waiting> waiting(UUID raterId, UUID periodId) {
        List<?> rows = entityManager.createNativeQuery("""
                select e.evaluation_id, e.employee_id, e.status, (select count(*) from __T__.behavior_mark m
                    where m.evaluation_id = e.evaluation_id)
                from __T__.evaluation e
                where e.rater_id = ? and e.assessment_period_id = ? and e.status <> 'EXCLUDED'""")
                .setParameter(1, raterId).setParameter(2, periodId).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Waiting((UUID) row[0], (UUID) row[1],
                (String) row[2], ((Number) row[3]).intValue())).toList();
    }

    /** Marks of many evaluations, one statement: evaluation, number of the value, mark. */
    List<Object[]> marks(Collection<UUID> evaluationIds) {
        List<?> rows = entityManager.createNativeQuery(
                "select evaluation_id, value_no, mark from __T__.behavior_mark where evaluation_id in " + IDS)
                .setParameter(1, Json.write(List.copyOf(evaluationIds))).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    /**
     * Evaluations whose term of answering, or of explaining, has run out; at most so many, so that work stays short.
     * Those another transaction moves at this moment are left to it.
     */
    List<UUID> overdue(Instant now, Instant objectedBefore, int most) {
        List<?> ids = entityManager.createNativeQuery("""
                select e.evaluation_id from __T__.evaluation e
                where (e.status = 'DELIVERED' and e.answer_due_at <= ?)
                    or (e.status = 'OBJECTED' and exists (select 1 from __T__.objection o
                        where o.evaluation_id = e.evaluation_id and o.decided_at is null and o.filed_at < ?))
                order by e.evaluation_id fetch first ? rows only for update of e skip locked""")
                .setParameter(1, Timestamp.from(now)).setParameter(2, Timestamp.from(objectedBefore))
                .setParameter(3, most).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** The period opened: people may begin. */
    void begin(UUID periodId) {
        entityManager.createNativeQuery("""
                update __T__.evaluation set status = 'SELF_FILLING', version = version + 1
                where assessment_period_id = ? and status = 'NOT_STARTED'""")
                .setParameter(1, periodId).executeUpdate();
    }

    /**
     * Somebody of the unit is about to be told the result: what it rests on stays. By statement, because several are
     * told at the same moment and none of their raters may hear that somebody was quicker. To be called before an
     * evaluation is written: who corrects the predicate takes the same rows in the same order.
     */
    void lockOrganisation(UUID periodId, UUID unitId) {
        entityManager.createNativeQuery("""
                update __T__.organisation_predicate set status = 'LOCKED', version = version + 1
                where assessment_period_id = ? and org_unit_id = ? and status = 'FIXED'""")
                .setParameter(1, periodId).setParameter(2, unitId).executeUpdate();
    }

    /** Names of the seven values of conduct and their conduct points, as the law prints them: number, kind, texts. */
    List<Object[]> conduct(LocalDate on) {
        List<?> rows = entityManager.createNativeQuery("""
                select v.value_no, v.name_id, v.name_en,
                    (select string_agg(p.text_id, chr(10) order by p.point_no) from ref.conduct_point p
                     where p.value_no = v.value_no and p.valid_from <= ? and (p.valid_to is null or p.valid_to >= ?))
                from ref.behavior_value v
                where v.valid_from <= ? and (v.valid_to is null or v.valid_to >= ?)
                order by v.value_no""")
                .setParameter(1, Date.valueOf(on)).setParameter(2, Date.valueOf(on))
                .setParameter(3, Date.valueOf(on)).setParameter(4, Date.valueOf(on)).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
