package id.capaian.kernel.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.Wiring;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Keys of writes on a real database with two tenants. */
class OnceSliceTest {

    private record Asked(String what) {
    }

    private record Answer(int number) {
    }

    private final Slice slice = Slice.ofTwoTenants();
    private final AtomicInteger writes = new AtomicInteger();
    private final String subject = "subject-" + UUID.randomUUID();

    private int write(String tenant, String key, String what) {
        return write(tenant, key, new Asked(what));
    }

    private int write(String tenant, String key, Object asked) {
        return slice.inTenant(tenant, subject, unit -> Wiring.of(unit).get(Once.class)
                .perform(key, asked, Answer.class, () -> new Answer(writes.incrementAndGet()))).number();
    }

    private boolean forgetAfter(String tenant, Duration time) {
        return slice.inTenant(tenant, "job", unit -> Wiring.of(new Slice.Unit(unit.entityManager(), unit.caller(),
                Clock.offset(unit.clock(), time))).get(ForgetKeys.class).forget());
    }

    @Test
    void answersARepeatedWriteFromMemory() {
        assertEquals(1, write("samarinda", "k", "this"));
        assertEquals(1, write("samarinda", "k", "this"));
        assertEquals(2, write("samarinda", null, "this"));
        assertEquals(Problem.IDEMPOTENCY_KEY_REUSED,
                assertThrows(ProblemException.class, () -> write("samarinda", "k", "that")).problem());
        assertEquals(3, write("tubei", "k", "that"), "each tenant has keys of its own");
    }

    /** Another node may have them in another order. */
    @Test
    void knowsAMapAgainWhateverOrderItIsIn() {
        Map<String, Integer> one = new LinkedHashMap<>(Map.of("kind", 1));
        one.put("file", 2);
        Map<String, Integer> other = new LinkedHashMap<>(Map.of("file", 2));
        other.put("kind", 1);
        assertEquals(1, write("tubei", "k", one));
        assertEquals(1, write("tubei", "k", other));
    }

    @Test
    void forgetsAWeekLaterAndNotBefore() {
        write("samarinda", "k", "this");
        assertFalse(forgetAfter("samarinda", ForgetKeys.KEPT));
        assertEquals(1, write("samarinda", "k", "this"));
        assertFalse(forgetAfter("tubei", ForgetKeys.KEPT.plusDays(1)));
        assertEquals(1, write("samarinda", "k", "this"));
        assertFalse(forgetAfter("samarinda", ForgetKeys.KEPT.plusSeconds(1)));
        assertEquals(2, write("samarinda", "k", "this"));
    }
}
