package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.planning.PeriodClosed;
import id.capaian.planning.PeriodOpened;
import id.capaian.planning.PeriodUnfinished;
import id.capaian.planning.PeriodUnfinished.Piece;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Evaluations come into being once each, and begin when their period opens. */
class OpeningSliceTest {

    private final Sample sample = new Sample();

    @Test
    void opensEachPlanOnceHoweverOftenAsked() {
        String code = sample.government.code;
        var first = sample.admin(bench -> bench.get(OpenEvaluations.class).open(code, null));
        // Other tests' governments live in this tenant too: there may be more plans than ours.
        assertTrue(first.opened() >= 3);
        assertEquals(3, sample.team().size());
        var again = sample.admin(bench -> bench.get(OpenEvaluations.class).open(code, "key-" + code));
        assertEquals(0, again.opened());
        assertEquals(first.opened(), again.unchanged());
        assertEquals(again, sample.admin(bench -> bench.get(OpenEvaluations.class).open(code, "key-" + code)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(OpenEvaluations.class).open(code, null)));
    }

    @Test
    void theOldRaterEvaluatesAPlanThatEndedWithThePost() {
        SliceGovernment government = sample.government;
        government.endPost(Sample.SLICE, Sample.HERE, government.people.get(0), "2026-11-10");
        assertEquals(3, sample.opened().size());
        sample.admin(bench -> {
            bench.get(SweepTerms.class).takeOverUnrated();
            return null;
        });
        assertEquals(3, sample.team().size());
    }

    @Test
    void saysHowManyNobodyIsSetToRate() {
        SliceGovernment government = sample.government;
        government.dropRater(Sample.SLICE, Sample.HERE, government.people.get(0));
        var opened = sample.admin(bench -> bench.get(OpenEvaluations.class).open(government.code, null));
        assertEquals(2, sample.team().size());
        assertTrue(opened.withoutRater() > 0);
        assertEquals(opened.withoutRater(), withoutRater(Set.of(Roles.REGION_HR_ADMIN)));
        assertEquals(0, withoutRater(Set.of(Roles.RATER)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench ->
                bench.get(ReadEvaluations.class).withoutRater(government.code)));
    }

    private long withoutRater(Set<String> roles) {
        return sample.as(null, roles, bench ->
                bench.get(ReadEvaluations.class).withoutRater(sample.government.code));
    }

    @Test
    void beginsWhenThePeriodOpens() {
        sample.government.period(Sample.SLICE, Sample.HERE, "PLANNED");
        assertEquals("NOT_STARTED", sample.opened().get(0).status());
        sample.government.period(Sample.SLICE, Sample.HERE, "OPEN");
        periodOpens();
        assertEquals("SELF_SUBMITTED", sample.submitted(sample.team().get(0)).status());
        periodOpens();
        assertEquals("SELF_SUBMITTED", sample.team().get(0).status());
    }

    @Test
    void aPeriodClosesOnlyWhenAllIsFinalOrExtended() {
        SliceGovernment neighbour = new SliceGovernment().in(Sample.SLICE, Sample.THERE);
        sample.opened();
        var unfinished = Sample.refused(Problem.EVALUATIONS_UNFINISHED, this::close);
        sample.adminThere(bench -> close(bench, neighbour));
        extend("select cast(? as uuid), org_unit_id from __T__.org_unit where org_unit_id = ?",
                sample.government.office);
        var fewer = Sample.refused(Problem.EVALUATIONS_UNFINISHED, this::close);
        assertEquals(3L, (Long) unfinished.arguments().get(0) - (Long) fewer.arguments().get(0));
        extend("select distinct cast(? as uuid), org_unit_id from __T__.evaluation where org_unit_id <> ?",
                sample.government.unit);
        close();
    }

    @Test
    void saysWhoKeepsAPeriodFromClosingAndWhereTheyStand() {
        EvaluationView first = sample.opened().get(0);
        sample.submitted(first);
        extend("select distinct cast(? as uuid), org_unit_id from __T__.evaluation where org_unit_id <> ?",
                sample.government.unit);
        PeriodUnfinished refusal = (PeriodUnfinished) Sample.refused(Problem.EVALUATIONS_UNFINISHED, this::close);
        assertEquals(3, refusal.count());
        assertEquals(3, refusal.pieces().size());
        assertTrue(refusal.pieces().contains(new Piece(first.employeeName(), "Puskesmas",
                "evaluation.status.SELF_SUBMITTED", "/tim/" + first.evaluationId())), refusal.pieces()::toString);
    }

    private void extend(String units, UUID unit) {
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> work.entityManager().createNativeQuery(
                "insert into __T__.period_extension select u.*, date '2027-01-31', 'Banjir' from (" + units + ") u"
                        + " on conflict do nothing")
                .setParameter(1, sample.government.period.toString()).setParameter(2, unit).executeUpdate());
    }

    private void close() {
        sample.admin(bench -> close(bench, sample.government));
    }

    private static Object close(Bench bench, SliceGovernment government) {
        bench.get(EntityManager.class).createQuery("""
                update AssessmentPeriod p set p.status = id.capaian.planning.entity.PeriodStatus.CLOSED
                where p.id = :id""").setParameter("id", government.period).executeUpdate();
        bench.get(FinishFirst.class).refuse(new PeriodClosed(government.period, government.code));
        return government;
    }

    private void periodOpens() {
        sample.admin(bench -> {
            bench.get(BeginEvaluations.class).begin(new PeriodOpened(sample.government.period));
            return null;
        });
    }
}
