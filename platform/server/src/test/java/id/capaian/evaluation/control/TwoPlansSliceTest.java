package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.ReadReadiness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A person with an acting duty beside the definitive post: each plan is evaluated by its own values. Two tenants. */
class TwoPlansSliceTest {

    private final Sample sample = new Sample();
    private final UUID person = sample.government.people.get(0);

    /** Both evaluations of the person, that of the definitive post first. */
    private List<EvaluationView> both() {
        sample.government.actsIn(Sample.SLICE, Sample.HERE, person, sample.government.office);
        Map<UUID, EvaluationView> byUnit = sample.opened().stream().filter(one -> one.employeeId().equals(person))
                .collect(Collectors.toMap(EvaluationView::unitId, Function.identity()));
        return List.of(byUnit.get(sample.government.unit), byUnit.get(sample.government.office));
    }

    /** The rater accepted a value recorded for the plan; it is newer than everything imported. */
    private void accepted(EvaluationView one, String value) {
        UUID entry = UUID.randomUUID();
        write("""
                insert into __T__.progress_entry select ?, v.skp_id, ?, i.individual_indicator_id, 'ACCEPTED', ?,
                    null, null, null, now(), 1
                from __T__.skp_version v
                    join __T__.work_result r on r.skp_version_id = v.skp_version_id
                    join __T__.individual_indicator i on i.work_result_id = r.work_result_id
                where v.skp_id = ?""", entry, one.periodId(), new BigDecimal(value), one.planId());
        write("""
                insert into __T__.indicator_value select ?, 'PERSON', ?, i.code, ?, n.value, 'progress', now(), null,
                    null, 1, 1, 1, n.progress_entry_id, now()
                from __T__.progress_entry n
                    join __T__.individual_indicator i on i.individual_indicator_id = n.individual_indicator_id
                where n.progress_entry_id = ?""", new UUID(-1, UUID.randomUUID().getLeastSignificantBits()), person,
                one.periodId(), entry);
    }

    private static void write(String sql, Object... values) {
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> {
            var query = work.entityManager().createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }

    private EvaluationView seenByThePerson(EvaluationView one) {
        return sample.as(person, bench -> bench.get(ReadEvaluations.class).read(one.evaluationId()));
    }

    @Test
    void computesEachOfWhatWasRecordedForIt() {
        List<EvaluationView> both = both();
        accepted(both.get(0), "80");
        accepted(both.get(1), "40");
        both.forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        assertEquals(2, sample.run().scored());
        assertEquals(List.of("100.00", "50.00"), both.stream().map(one -> sample.seenByRater(one.evaluationId())
                .suggestion().resultScore().toPlainString()).toList());
    }

    @Test
    void whatWasRecordedForOneLeavesTheOtherEmpty() {
        List<EvaluationView> both = both();
        nothingWasImported();
        accepted(both.get(0), "80");
        assertEquals(List.of(), seenByThePerson(both.get(0)).submission().empty());
        assertEquals(List.of("Pasien terlayani"), seenByThePerson(both.get(1)).submission().empty());
    }

    /** Of the indicator of all these plans. */
    private void nothingWasImported() {
        write("""
                update __T__.individual_indicator i set code = 'SLC.NONE'
                from __T__.work_result r, __T__.skp_version v, __T__.evaluation e
                where r.work_result_id = i.work_result_id and v.skp_version_id = r.skp_version_id
                    and e.skp_id = v.skp_id and e.assessment_period_id = ?""", sample.government.period);
    }

    @Test
    void whoRecordedForTheOtherPlanOnlyStillHasNoValue() {
        List<EvaluationView> both = both();
        nothingWasImported();
        accepted(both.get(1), "40");
        assertEquals(3, withoutValue());
        accepted(both.get(0), "80");
        assertEquals(2, withoutValue());
    }

    /** How many of the unit, where three have a plan. */
    private int withoutValue() {
        return sample.admin(bench -> {
            ReadReadiness readiness = bench.get(ReadReadiness.class);
            return readiness.units(readiness.frame(sample.government.code, sample.government.office));
        }).stream().filter(one -> one.unitId().equals(sample.government.unit)).findFirst().orElseThrow().gaps()
                .get(Gap.NO_VALUE);
    }
}
