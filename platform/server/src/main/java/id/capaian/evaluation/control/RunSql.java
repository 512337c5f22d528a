package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationChunk;
import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom a run covers, its chunks, and its counts. */
@ApplicationScoped
class RunSql {

    private static final String UNRATED = """
            select evaluation_id, org_unit_id from __T__.evaluation where assessment_period_id = ?
            and status in ('SELF_FILLING', 'SELF_SUBMITTED', 'RETURNED_FOR_EVIDENCE', 'UNDER_REVIEW')""";
    private static final String UNITS = "(select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id)";

    private final EntityManager entityManager;

    RunSql() {
        this(null);
    }

    @Inject
    RunSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An evaluation not rated yet, with the unit whose pack computes it. */
    record Unrated(UUID evaluationId, UUID unitId) {
    }

    /** Evaluations of a period that are not rated yet, by id. */
    List<Unrated> unrated(UUID periodId) {
        return unrated(entityManager.createNativeQuery(UNRATED + " order by evaluation_id").setParameter(1, periodId));
    }

    /** The same in some units. */
    List<Unrated> unratedIn(UUID periodId, Collection<UUID> unitIds) {
        return unrated(entityManager.createNativeQuery(UNRATED + " and org_unit_id in " + UNITS
                + " order by evaluation_id").setParameter(1, periodId)
                .setParameter(2, Json.write(List.copyOf(unitIds))));
    }

    /** The same of one rater. */
    List<Unrated> unratedOf(UUID periodId, UUID raterId) {
        return unrated(entityManager.createNativeQuery(UNRATED + " and rater_id = ? order by evaluation_id")
                .setParameter(1, periodId).setParameter(2, raterId));
    }

    private static List<Unrated> unrated(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Unrated((UUID) row[0], (UUID) row[1])).toList();
    }

    /** Whether the caller's run for that period is still computing. */
    boolean isUnderWay(UUID periodId, String startedBy) {
        return !entityManager.createNativeQuery("""
                select 1 from __T__.evaluation_run
                where assessment_period_id = ? and started_by = ? and status in ('PENDING', 'RUNNING')""")
                .setParameter(1, periodId).setParameter(2, startedBy).getResultList().isEmpty();
    }

    void insertChunk(UUID runId, int number, List<UUID> evaluationIds) {
        entityManager.createNativeQuery("insert into __T__.evaluation_chunk"
                + " (evaluation_run_id, chunk_no, evaluation_ids, status) values (?, ?, array" + UNITS + ", 'WAITING')")
                .setParameter(1, runId).setParameter(2, number).setParameter(3, Json.write(evaluationIds))
                .executeUpdate();
    }

    Optional<EvaluationChunk> chunk(UUID runId, int number) {
        List<?> rows = entityManager.createNativeQuery("""
                select status, cast(to_jsonb(evaluation_ids) as text) from __T__.evaluation_chunk
                where evaluation_run_id = ? and chunk_no = ?""")
                .setParameter(1, runId).setParameter(2, number).getResultList();
        return rows.stream().map(Object[].class::cast).findFirst().map(row -> new EvaluationChunk(runId, number,
                List.of(Json.read((String) row[1], UUID[].class)), "DONE".equals(row[0])));
    }

    void finishChunk(UUID runId, int number, Instant now) {
        entityManager.createNativeQuery("""
                update __T__.evaluation_chunk set status = 'DONE', finished_at = ?
                where evaluation_run_id = ? and chunk_no = ?""")
                .setParameter(1, Timestamp.from(now)).setParameter(2, runId).setParameter(3, number).executeUpdate();
    }

    boolean hasWaitingChunks(UUID runId) {
        return !entityManager.createNativeQuery("""
                select 1 from __T__.evaluation_chunk where evaluation_run_id = ? and status = 'WAITING'
                fetch first 1 row only""").setParameter(1, runId).getResultList().isEmpty();
    }

    /** How many suggestions of a run have each outcome, counted from the rows themselves. */
    Map<String, Integer> outcomes(UUID runId) {
        List<?> rows = entityManager.createNativeQuery("""
                select outcome, count(*) from __T__.suggestion where evaluation_run_id = ? group by outcome""")
                .setParameter(1, runId).getResultList();
        Map<String, Integer> counts = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> counts.put((String) row[0],
                ((Number) row[1]).intValue()));
        return counts;
    }

    /** Who got no score: evaluation, employee, unit, outcome, reason code, explanation. */
    List<Object[]> attention(UUID runId, int most) {
        List<?> rows = entityManager.createNativeQuery("""
                select s.evaluation_id, e.employee_id, e.org_unit_id, s.outcome, s.reason_code, s.explanation
                from __T__.suggestion s join __T__.evaluation e on e.evaluation_id = s.evaluation_id
                where s.evaluation_run_id = ? and s.outcome <> 'SCORED'
                order by s.outcome, s.reason_code, s.evaluation_id fetch first ? rows only""")
                .setParameter(1, runId).setParameter(2, most).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
