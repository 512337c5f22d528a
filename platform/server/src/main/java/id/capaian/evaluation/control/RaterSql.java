package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.RaterScore;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of how somebody rates, counted from the rows themselves, and the figures made of it. */
@ApplicationScoped
class RaterSql {

    private static final String COLUMNS = """
            s.rater_score_id, s.assessment_period_id, s.rater_id, s.outcome, s.index_score, s.reason_code,
            s.calibration, s.explanation, s.input, s.input_sha256, s.pack_id, s.pack_version, s.pack_sha256,
            s.formula_id, s.made_at""";

    private final EntityManager entityManager;

    RaterSql() {
        this(null);
    }

    @Inject
    RaterSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A mark of conduct, whose it was to give, and how often it was given. */
    record Marks(boolean byTheRater, String mark, long count) {
    }

    /** How many ratings had a suggestion, and how many of them agree. */
    record Agreement(long ratings, long agreeing) {
    }

    /** Marks in the units of the rater's list, of everybody rated there, the rater's own told apart. */
    List<Marks> marks(UUID raterId, UUID periodId) {
        List<?> rows = entityManager.createNativeQuery("""
                select coalesce(e.rater_id = ?, false), m.mark, count(*)
                from __T__.evaluation e join __T__.behavior_mark m on m.evaluation_id = e.evaluation_id
                where e.assessment_period_id = ? and e.predicate is not null
                    and e.status <> 'EXCLUDED' and e.org_unit_id in
                    (select l.org_unit_id from __T__.evaluation l where l.rater_id = ? and l.assessment_period_id = ?)
                group by 1, 2""").setParameter(1, raterId).setParameter(2, periodId).setParameter(3, raterId)
                .setParameter(4, periodId).getResultList();
        return rows.stream().map(Object[].class::cast).map(row ->
                new Marks((Boolean) row[0], (String) row[1], ((Number) row[2]).longValue())).toList();
    }

    /**
     * Both ratings of everybody who had a suggestion: equal to it, or a departure that calibration upheld. With one
     * that marks were changed after nobody agrees: it was made of other marks than those the rater stands by.
     */
    Agreement agreement(UUID raterId, UUID periodId) {
        Object[] row = (Object[]) entityManager.createNativeQuery("""
                select 2 * count(*), coalesce(sum(
                    case when l.result_calibration = 'UPHELD' then 1 when l.result_calibration = 'CHANGED' then 0
                        when l.as_computed and l.result_rating = l.suggested_result then 1 else 0 end
                    + case when l.behavior_calibration = 'UPHELD' then 1 when l.behavior_calibration = 'CHANGED' then 0
                        when l.as_computed and l.behavior_rating = l.suggested_behavior then 1 else 0 end), 0)
                from (select e.*, s.result_rating as suggested_result, s.behavior_rating as suggested_behavior,
                """ + SuggestionSql.MARKS_AS_COMPUTED + """
                 as as_computed
                    from __T__.evaluation e join __T__.suggestion s on s.suggestion_id = e.suggestion_id
                    where e.rater_id = ? and e.assessment_period_id = ? and s.outcome = 'SCORED'
                        and e.status <> 'EXCLUDED') l""")
                .setParameter(1, SuggestionSql.VALUES).setParameter(2, raterId).setParameter(3, periodId)
                .getSingleResult();
        return new Agreement(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** Keeps a figure; none is ever changed. */
    void insert(RaterScore score) {
        Frozen frozen = score.frozen();
        entityManager.createNativeQuery("""
                insert into __T__.rater_score (rater_score_id, assessment_period_id, rater_id, outcome, index_score,
                    reason_code, calibration, explanation, input, input_sha256, pack_id, pack_version, pack_sha256,
                    formula_id, made_at)
                values (?, ?, ?, ?, cast(? as numeric), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .setParameter(1, score.id()).setParameter(2, score.periodId()).setParameter(3, score.raterId())
                .setParameter(4, score.outcome().name()).setParameter(5, score.indexScore())
                .setParameter(6, score.reasonCode()).setParameter(7, score.calibration())
                .setParameter(8, score.explanation()).setParameter(9, score.input())
                .setParameter(10, score.inputSha256()).setParameter(11, frozen.packId())
                .setParameter(12, frozen.packVersion()).setParameter(13, frozen.packSha256())
                .setParameter(14, frozen.formulaId()).setParameter(15, Timestamp.from(score.madeAt()))
                .executeUpdate();
    }

    Optional<RaterScore> find(UUID raterScoreId) {
        return scores(entityManager.createNativeQuery("select " + COLUMNS
                + " from __T__.rater_score s where s.rater_score_id = ?").setParameter(1, raterScoreId)
                .getResultList()).stream().findFirst();
    }

    Optional<RaterScore> newest(UUID raterId, UUID periodId) {
        return scores(entityManager.createNativeQuery("select " + COLUMNS + """
                 from __T__.rater_score s where s.assessment_period_id = ? and s.rater_id = ?
                order by s.rater_score_id desc fetch first 1 row only""").setParameter(1, periodId)
                .setParameter(2, raterId).getResultList()).stream().findFirst();
    }

    /**
     * Newest figures the reader may see: the own one, those of raters whose superior the reader is, and those of raters
     * whose ratings the reader calibrates, never by way of the reader's own evaluation.
     *
     * @param calibrated units whose ratings the reader calibrates
     */
    List<RaterScore> visibleTo(UUID reader, Collection<UUID> calibrated, UUID periodId) {
        return scores(entityManager.createNativeQuery("select distinct on (s.rater_id) " + COLUMNS + """
                 from __T__.rater_score s
                where s.assessment_period_id = ? and (s.rater_id = ? or exists (
                    select 1 from __T__.evaluation e
                    where e.rater_id = s.rater_id and e.assessment_period_id = s.assessment_period_id
                        and e.employee_id <> ? and (e.rater_superior_id = ? or e.org_unit_id in
                            (select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id))))
                order by s.rater_id, s.rater_score_id desc""").setParameter(1, periodId).setParameter(2, reader)
                .setParameter(3, reader).setParameter(4, reader)
                .setParameter(5, Json.write(List.copyOf(calibrated))).getResultList());
    }

    private static List<RaterScore> scores(List<?> rows) {
        return rows.stream().map(Object[].class::cast).map(row -> new RaterScore((UUID) row[0], (UUID) row[1],
                (UUID) row[2], Suggestion.Outcome.valueOf((String) row[3]), (BigDecimal) row[4], (String) row[5],
                (Boolean) row[6], (String) row[7], (String) row[8], (String) row[9],
                new Frozen((String) row[10], (String) row[11], (String) row[12], (String) row[13], null),
                ((Timestamp) row[14]).toInstant())).toList();
    }
}
