package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.tenancy.DirectCopy;
import id.capaian.plugin.api.BehaviourValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Suggestions: written by chunks of runs, set-based; read one by one with their explanation, or many without. */
@ApplicationScoped
class SuggestionSql {

    private static final String COLUMNS = """
            suggestion_id, evaluation_run_id, evaluation_id, outcome, result_score, behavior_score, index_score,
            result_rating, behavior_rating, reason_code, reason_text, explanation, input, input_sha256, made_at""";

    /**
     * Whether the marks that evaluation {@code e} has now are those suggestion {@code s} was computed from, as
     * {@link Proposals#isOutdated} says it the other way round. Takes {@link #VALUES} as a parameter.
     */
    static final String MARKS_AS_COMPUTED = """
            (s.outcome = 'SCORED' and cast(s.input as jsonb) -> 'marks' = jsonb '{}'
             or coalesce((select jsonb_object_agg(cast(? as jsonb) ->> (m.value_no - 1), m.mark)
                          from __T__.behavior_mark m where m.evaluation_id = e.evaluation_id), jsonb '{}')
                = cast(s.input as jsonb) -> 'marks')""";
    /** JSON array of the seven values in the order of their numbers. */
    static final String VALUES = Json.write(BehaviourValue.values());

    private final EntityManager entityManager;
    private final DirectCopy copy;

    SuggestionSql() {
        this(null, null);
    }

    @Inject
    SuggestionSql(EntityManager entityManager, DirectCopy copy) {
        this.entityManager = entityManager;
        this.copy = copy;
    }

    /**
     * Suggestion of the newest run, whenever its chunk was written: ids of runs are UUIDv7, the greatest is the newest.
     */
    Optional<Suggestion> newest(UUID evaluationId) {
        return first(entityManager.createNativeQuery("select " + COLUMNS + """
                 from __T__.suggestion where evaluation_id = ?
                order by evaluation_run_id desc fetch first 1 row only""").setParameter(1, evaluationId)
                .getResultList());
    }

    Optional<Suggestion> find(UUID suggestionId) {
        return first(entityManager.createNativeQuery("select " + COLUMNS
                + " from __T__.suggestion where suggestion_id = ?").setParameter(1, suggestionId).getResultList());
    }

    /** Newest outcomes of many evaluations, one statement; evaluations without a suggestion are absent. */
    Map<UUID, Outline> outlines(Collection<UUID> evaluationIds) {
        List<?> rows = entityManager.createNativeQuery("""
                select e.evaluation_id, s.outcome, s.index_score, s.result_rating, s.behavior_rating, not
                """ + MARKS_AS_COMPUTED + """
                 from __T__.evaluation e join lateral (
                    select * from __T__.suggestion n where n.evaluation_id = e.evaluation_id
                    order by n.evaluation_run_id desc fetch first 1 row only) s on true
                where e.evaluation_id in
                    (select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id)""")
                .setParameter(1, VALUES).setParameter(2, Json.write(List.copyOf(evaluationIds))).getResultList();
        Map<UUID, Outline> byEvaluation = new HashMap<>();
        rows.stream().map(Object[].class::cast).forEach(row -> byEvaluation.put((UUID) row[0], new Outline(
                (String) row[1], (BigDecimal) row[2], (String) row[3], (String) row[4], (Boolean) row[5])));
        return byEvaluation;
    }

    /**
     * What lists show of a suggestion.
     *
     * @param outdated whether marks changed after it was computed
     */
    record Outline(String outcome, BigDecimal indexScore, String resultRating, String behaviourRating,
            boolean outdated) {
    }

    /**
     * Writes a chunk's suggestions. Nobody is suggested twice in a run, and what was suggested is never replaced.
     *
     * @param suggestions of one run, no evaluation twice
     */
    void insert(List<Suggestion> suggestions) {
        copy.add("copy __T__.suggestion (" + COLUMNS + ") from stdin",
                suggestions.stream().map(SuggestionSql::columns).toList());
    }

    /** In the order of {@link #COLUMNS}. */
    private static Object[] columns(Suggestion s) {
        return new Object[] {s.id(), s.runId(), s.evaluationId(), s.outcome(), s.resultScore(), s.behaviourScore(),
            s.indexScore(), s.resultRating(), s.behaviourRating(), s.reasonCode(), s.reasonText(), s.explanation(),
            s.input(), s.inputSha256(), s.madeAt()};
    }

    private static Optional<Suggestion> first(List<?> rows) {
        return rows.stream().map(Object[].class::cast).map(SuggestionSql::suggestion).findFirst();
    }

    private static Suggestion suggestion(Object[] row) {
        return new Suggestion((UUID) row[0], (UUID) row[1], (UUID) row[2], Suggestion.Outcome.valueOf((String) row[3]),
                (BigDecimal) row[4], (BigDecimal) row[5], (BigDecimal) row[6], rating(row[7]), rating(row[8]),
                (String) row[9], (String) row[10], (String) row[11], (String) row[12], (String) row[13],
                ((Timestamp) row[14]).toInstant());
    }

    private static Rating rating(Object name) {
        return name == null ? null : Rating.valueOf((String) name);
    }
}
