package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import id.capaian.planning.control.MakePlansInBulk.BulkAnswer;
import id.capaian.planning.entity.Skp;
import id.capaian.registry.Tenants;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A plan's life on a real database with two tenants. */
class PlanMovesTest {

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    @Test
    void goesFromTheSetToForce() {
        PlanState plan = sample.signed();
        assertEquals("ACTIVE", plan.status());
        assertEquals(LocalDate.of(2026, 12, 31), plan.endsOn());
        Plan read = inForce();
        assertEquals("samarinda.health", read.indicatorSet());
        assertEquals(1, read.results().size());
        assertEquals(List.of("SMD.RSP", "SMD.SAT"), read.indicators().map(indicator -> indicator.code()).toList());
        assertEquals(new BigDecimal("24"), read.indicators().findFirst().orElseThrow().target());
        UUID indicatorId = read.indicators().findFirst().orElseThrow().indicatorId();
        sample.asAdmin(wiring -> {
            assertEquals(sample.nurse(), wiring.get(Plans.class).indicator(indicatorId).orElseThrow().employeeId());
            UUID period = wiring.get(Periods.class).current().periodId();
            assertTrue(wiring.get(Plans.class).activeIn(period).stream().anyMatch(planHead ->
                    planHead.skpId().equals(plan.skpId()) && planHead.orgUnitId().equals(sample.unit())));
            assertEquals(List.of(read), wiring.get(Plans.class).plans(List.of(plan.skpId())));
            return null;
        });
    }

    private Plan inForce() {
        return sample.asAdmin(wiring -> wiring.get(Plans.class).activePlanOf(sample.nurse(), Sample.DAY)).orElseThrow();
    }

    private BigDecimal agreedTarget(String code) {
        return inForce().indicators().filter(indicator -> indicator.code().equals(code)).findFirst().orElseThrow()
                .target();
    }

    @Test
    void keepsPlansFromTheOtherTenant() {
        PlanState plan = sample.signed();
        sample.as("tubei", null, Set.of(Roles.REGION_HR_ADMIN), wiring -> {
            assertTrue(wiring.get(Plans.class).plans(List.of(plan.skpId())).isEmpty());
            assertProblem(Problem.NOT_FOUND, () -> wiring.get(ReadPlans.class).one(plan.skpId(), false));
            return null;
        });
    }

    @Test
    void refusesASecondPlanForThePost() {
        sample.signed();
        assertProblem(Problem.CONFLICT, sample::drafted);
    }

    @Test
    void letsOnlyTheRaterDecide() {
        PlanState made = sample.drafted();
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, made, null);
        assertProblem(Problem.SELF_RATING, () -> sample.nurseDoes(PlanMove.APPROVE, sent, null));
        assertProblem(Problem.NOT_THE_RATER, () -> sample.as("samarinda", Sample.id(), Set.of(Roles.RATER),
                wiring -> wiring.get(MovePlan.class).move(PlanMove.APPROVE, sent.skpId(), sent.version(), null, null)));
        assertProblem(Problem.NOT_FOUND, () -> sample.headDoes(PlanMove.WITHDRAW, sent, null));
        assertProblem(Problem.VERSION_STALE, () -> sample.headDoes(PlanMove.APPROVE, made, null));
    }

    @Test
    void goesBackAndForthUntilBothAgree() {
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, sample.drafted(), null);
        PlanState again = sample.nurseDoes(PlanMove.SUBMIT, sample.nurseDoes(PlanMove.WITHDRAW, sent, null), null);
        assertProblem(Problem.REASON_NEEDED, () -> sample.headDoes(PlanMove.RETURN, again, "kurang"));
        PlanState returned = sample.headDoes(PlanMove.RETURN, again, "Target terlalu rendah");
        assertEquals("Target terlalu rendah", returned.note());
        PlanState reworked = sample.nurseDoes(PlanMove.REWORK, returned, null);
        assertEquals("DRAFT", reworked.status());
        assertProblem(Problem.MOVE_NOT_ALLOWED, () -> sample.headDoes(PlanMove.APPROVE, reworked, null));
    }

    @Test
    void goesOnWhenARevisionIsRefused() {
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, sample.signed(), "Sasaran unit berubah");
        assertEquals("REVISION_REQUESTED", asked.status());
        PlanState refused = sample.headDoes(PlanMove.REFUSE_REVISION, asked, "Target masih dapat dicapai");
        assertEquals("ACTIVE", refused.status());
        assertEquals(1, refused.activeVersion());
    }

    @Test
    void agreesOnOtherTargetsBeforeSigning() {
        PlanState made = sample.drafted();
        assertProblem(Problem.INVALID_INPUT, () -> retarget(made, "SMD.RSP", "0"));
        assertProblem(Problem.INVALID_INPUT, () -> retarget(made, "SMD.XXX", "1"));
        retarget(made, "SMD.RSP", "20");
        assertProblem(Problem.VERSION_STALE, () -> retarget(made, "SMD.RSP", "21"));
        PlanSheet sheet = sample.sheet();
        assertEquals(new BigDecimal("20"), sheet.results().get(0).indicators().get(0).target());
        assertFalse(sheet.inForce());
    }

    private PlanState retarget(PlanState plan, String code, String target) {
        return sample.asNurse(wiring -> wiring.get(ChangePlan.class)
                .targets(plan.skpId(), plan.version(), Map.of(code, new BigDecimal(target)), null));
    }

    @Test
    void keepsTheAgreedTargetsWhileARevisionIsPrepared() {
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, sample.signed(), "Sasaran unit berubah");
        PlanState changed = retarget(sample.headDoes(PlanMove.ACCEPT_REVISION, asked, null), "SMD.SAT", "85");
        assertEquals(new BigDecimal("80"), agreedTarget("SMD.SAT"));
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, changed, null);
        PlanSheet newest = sample.asHead(wiring -> wiring.get(ReadPlans.class).one(sent.skpId(), true)).plan();
        assertEquals(2, newest.versionNo());
        sample.headDoes(PlanMove.APPROVE, sent, null);
        assertEquals(new BigDecimal("85"), agreedTarget("SMD.SAT"));
    }

    @Test
    void tellsThePlanOfAMomentWhateverWasRevisedSince() {
        PlanState plan = sample.signed();
        sample.after(1).revised(plan, "SMD.SAT", "85");
        Instant noon = Slice.CLOCK.instant().plus(Duration.ofHours(12));
        assertEquals(new BigDecimal("80"), targetAt(plan, noon));
        assertEquals(new BigDecimal("85"), targetAt(plan, noon.plus(Duration.ofDays(1))));
        assertEquals(new BigDecimal("85"), targetAt(plan, null), "in force now");
        sample.as("tubei", null, Set.of(Roles.REGION_HR_ADMIN), wiring -> {
            assertEquals(List.of(), wiring.get(Plans.class).plansAt(Map.of(plan.skpId(), noon)));
            return null;
        });
    }

    @Test
    void tellsTheDraftOfAPlanThatWasNeverInForceAtAnyMoment() {
        assertEquals(new BigDecimal("80"), targetAt(sample.drafted(), Slice.CLOCK.instant()));
    }

    private BigDecimal targetAt(PlanState plan, Instant moment) {
        return sample.asAdmin(wiring -> wiring.get(Plans.class)
                .plansAt(Collections.singletonMap(plan.skpId(), moment)).get(0)).indicators()
                .filter(indicator -> indicator.code().equals("SMD.SAT")).findFirst().orElseThrow().target();
    }

    @Test
    void takesOverSignedPlansOnce() {
        assertEquals(1, sample.asAdmin(wiring -> wiring.get(MakePlansInBulk.class).run(sample.unit(), true, null))
                .made());
        BulkAnswer again =
                sample.asAdmin(wiring -> wiring.get(MakePlansInBulk.class).run(sample.unit(), true, null));
        assertEquals(0, again.made());
        assertEquals(1, again.hadOne());
        assertEquals("ACTIVE", sample.sheet().status());
        assertEquals("SKP ditandatangani kedua pihak di luar sistem", sample.sheet().note());
    }

    /** A pack may be enabled for some units only (design.md 7): the others keep nobody from a plan. */
    @Test
    void makesPlansWhereAPackIsEnabledAndCountsTheOthers() {
        UUID above = sample.unitAbove();
        sample.withTheHeadIn(above).withPackOnlyIn(sample.unit());
        assertEquals(new BulkAnswer(1, 0, Map.of(), 1), inBulk(above));
        assertEquals("DRAFT", sample.sheet().status());
        assertEquals(new BulkAnswer(0, 1, Map.of(), 1), inBulk(above), "a pack is enabled, if with nothing left to do");
    }

    @Test
    void refusesPlansInBulkWhereNobodyHasAPack() {
        sample.withTheHeadIn(sample.unitAbove()).withoutPack();
        assertProblem(Problem.NO_PACK_ENABLED, () -> inBulk(sample.unit()));
    }

    private BulkAnswer inBulk(UUID unit) {
        return sample.asAdmin(wiring -> wiring.get(MakePlansInBulk.class).run(unit, false, null));
    }

    @Test
    void anApprovedPlanComesIntoForceOnItsFirstDayAndStaysThere() {
        UUID next = sample.approvedForNextYear();
        // New Year's Eve 16:00 in Greenwich is midnight in Samarinda.
        assertEquals("APPROVED", statusAfterActivation(next, "2026-12-31T15:59:00Z"));
        assertEquals("ACTIVE", statusAfterActivation(next, "2026-12-31T16:00:00Z"));
        long version = stored(next).version();
        assertEquals("ACTIVE", statusAfterActivation(next, "2027-01-02T00:00:00Z"));
        assertEquals(version, stored(next).version());
    }

    private String statusAfterActivation(UUID skpId, String moment) {
        sample.asAdmin(wiring -> {
            Clock then = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
            Today day = new Today(wiring.get(Tenants.class), wiring.get(Caller.class), then);
            return new ActivatePlans(wiring.get(EntityManager.class), day).activate();
        });
        return stored(skpId).status().name();
    }

    private Skp stored(UUID skpId) {
        return sample.asAdmin(wiring -> wiring.get(EntityManager.class).find(Skp.class, skpId));
    }
}
