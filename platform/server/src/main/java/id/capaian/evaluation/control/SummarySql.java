package id.capaian.evaluation.control;

import id.capaian.evaluation.IndexSum;
import id.capaian.evaluation.PredicateCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Counts without persons. */
@ApplicationScoped
public class SummarySql {

    private final EntityManager entityManager;

    SummarySql() {
        this(null);
    }

    @Inject
    SummarySql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public List<PredicateCount> finals(UUID periodId, UUID unitId) {
        List<?> rows = entityManager.createNativeQuery("""
                select predicate, count(*) from __T__.evaluation
                where assessment_period_id = ? and org_unit_id = ? and status = 'FINAL' group by predicate""")
                .setParameter(1, periodId).setParameter(2, unitId).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new PredicateCount((String) row[0], ((Number) row[1]).intValue())).toList();
    }

    public IndexSum indexes(UUID periodId, UUID unitId) {
        Object[] row = (Object[]) entityManager.createNativeQuery("""
                select count(s.index_score), coalesce(sum(s.index_score), 0)
                from __T__.evaluation e join __T__.suggestion s on s.suggestion_id = e.suggestion_id
                where e.assessment_period_id = ? and e.org_unit_id = ? and e.status = 'FINAL'""")
                .setParameter(1, periodId).setParameter(2, unitId).getSingleResult();
        return new IndexSum(((Number) row[0]).intValue(), (BigDecimal) row[1]);
    }
}
