package id.capaian.statistics.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Counts units' final evaluations and hands the counts over in the same statement: no person leaves the schema. */
@ApplicationScoped
class SummarySql {

    /**
     * Figures of the units in {@code place}. A person counts in one unit a period (domain.md 3.3): of the final
     * evaluations that of the definitive post, else of any, and of several the one whose plan ends last, so after a
     * transfer the new one. All five predicates are there, zeros too. The index is that of the newest run's suggestion;
     * who has none is not in its mean.
     */
    private static final String FIGURES = """
            person as (
                select distinct e.assessment_period_id, e.employee_id
                  from place join __T__.evaluation e using (assessment_period_id, org_unit_id)
            ), chosen as (
                select distinct on (e.assessment_period_id, e.employee_id)
                       e.assessment_period_id, e.org_unit_id, e.evaluation_id, e.predicate
                  from person
                  join __T__.evaluation e using (assessment_period_id, employee_id)
                  join __T__.skp s on s.skp_id = e.skp_id
                  join __T__.assignment a on a.assignment_id = s.assignment_id
                 where e.status = 'FINAL' and e.predicate is not null
                 order by e.assessment_period_id, e.employee_id, a.kind = 'DEFINITIVE' desc, s.ends_on desc,
                          s.starts_on desc, e.final_at desc nulls last, e.evaluation_id desc
            ), counted as (
                select chosen.org_unit_id, chosen.predicate, latest.index_score
                  from chosen join place using (assessment_period_id, org_unit_id)
                  left join lateral (select s.index_score from __T__.suggestion s
                                      where s.evaluation_id = chosen.evaluation_id
                                      order by s.evaluation_run_id desc limit 1) latest on true
            ), figure (org_unit_id, measure, category, person_count, value_sum) as (
                select place.org_unit_id, 'PREDICATE', c.category, count(counted.predicate), cast(null as numeric)
                  from place
                 cross join (values ('VERY_GOOD'), ('GOOD'), ('NEEDS_IMPROVEMENT'), ('POOR'), ('VERY_POOR')) c (category)
                  left join counted on counted.org_unit_id = place.org_unit_id and counted.predicate = c.category
                 group by place.org_unit_id, c.category
                union all
                select place.org_unit_id, 'EVALUATED', 'ALL', count(counted.predicate), null
                  from place left join counted using (org_unit_id) group by place.org_unit_id
                union all
                select place.org_unit_id, 'INDEX', 'ALL', count(index_score), coalesce(sum(index_score), 0)
                  from place left join counted using (org_unit_id) group by place.org_unit_id
            )""";

    private static final String HAND_OVER = """
            national.publish_summary(jsonb_agg(jsonb_build_object(
                'period_code', place.code, 'org_unit_id', place.org_unit_id, 'org_unit_name', place.name,
                'measure', figure.measure, 'category', figure.category,
                'person_count', figure.person_count, 'value_sum', figure.value_sum,
                'published_at', cast(? as timestamptz))))""";

    private static final String PUBLISH = """
            with place as (
                select u.org_unit_id, u.name, p.assessment_period_id, p.code
                  from __T__.org_unit u cross join __T__.assessment_period p
                 where u.org_unit_id = ? and p.code = ?
            ),""" + " " + FIGURES + """

            select 1 from (select""" + " " + HAND_OVER + """

                      from place join figure using (org_unit_id) having count(*) > 0) done""";

    /** Units with evaluations, and units of which something was published: both may have been missed. */
    private static final String PUBLISH_MISSED = """
            with published as (
                select * from national.own_summary(cast(? as text))
            ), place as (
                select u.org_unit_id, u.name, p.assessment_period_id, p.code
                  from __T__.org_unit u cross join __T__.assessment_period p
                 where p.code = ? and (u.org_unit_id in (select org_unit_id from published)
                                       or u.org_unit_id in (select e.org_unit_id from __T__.evaluation e
                                                             where e.assessment_period_id = p.assessment_period_id))
            ),""" + " " + FIGURES + """
            , missed as (
                select distinct org_unit_id
                  from figure left join published using (org_unit_id, measure, category)
                 where (figure.person_count, figure.value_sum)
                       is distinct from (cast(published.person_count as bigint), published.value_sum)
            )
            select number from (select count(distinct org_unit_id) as number,""" + " " + HAND_OVER + """

                      from missed join place using (org_unit_id) join figure using (org_unit_id)
                    having count(*) > 0) done""";

    private static final String UNITS_OF_PERSON = """
            select distinct other.org_unit_id
              from __T__.evaluation e
              join __T__.evaluation other using (assessment_period_id, employee_id)
             where e.evaluation_id = ?""";

    private static final String WHAT_IS_LOCKED =
            "(hashtextextended('publish-summary/' || current_setting('role') || '/' || ?, 0))) turn";
    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock" + WHAT_IS_LOCKED;
    private static final String SHARED_LOCK = "select 1 from (select pg_advisory_xact_lock_shared" + WHAT_IS_LOCKED;

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
        lock(SHARED_LOCK, periodCode);
        lock(LOCK, periodCode + "/" + orgUnitId);
    }

    /** The same for all units of the period at once. */
    void awaitTurns(String periodCode) {
        lock(LOCK, periodCode);
    }

    void publish(String periodCode, UUID orgUnitId, Instant at) {
        entityManager.createNativeQuery(PUBLISH).setParameter(1, orgUnitId).setParameter(2, periodCode)
                .setParameter(3, Timestamp.from(at)).getResultList();
    }

    /** @return how many units differed from what was published and were published anew */
    int publishMissed(String periodCode, Instant at) {
        List<?> units = entityManager.createNativeQuery(PUBLISH_MISSED).setParameter(1, periodCode)
                .setParameter(2, periodCode).setParameter(3, Timestamp.from(at)).getResultList();
        return units.isEmpty() ? 0 : ((Number) units.get(0)).intValue();
    }

    /** Units in which the person of an evaluation is evaluated in its period; the choice between them may have changed. */
    List<UUID> unitsOfPerson(UUID evaluationId) {
        List<?> units = entityManager.createNativeQuery(UNITS_OF_PERSON).setParameter(1, evaluationId).getResultList();
        return units.stream().map(UUID.class::cast).toList();
    }

    /**
     * Whether the period is closed and nobody in it unfinished, those with an extension included; it was archived only
     * then. A single evaluation may be reopened even so; that is a correction.
     */
    boolean isOver(String periodCode) {
        return !entityManager.createNativeQuery("""
                select 1 from __T__.assessment_period p
                 where p.code = ? and (p.status = 'ARCHIVED' or p.status = 'CLOSED'
                   and not exists (select from __T__.evaluation e
                                    where e.assessment_period_id = p.assessment_period_id
                                      and e.status not in ('FINAL', 'EXCLUDED')))""")
                .setParameter(1, periodCode).getResultList().isEmpty();
    }

    /** Tells the nation that the tenant has published all it counts in the period. */
    void finish(String periodCode) {
        entityManager.createNativeQuery("select 1 from (select national.finish_period(?)) done")
                .setParameter(1, periodCode).getSingleResult();
    }

    private void lock(String lock, String what) {
        entityManager.createNativeQuery(lock).setParameter(1, what).getSingleResult();
    }
}
