package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.ProgressRow;
import id.capaian.evaluation.boundary.RaterScoreView;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A plan revised after evidence was handed in: the rater still sees it, and it still counts for the objectivity index.
 */
class RevisedPlanSliceTest {

    private final Sample sample = new Sample().withPack(new SlicePack("sha").judgingRaters());

    @Test
    void showsAndCountsWhatWasHandedInBefore() {
        List<EvaluationView> all = sample.opened();
        UUID person = all.get(0).employeeId();
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, person);
        List<ProgressRow> before = seenByRater(all.get(0));
        revise(person);
        assertEquals(before, seenByRater(all.get(0)));
        assertEquals(1, before.get(0).files().size());

        all.forEach(one -> sample.marked(sample.submitted(one), "MEETS"));
        sample.fixOrganisation("GOOD", 0);
        sample.run();
        sample.team().forEach(this::rate);
        RaterScoreView score = sample.asRater(bench -> bench.get(ReadRaterScores.class).in(sample.government.code))
                .get(0);
        assertEquals("1", score.inputs().stream().filter(given -> given.name().equals("items-with-evidence"))
                .findFirst()
                .orElseThrow().value().toPlainString());
    }

    private List<ProgressRow> seenByRater(EvaluationView one) {
        return sample.asRater(bench -> bench.get(ReadEvaluations.class).progress(one.evaluationId()));
    }

    private void rate(EvaluationView one) {
        sample.rated(one, Sample.GOOD);
        sample.asRater(bench -> {
            bench.get(ScoreRater.class).listOf(one.evaluationId());
            return null;
        });
    }

    /** The second version of the plan, with the one indicator it has. */
    private void revise(UUID person) {
        UUID version = UUID.randomUUID();
        UUID result = UUID.randomUUID();
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> {
            write(work.entityManager(), """
                    insert into __T__.skp_version select ?, v.skp_id, 2, v.approach, v.pack_id, v.pack_version,
                        v.indicator_set, null, null, now()
                    from __T__.skp_version v join __T__.skp s on s.skp_id = v.skp_id
                    join __T__.assignment a on a.assignment_id = s.assignment_id
                    where a.employee_id = ?""", version, person);
            write(work.entityManager(), """
                    insert into __T__.work_result (work_result_id, skp_version_id, kind, sequence, title)
                    values (?, ?, 'MAIN', 1, 'Pasien terlayani')""", result, version);
            write(work.entityManager(), """
                    insert into __T__.individual_indicator (individual_indicator_id, origin_id, work_result_id,
                        sequence, code, name, aspect, unit_of_measure, direction, target, weight, attribution)
                    select ?, i.individual_indicator_id, ?, 1, i.code, i.name, i.aspect, i.unit_of_measure, i.direction,
                        i.target, i.weight, i.attribution
                    from __T__.individual_indicator i join __T__.work_result r on r.work_result_id = i.work_result_id
                    join __T__.skp_version v on v.skp_version_id = r.skp_version_id
                    join __T__.skp_version n on n.skp_id = v.skp_id
                    where n.skp_version_id = ? and v.version_no = 1""", UUID.randomUUID(), result, version);
            write(work.entityManager(), """
                    update __T__.skp set active_version = 2
                    where skp_id = (select v.skp_id from __T__.skp_version v where v.skp_version_id = ?)""", version);
            return null;
        });
    }

    private static void write(EntityManager entityManager, String sql, Object... values) {
        var query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
