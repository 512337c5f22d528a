package id.capaian.planning.control;

import static id.capaian.planning.control.Sample.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.audit.AccessLog;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who reads a plan and what they see, on a real database. */
class PlanReadsTest {

    private final Sample sample = Sample.aNurseAndTheHeadWhoRatesHer();

    @Test
    void notesWhoReadSomebodysPlan() {
        PlanState plan = sample.signed();
        sample.asNurse(wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), false));
        sample.asHead(wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), false));
        assertEquals(1, (int) sample.asNurse(wiring -> wiring.get(AccessLog.class).of(sample.nurse(), 10).size()));
        assertProblem(Problem.NOT_FOUND, () -> sample.as("samarinda", Sample.id(), Set.of(Roles.EMPLOYEE),
                wiring -> wiring.get(ReadPlans.class).one(plan.skpId(), false)));
    }

    @Test
    void printsTheSevenValues() {
        sample.signed();
        List<BehaviorLine> behavior = sample.asNurse(wiring -> wiring.get(ReadPlans.class).mine(null).shown())
                .behavior();
        assertEquals(7, behavior.size());
        assertEquals("Berorientasi Pelayanan", behavior.get(0).nameId());
        assertEquals(3, behavior.get(0).conductPoints().size());
        assertNull(behavior.get(0).expectation());
    }

    @Test
    void listsTheTeamOfTheRater() {
        PlanState plan = sample.signed();
        assertEquals(List.of(plan.skpId()), sample.asHead(wiring -> wiring.get(ReadPlans.class).team()).stream()
                .map(ReadPlans.TeamLine::skpId).toList());
    }

    @Test
    void saysThatThePlanOfTheLeaderIsMissing() {
        sample.drafted();
        assertFalse(sample.sheet().aligned());
        assertFalse(sample.asHead(wiring -> wiring.get(ReadPlans.class).team()).get(0).aligned());
        sample.withThePlanOfTheHead();
        assertTrue(sample.sheet().aligned());
        assertTrue(sample.asHead(wiring -> wiring.get(ReadPlans.class).team()).get(0).aligned());
    }
}
