package id.capaian.evaluation.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantCode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each tenant tries a pack at a time, and none waits for another tenant. */
class TrialTurnsTest {

    private final Caller caller = new Caller();
    private final TrialTurns turns = new TrialTurns(caller);

    private void callerOf(String tenant) {
        caller.signedOn(new TenantCode(tenant), "anna", "anna", null, Set.of());
    }

    @Test
    void aSecondTrialOfTheTenantIsRefusedAndOneOfAnotherIsNot() {
        callerOf("samarinda");
        String found = turns.alone(() -> {
            assertEquals(Problem.TRIAL_UNDER_WAY, assertThrows(ProblemException.class, () ->
                    turns.alone(() -> "second")).problem());
            callerOf("tubei");
            String other = turns.alone(() -> "other");
            callerOf("samarinda");
            return other;
        });
        assertEquals("other", found);
        assertEquals("next", turns.alone(() -> "next"));
    }

    @Test
    void aTrialThatFailsIsOverToo() {
        callerOf("samarinda");
        assertThrows(IllegalStateException.class, () -> turns.alone(() -> {
            throw new IllegalStateException("on purpose");
        }));
        assertEquals("next", turns.alone(() -> "next"));
    }
}
