package id.capaian.evaluation.control;

import id.capaian.evaluation.control.ReadTrial.Person;
import id.capaian.evaluation.control.ReadTrial.Stored;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The people of a period page by page, for trials of a pack. Who was taken out of the period is not among them. */
@ApplicationScoped
class TrialSql {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entityManager;
    private final Caller caller;

    TrialSql() {
        this(null, null);
    }

    @Inject
    TrialSql(EntityManager entityManager, Caller caller) {
        this.entityManager = entityManager;
        this.caller = caller;
    }

    /**
     * A page of people, by evaluation.
     *
     * @param unitIds empty for everywhere
     * @param after   last evaluation of the page before; null for the first page
     */
    List<Person> people(UUID periodId, Collection<UUID> unitIds, UUID after, int most) {
        String units = Json.write(List.copyOf(unitIds));
        List<?> rows = entityManager.createNativeQuery("""
                select e.evaluation_id, e.employee_id, e.org_unit_id, e.status
                from __T__.evaluation e
                where e.assessment_period_id = ? and e.status <> 'EXCLUDED' and e.evaluation_id > ?
                    and (? = '[]' or e.org_unit_id in
                        (select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id))
                order by e.evaluation_id fetch first ? rows only""")
                .setParameter(1, periodId).setParameter(2, after == null ? BEFORE_ALL : after).setParameter(3, units)
                .setParameter(4, units).setParameter(5, most).getResultList();
        return rows.stream().map(Object[].class::cast).map(this::person).toList();
    }

    /** The same with what the newest run suggested for each. */
    List<Stored> stored(UUID periodId, Collection<UUID> unitIds, UUID after, int most) {
        String units = Json.write(List.copyOf(unitIds));
        List<?> rows = entityManager.createNativeQuery("""
                select e.evaluation_id, e.employee_id, e.org_unit_id, e.status, s.outcome, s.result_score,
                    s.behavior_score, s.index_score, s.result_rating, s.behavior_rating, s.reason_code, s.explanation,
                    s.input, r.pack_id || ' ' || r.pack_version
                from (select * from __T__.evaluation
                    where assessment_period_id = ? and status <> 'EXCLUDED' and evaluation_id > ?
                        and (? = '[]' or org_unit_id in
                            (select cast(id as uuid) from jsonb_array_elements_text(cast(? as jsonb)) id))
                    order by evaluation_id fetch first ? rows only) e
                left join lateral (
                    select * from __T__.suggestion n where n.evaluation_id = e.evaluation_id
                    order by n.evaluation_run_id desc fetch first 1 row only) s on true
                left join __T__.evaluation_run r on r.evaluation_run_id = s.evaluation_run_id
                order by e.evaluation_id""")
                .setParameter(1, periodId).setParameter(2, after == null ? BEFORE_ALL : after).setParameter(3, units)
                .setParameter(4, units).setParameter(5, most).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Stored(person(row),
                row[4] == null ? null : Suggestion.Outcome.valueOf((String) row[4]), (BigDecimal) row[5],
                (BigDecimal) row[6], (BigDecimal) row[7], rating(row[8]), rating(row[9]), (String) row[10],
                (String) row[11], (String) row[12], (String) row[13])).toList();
    }

    private Person person(Object[] row) {
        UUID employeeId = (UUID) row[1];
        return new Person((UUID) row[0], employeeId, (UUID) row[2],
                EvaluationStatus.valueOf((String) row[3]).isKnownToThePerson()
                        || caller.employeeIfAny().filter(employeeId::equals).isEmpty());
    }

    private static Rating rating(Object name) {
        return name == null ? null : Rating.valueOf((String) name);
    }
}
