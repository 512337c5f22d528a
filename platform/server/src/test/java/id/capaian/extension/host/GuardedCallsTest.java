package id.capaian.extension.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.PackFault;
import id.capaian.extension.fuel.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {

    private static final Budget SHORT = within(Duration.ofMillis(50));
    private static final Budget LONG = within(Duration.ofSeconds(20));

    private final GuardedCalls calls =
            new GuardedCalls(Budget.CALCULATION, Duration.ofMillis(300), Duration.ofMillis(100));
    private final Breaker pack = new Breaker(new Turns());
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean looping = true;

    @AfterEach
    void end() throws InterruptedException {
        looping = false;
        for (Thread caller : callers) {
            caller.join();
        }
        calls.close();
    }

    @Test
    void packsThatHangTakeNothingFromTheOthers() {
        for (int i = 0; i < 12; i++) {
            Breaker hanging = new Breaker(new Turns());
            assertEquals(PackFault.Kind.TIMEOUT, faultOf(hanging, SHORT, this::loop));
        }
        assertEquals("fine", calls.call(pack, LONG, () -> "fine"));
    }

    @Test
    void aCallThatDoesNotEndLeavesItsPackAloneUntilItEnds() {
        assertEquals(PackFault.Kind.TIMEOUT, faultOf(pack, SHORT, this::loop));
        assertTrue(pack.turns().isHung());
        assertEquals(PackFault.Kind.SUSPENDED, faultOf(new Breaker(pack.turns()), LONG, () -> "fine"));
        looping = false;
        await(() -> !pack.turns().isHung());
        assertEquals("fine", calls.call(pack, LONG, () -> "fine"));
    }

    @Test
    void aCallThatHeedsItsInterruptIsOnlySlow() {
        assertEquals(PackFault.Kind.TIMEOUT, faultOf(pack, SHORT, () -> {
            Thread.sleep(60_000);
            return "late";
        }));
        assertFalse(pack.turns().isHung());
        assertEquals("fine", calls.call(pack, LONG, () -> "fine"));
    }

    @Test
    void whoFindsNoTurnIsTurnedAwayAndThePackIsNotBlamed() {
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            inBackground(() -> {
                busy.countDown();
                go.await();
                return "slow";
            });
        }
        await(() -> busy.getCount() == 0);
        for (int i = 0; i < 4; i++) {
            assertEquals(PackFault.Kind.OVERLOADED, faultOf(pack, LONG, () -> "never"));
        }
        go.countDown();
        await(() -> callers.stream().noneMatch(Thread::isAlive));
        assertEquals("fine", calls.call(pack, LONG, () -> "fine"));
    }

    @Test
    void theDeadlineCountsFromTheStart() {
        CountDownLatch busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            inBackground(() -> {
                busy.countDown();
                Thread.sleep(150);
                return "slow";
            });
        }
        await(() -> busy.getCount() == 0);
        assertEquals("fine", calls.call(pack, within(Duration.ofMillis(100)), () -> "fine"));
    }

    @Test
    void aBoundedCallRunsOnItsCallersThread() {
        assertEquals(Thread.currentThread(), calls.callBounded(pack, LONG, Thread::currentThread));
    }

    @Test
    void aBoundedCallHasTheFaultsOfAnyOther() {
        assertEquals(PackFault.Kind.FAILED, boundedFault(LONG, () -> {
            throw new IllegalArgumentException("an input that cannot be scored");
        }));
        assertEquals(PackFault.Kind.RECURSION, boundedFault(LONG, () -> {
            throw new StackOverflowError();
        }));
        assertEquals(PackFault.Kind.TIMEOUT, boundedFault(within(Duration.ZERO), () -> "late"));
        assertEquals("fine", calls.callBounded(pack, LONG, () -> "fine"));
    }

    @Test
    void aBoundedCallThatFailsAgainAndAgainIsLeftAloneAndGivesItsTurnsBack() {
        for (int i = 0; i < 3; i++) {
            assertEquals(PackFault.Kind.TIMEOUT, boundedFault(within(Duration.ZERO), () -> "late"));
        }
        assertEquals(PackFault.Kind.SUSPENDED, boundedFault(LONG, () -> "fine"));
        assertEquals("fine", calls.callBounded(new Breaker(pack.turns()), LONG, () -> "fine"));
    }

    private PackFault.Kind boundedFault(Budget budget, Callable<String> code) {
        return assertThrows(PackFault.class, () -> calls.callBounded(pack, budget, code)).kind();
    }

    private void inBackground(Callable<String> code) {
        Thread caller = new Thread(() -> calls.call(pack, LONG, code));
        callers.add(caller);
        caller.start();
    }

    private String loop() {
        while (looping) {
            Thread.onSpinWait();
        }
        return "late";
    }

    private PackFault.Kind faultOf(Breaker breaker, Budget budget, Callable<String> code) {
        return assertThrows(PackFault.class, () -> calls.call(breaker, budget, code)).kind();
    }

    private static Budget within(Duration deadline) {
        return new Budget(deadline, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.deadline().toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }
}
