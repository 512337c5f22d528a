package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.boundary.Duty;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.EvaluationView.Act;
import id.capaian.evaluation.boundary.TextInput;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.planning.PeriodArchived;
import id.capaian.planning.PeriodClosed;
import id.capaian.progress.ProgressChanging;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a period comes to its end: handing in, what never came, who is taken out. On a real database, two tenants. */
class PeriodEndSliceTest {

    private static final TextInput REASON = new TextInput("Meninggal dunia");
    private static final int TO_18_DECEMBER = 24;

    private final Sample sample = new Sample();

    private EvaluationView submit(EvaluationView one, boolean confirmed) {
        return sample.as(one.employeeId(), bench -> bench.get(SubmitEvaluation.class)
                .submit(one.evaluationId(), Sample.now(one), confirmed));
    }

    private EvaluationView seenByThePerson(EvaluationView one) {
        return sample.as(one.employeeId(), bench -> bench.get(ReadEvaluations.class).read(one.evaluationId()));
    }

    private EvaluationView begun(EvaluationView one) {
        return sample.asRater(bench -> bench.get(BeginReview.class)
                .withoutSubmission(one.evaluationId(), Sample.now(one)));
    }

    private EvaluationView excluded(EvaluationView one) {
        return sample.admin(bench -> bench.get(ExcludeEvaluation.class)
                .exclude(one.evaluationId(), Sample.now(one), REASON));
    }

    private EvaluationView reinstated(EvaluationView one) {
        return sample.admin(bench -> bench.get(ExcludeEvaluation.class)
                .reinstate(one.evaluationId(), Sample.now(one)));
    }

    /** The one indicator has a value from elsewhere; without it nothing is there. */
    private void forgetValues() {
        Sample.SLICE.inTenant(Sample.HERE, "seed", work -> work.entityManager().createNativeQuery("""
                update __T__.individual_indicator set code = 'SLC.NONE' where individual_indicator_id in (
                    select i.individual_indicator_id from __T__.individual_indicator i
                    join __T__.work_result r on r.work_result_id = i.work_result_id
                    join __T__.skp_version v on v.skp_version_id = r.skp_version_id
                    join __T__.evaluation e on e.skp_id = v.skp_id where e.assessment_period_id = ?)""")
                .setParameter(1, sample.government.period).executeUpdate());
    }

    private List<Duty> duties(EvaluationView one) {
        return sample.as(one.employeeId(), bench -> bench.get(ListDuties.class).mine()).stream()
                .filter(duty -> one.evaluationId().equals(duty.evaluationId())).toList();
    }

    @Test
    void asksBeforeSomethingIsHandedInEarly() {
        EvaluationView one = seenByThePerson(sample.opened().get(0));
        assertTrue(one.submission().early());
        assertEquals(List.of(), one.submission().empty(), "its value came by import");
        Sample.refused(Problem.INVALID_INPUT, () -> submit(one, false));
        assertEquals("SELF_FILLING", seenByThePerson(one).status());
        assertEquals("SELF_SUBMITTED", submit(one, true).status());
        assertNull(seenByThePerson(one).submission());
    }

    @Test
    void asksBeforeSomethingIsHandedInEmptyAndNamesIt() {
        EvaluationView one = sample.opened().get(0);
        sample.after(TO_18_DECEMBER);
        assertFalse(seenByThePerson(one).submission().needsConfirmation());
        forgetValues();
        EvaluationView empty = seenByThePerson(one);
        assertEquals(List.of("Pasien terlayani"), empty.submission().empty());
        assertEquals(1, empty.submission().indicators());
        Sample.refused(Problem.INVALID_INPUT, () -> submit(empty, false));
        sample.government.evidenceOf(Sample.SLICE, Sample.HERE, one.employeeId());
        assertEquals("SELF_SUBMITTED", submit(seenByThePerson(one), false).status());
    }

    @Test
    void asksOnTheHomePageFromTheLastFortnightOn() {
        EvaluationView one = sample.opened().get(0);
        assertEquals(List.of(), duties(one));
        sample.after(TO_18_DECEMBER - 1);
        assertEquals(List.of(), duties(one));
        sample.after(1);
        assertEquals(List.of("SELF_FILLING"), duties(one).stream().map(Duty::kind).toList());
        sample.after(30);
        assertEquals(1, duties(one).size(), "and still when it is over");
    }

    @Test
    void givesASubmissionBackUntilTheRaterBegins() {
        EvaluationView submitted = sample.submitted(sample.opened().get(0));
        EvaluationView own = seenByThePerson(submitted);
        assertTrue(own.may(Act.WITHDRAW_SUBMISSION));
        EvaluationView again = sample.as(own.employeeId(), bench ->
                bench.get(SubmitEvaluation.class).withdraw(own.evaluationId(), Sample.now(own)));
        assertEquals("SELF_FILLING", again.status());
        mayChange(again);
        EvaluationView reviewed = sample.marked(submit(again, true), "MEETS");
        sample.fixOrganisation("GOOD", 0);
        EvaluationView rated = sample.rated(reviewed, Sample.GOOD);
        assertFalse(seenByThePerson(rated).may(Act.WITHDRAW_SUBMISSION));
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> sample.as(own.employeeId(), bench ->
                bench.get(SubmitEvaluation.class).withdraw(own.evaluationId(), Sample.now(rated))));
    }

    private void mayChange(EvaluationView one) {
        sample.as(one.employeeId(), bench -> {
            bench.get(HoldProgress.class).refuse(new ProgressChanging(one.planId(), one.periodId()));
            return null;
        });
    }

    @Test
    void letsTheRaterBeginWithoutASubmissionInGraceAndNotBefore() {
        EvaluationView one = sample.opened().get(0);
        assertFalse(one.may(Act.BEGIN_WITHOUT_SUBMISSION));
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> begun(one));
        sample.government.period(Sample.SLICE, Sample.HERE, "GRACE");
        assertTrue(sample.seenByRater(one.evaluationId()).may(Act.BEGIN_WITHOUT_SUBMISSION));
        EvaluationView begun = begun(one);
        assertEquals("UNDER_REVIEW", begun.status());
        assertTrue(begun.withoutSubmission());
        assertNull(begun.predicate());
        assertTrue(seenByThePerson(one).withoutSubmission(), "the person reads it, too");
        sample.fixOrganisation("GOOD", 0);
        assertEquals("GOOD", sample.rated(sample.marked(begun, "MEETS"), Sample.GOOD).predicate());
    }

    @Test
    void beginsNothingOnceThePeriodIsClosed() {
        EvaluationView one = sample.opened().get(0);
        sample.government.period(Sample.SLICE, Sample.HERE, "CLOSED");
        assertFalse(sample.seenByRater(one.evaluationId()).may(Act.BEGIN_WITHOUT_SUBMISSION));
        Sample.refused(Problem.PERIOD_NOT_OPEN, () -> begun(one));
    }

    @Test
    void onlyTheAgencyTakesOutAndBackIn() {
        EvaluationView one = sample.opened().get(0);
        Sample.refused(Problem.FORBIDDEN, () -> sample.asRater(bench -> bench.get(ExcludeEvaluation.class)
                .exclude(one.evaluationId(), Sample.now(one), REASON)));
        Sample.refused(Problem.FORBIDDEN, () -> sample.as(one.employeeId(), Set.of(Roles.REGION_HR_ADMIN), bench ->
                bench.get(ExcludeEvaluation.class).exclude(one.evaluationId(), Sample.now(one), REASON)));
        Sample.refused(Problem.NOT_FOUND, () -> sample.adminThere(bench -> bench.get(ExcludeEvaluation.class)
                .exclude(one.evaluationId(), Sample.now(one), REASON)));
        EvaluationView out = excluded(one);
        assertEquals("EXCLUDED", out.status());
        assertEquals(Set.of(Act.REINSTATE), out.may());
        assertEquals("Meninggal dunia", seenByThePerson(one).exclusionReason());
        assertEquals(Set.of(), seenByThePerson(one).may());
        Sample.refused(Problem.MOVE_NOT_ALLOWED, () -> mayChange(one));
        assertEquals("SELF_FILLING", reinstated(out).status());
        assertNull(seenByThePerson(one).exclusionReason());
    }

    @Test
    void takesBackInOnlyWhileThePeriodIsNotClosed() {
        EvaluationView out = excluded(sample.opened().get(0));
        sample.government.period(Sample.SLICE, Sample.HERE, "CLOSED");
        Sample.refused(Problem.PERIOD_NOT_OPEN, () -> reinstated(out));
    }

    @Test
    void aPeriodClosesWithoutWhoWasTakenOut() {
        EvaluationView first = sample.opened().get(0);
        sample.fixOrganisation("GOOD", 0);
        EvaluationView out = excluded(sample.ratedGood(first));
        long before = unfinished();
        reinstated(sample.admin(bench -> bench.get(ReadEvaluations.class).read(out.evaluationId())));
        assertEquals(before + 1, unfinished());
    }

    private long unfinished() {
        return (Long) Sample.refused(Problem.EVALUATIONS_UNFINISHED, () -> sample.admin(bench -> {
            bench.get(EntityManager.class).createQuery("""
                    update AssessmentPeriod p set p.status = id.capaian.planning.entity.PeriodStatus.CLOSED
                    where p.id = :id""").setParameter("id", sample.government.period).executeUpdate();
            bench.get(FinishFirst.class).refuse(new PeriodClosed(sample.government.period, sample.government.code));
            return null;
        })).arguments().get(0);
    }

    @Test
    void isNotPutAwayWhileAnybodyIsUnfinishedHoweverLongTheirExtension() {
        sample.opened();
        sample.admin(bench -> bench.get(EntityManager.class).createNativeQuery("""
                insert into __T__.period_extension (assessment_period_id, org_unit_id, open_until, reason)
                select cast(? as uuid), org_unit_id, date '2099-12-31', 'Banjir'
                  from (select distinct org_unit_id from __T__.evaluation where assessment_period_id = ?) units""")
                .setParameter(1, sample.government.period).setParameter(2, sample.government.period).executeUpdate());
        long left = (Long) Sample.refused(Problem.EVALUATIONS_UNFINISHED, () -> sample.admin(bench -> {
            bench.get(FinishFirst.class).refuse(new PeriodArchived(sample.government.period,
                    sample.government.code));
            return null;
        })).arguments().get(0);
        assertTrue(left > 0);
    }

    @Test
    void keepsWhoTookItOutInTheAudit() {
        EvaluationView out = excluded(sample.opened().get(0));
        Object actor = sample.admin(bench -> bench.get(EntityManager.class).createNativeQuery("""
                select actor from __T__.audit_entry where table_name = 'evaluation'
                and row_after ->> 'evaluation_id' = ? and row_after ->> 'exclusion_reason' = 'Meninggal dunia'""")
                .setParameter(1, out.evaluationId().toString()).getSingleResult());
        assertEquals("admin", actor);
    }
}
