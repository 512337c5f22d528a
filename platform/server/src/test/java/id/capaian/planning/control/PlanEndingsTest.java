package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.problem.Problem;
import id.capaian.people.AssignmentsEnded;
import id.capaian.people.CivilNumber;
import id.capaian.people.Placement;
import id.capaian.planning.Periods;
import id.capaian.planning.PlanHead;
import id.capaian.planning.Plans;
import id.capaian.planning.control.ReadPlans.MyPlans;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How plans end: with the post, on their last day, by the admin; and how revisions do. On a real database. */
class PlanEndingsTest {

    private static final LocalDate YESTERDAY = Sample.DAY.minusDays(1);

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    private void end(PlanState plan, LocalDate lastDay) {
        sample.endPost(lastDay);
        sample.asAdmin(wiring -> {
            wiring.get(EndPlansWithPosts.class).end(new AssignmentsEnded(Map.of(plan.assignmentId(), lastDay)));
            return null;
        });
    }

    private MyPlans mine() {
        return sample.asNurse(wiring -> wiring.get(ReadPlans.class).mine(null));
    }

    private boolean closesMore() {
        return sample.asAdmin(wiring -> wiring.get(CloseEndedPlans.class).close());
    }

    private List<UUID> evaluatedIn(String period) {
        return sample.asAdmin(wiring -> wiring.get(Plans.class)
                .activeIn(wiring.get(Periods.class).byCode(period).periodId())).stream().map(PlanHead::skpId).toList();
    }

    @Test
    void aTransferClosesTheOldPlanAndOffersTheNew() {
        PlanState old = sample.signed();
        end(old, YESTERDAY);
        UUID newPost = sample.posts("DEFINITIVE", Sample.DAY);
        MyPlans mine = mine();
        assertEquals("CLOSED", mine.shown().plan().status());
        assertEquals(YESTERDAY, mine.shown().plan().endsOn());
        assertEquals(List.of(newPost), mine.posts().unplanned().stream().map(Placement::assignmentId).toList());
        PlanState made = sample.drafted();
        assertEquals(newPost, made.assignmentId());
        assertEquals(Sample.DAY, made.startsOn());
        assertEquals(List.of(made.skpId(), old.skpId()),
                mine().posts().own().plans().stream().map(PlanSheet::skpId).toList());
        assertEquals(List.of(), mine().posts().unplanned());
    }

    @Test
    void theOldPlanIsEvaluatedForItsSpanOnly() {
        PlanState plan = sample.signed();
        end(plan, LocalDate.of(2026, 9, 30));
        assertTrue(evaluatedIn("2026-Q3").contains(plan.skpId()));
        assertFalse(evaluatedIn("2026-Q4").contains(plan.skpId()));
    }

    @Test
    void aPlanNobodyEndedInTimeStillEndsWithItsPost() {
        PlanState plan = sample.signed();
        sample.endPost(LocalDate.of(2026, 9, 30));
        assertFalse(evaluatedIn("2026-Q4").contains(plan.skpId()));
        assertFalse(closesMore());
        assertEquals("CLOSED", sample.sheet().status());
        assertEquals(LocalDate.of(2026, 9, 30), sample.sheet().endsOn());
    }

    @Test
    void anEndThatLiesAheadOnlyShortensThePlan() {
        PlanState plan = sample.signed();
        end(plan, Sample.DAY.plusDays(3));
        assertFalse(closesMore());
        assertEquals("ACTIVE", sample.sheet().status());
        assertEquals(Sample.DAY.plusDays(3), sample.sheet().endsOn());
    }

    @Test
    void theRaterOfTheLastDayStillDecidesAboutAnUnsignedPlan() {
        PlanState sent = sample.nurseDoes(PlanMove.SUBMIT, sample.drafted(), null);
        end(sent, YESTERDAY);
        sample.endRaterLine(YESTERDAY);
        assertEquals(List.of(sent.skpId()), sample.asHead(wiring -> wiring.get(ReadPlans.class).team()).stream()
                .map(ReadPlans.TeamLine::skpId).toList());
        PlanSheet seen = sample.asHead(wiring -> wiring.get(ReadPlans.class).one(sent.skpId(), true)).plan();
        PlanState approved = sample.asHead(wiring -> wiring.get(MovePlan.class)
                .move(PlanMove.APPROVE, sent.skpId(), seen.version(), null, null));
        assertEquals("ACTIVE", approved.status());
        closesMore();
        assertEquals("CLOSED", sample.sheet().status());
        assertEquals(List.of(), sample.asHead(wiring -> wiring.get(ReadPlans.class).team()));
    }

    @Test
    void aPlanOfThePostForLaterIsDropped() {
        PlanState plan = sample.signed();
        UUID next = sample.approvedForNextYear();
        end(plan, YESTERDAY);
        assertEquals(1, mine().posts().own().plans().size());
        assertProblem(Problem.NOT_FOUND, () -> sample.asNurse(wiring -> wiring.get(ReadPlans.class).mine(next)));
    }

    @Test
    void anActingPostHasAPlanOfItsOwn() {
        sample.signed();
        UUID acting = sample.posts("ACTING", Sample.DAY.minusDays(10));
        assertEquals(List.of(acting),
                mine().posts().unplanned().stream().map(Placement::assignmentId).toList());
        PlanState made = sample.asNurse(wiring -> wiring.get(MakePlan.class).forPost(acting, null));
        assertEquals(acting, made.assignmentId());
        assertProblem(Problem.CONFLICT, () -> sample.asNurse(wiring -> wiring.get(MakePlan.class).forPost(acting,
                null)));
        assertProblem(Problem.NOT_FOUND, () -> sample.asHead(wiring -> wiring.get(MakePlan.class).forPost(acting,
                null)));
        assertEquals(made.skpId(), sample.asNurse(wiring -> wiring.get(ReadPlans.class).mine(made.skpId())).shown()
                .plan()
                .skpId());
    }

    @Test
    void aPostWhosePlanWasClosedEarlyGetsOneForTheRest() {
        PlanState plan = sample.signed();
        sample.asAdmin(wiring -> wiring.get(EndPlan.class).close(plan.skpId(), plan.version(), YESTERDAY, null));
        PlanState rest = sample.drafted();
        assertEquals(Sample.DAY, rest.startsOn());
        assertEquals(LocalDate.of(2026, 12, 31), rest.endsOn());
    }

    @Test
    void theAdminClosesAPlanWhoseNextVersionIsPreparedAndTheDraftIsNobodys() {
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, sample.signed(), "Sasaran unit berubah");
        PlanState draft = sample.headDoes(PlanMove.ACCEPT_REVISION, asked, null);
        PlanState closed = sample.asAdmin(wiring -> wiring.get(EndPlan.class)
                .close(draft.skpId(), draft.version(), Sample.DAY, "close-" + draft.skpId()));
        assertEquals("CLOSED", closed.status());
        assertEquals(closed, sample.asAdmin(wiring -> wiring.get(EndPlan.class)
                .close(draft.skpId(), draft.version(), Sample.DAY, "close-" + draft.skpId())), "the kept answer");
        assertEquals(1, sample.asHead(wiring -> wiring.get(ReadPlans.class).one(draft.skpId(), true)).plan()
                .versionNo());
    }

    @Test
    void aRevisionGivenUpLeavesTheAgreedVersion() {
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, sample.signed(), "Sasaran unit berubah");
        PlanState draft = sample.headDoes(PlanMove.ACCEPT_REVISION, asked, null);
        PlanState given = sample.nurseDoes(PlanMove.CANCEL_REVISION, draft, null);
        assertEquals("ACTIVE", given.status());
        assertNull(given.note());
        assertEquals(1, sample.asHead(wiring -> wiring.get(ReadPlans.class).one(draft.skpId(), true)).plan()
                .versionNo());
        assertEquals("DRAFT", sample.headDoes(PlanMove.ACCEPT_REVISION,
                sample.nurseDoes(PlanMove.REQUEST_REVISION, given, "Sasaran unit berubah"), null).status());
    }

    @Test
    void aRefusedRevisionIsMarkedOnThePlan() {
        PlanState asked = sample.nurseDoes(PlanMove.REQUEST_REVISION, sample.signed(), "Sasaran unit berubah");
        PlanState refused = sample.headDoes(PlanMove.REFUSE_REVISION, asked, "Target masih dapat dicapai");
        assertTrue(refused.revisionRejected());
        assertTrue(sample.sheet().revisionRejected());
    }

    @Test
    void theAdminSeesAllPlansOfAPersonAndThatIsNoted() {
        PlanState plan = sample.drafted();
        sample.asAdmin(wiring -> wiring.get(EndPlan.class).cancel(plan.skpId(), plan.version(), null));
        ReadPlans.PersonPlans found = sample.asAdmin(wiring -> wiring.get(ReadPlans.class)
                .ofPerson(new CivilNumber(sample.nurseNumber()))).orElseThrow();
        assertEquals(List.of("CANCELLED"), found.plans().stream().map(PlanSheet::status).toList());
        assertEquals(1, (int) sample.asNurse(wiring -> wiring.get(AccessLog.class)
                .of(sample.nurse(), 10).size()));
    }
}
