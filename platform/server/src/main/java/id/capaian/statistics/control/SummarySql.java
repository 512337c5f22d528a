package id.capaian.statistics.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Counts a unit's final evaluations and hands the counts over in the same statement: no person leaves the schema. */
@ApplicationScoped
class SummarySql {

    /**
     * A person counts once in a unit, by the evaluation that became final last, even with two plans there. All five
     * predicates are published, zeros too. The index is that of the latest suggestion; who has none is not in its mean.
     */
    private static final String PUBLISH = """
            with place as (
                select u.org_unit_id, u.name, p.assessment_period_id, p.code
                  from __T__.org_unit u cross join __T__.assessment_period p
                 where u.org_unit_id = ? and p.code = ?
            ), counted as (
                select distinct on (e.employee_id) e.predicate, latest.index_score
                  from place
                  join __T__.evaluation e on e.assessment_period_id = place.assessment_period_id
                                         and e.org_unit_id = place.org_unit_id
                  left join lateral (select s.index_score from __T__.suggestion s
                                      where s.evaluation_id = e.evaluation_id
                                      order by s.suggestion_id desc limit 1) latest on true
                 where e.status = 'FINAL' and e.predicate is not null
                 order by e.employee_id, e.final_at desc nulls last, e.evaluation_id desc
            ), figure (measure, category, person_count, value_sum) as (
                select 'PREDICATE', c.category, count(counted.predicate), cast(null as numeric)
                  from (values ('VERY_GOOD'), ('GOOD'), ('NEEDS_IMPROVEMENT'), ('POOR'), ('VERY_POOR')) c (category)
                  left join counted on counted.predicate = c.category
                 group by c.category
                union all
                select 'EVALUATED', 'ALL', count(*), null from counted
                union all
                select 'INDEX', 'ALL', count(index_score), coalesce(sum(index_score), 0) from counted
            )
            select 1 from (select national.publish_summary(jsonb_agg(jsonb_build_object(
                       'period_code', place.code, 'org_unit_id', place.org_unit_id, 'org_unit_name', place.name,
                       'measure', figure.measure, 'category', figure.category,
                       'person_count', figure.person_count, 'value_sum', figure.value_sum,
                       'published_at', cast(? as timestamptz))))
                      from place cross join figure having count(*) > 0) done""";

    private final EntityManager entityManager;

    SummarySql() {
        this(null);
    }

    @Inject
    SummarySql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Two jobs of one unit publish one after the other, the later one counting after the earlier one's commit. */
    void awaitTurn(String periodCode, UUID orgUnitId) {
        entityManager.createNativeQuery("""
                select 1 from (select pg_advisory_xact_lock(hashtextextended(
                    'publish-summary/' || current_setting('role') || '/' || ? || '/' || ?, 0))) turn""")
                .setParameter(1, periodCode).setParameter(2, orgUnitId.toString()).getSingleResult();
    }

    void publish(String periodCode, UUID orgUnitId, Instant at) {
        entityManager.createNativeQuery(PUBLISH).setParameter(1, orgUnitId).setParameter(2, periodCode)
                .setParameter(3, Timestamp.from(at)).getResultList();
    }
}
