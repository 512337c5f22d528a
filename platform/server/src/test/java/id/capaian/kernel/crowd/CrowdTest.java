package id.capaian.kernel.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests of two tenants before few places. */
class CrowdTest {

    private static final String SAMARINDA = "samarinda";
    private static final String TUBEI = "tubei";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration NOTHING = Duration.ZERO;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Double> parts = new HashMap<>();
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void placesAreGivenUntilTheShareIsUsedAndOthersStillComeIn() {
        Crowd crowd = crowd(4, 2, 4, 2, NOTHING);
        assertEquals(Verdict.COME_IN, crowd.enter(SAMARINDA, Rank.READ));
        assertEquals(Verdict.COME_IN, crowd.enter(SAMARINDA, Rank.READ));
        assertEquals(Verdict.LINE_FULL, crowd.enter(SAMARINDA, Rank.READ));
        assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.BACKGROUND));
        assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.WRITE));
        assertEquals(Verdict.NODE_FULL, crowd.enter("pariaman", Rank.BACKGROUND));
        assertEquals(4, crowd.working());
        assertEquals(List.of("LINE_FULL READ", "NODE_FULL BACKGROUND"), refused);
    }

    @Test
    void aLineHoldsMoreWhileNobodyOfAnotherComes() {
        AtomicLong now = new AtomicLong();
        Crowd crowd = crowd(new Limits(8, 1, 2, 4, 2, NOTHING), now::get);
        assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.READ));
        assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.READ));
        assertEquals(Verdict.LINE_FULL, crowd.enter(TUBEI, Rank.READ), "more, but not all");
        assertEquals(Verdict.COME_IN, crowd.enter(SAMARINDA, Rank.READ));
        crowd.leave(TUBEI);
        assertEquals(Verdict.LINE_FULL, crowd.enter(TUBEI, Rank.READ), "somebody else came");
        crowd.leave(SAMARINDA);
        now.addAndGet(Duration.ofMillis(999).toNanos());
        crowd.leave(TUBEI);
        assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.READ));
        assertEquals(Verdict.LINE_FULL, crowd.enter(TUBEI, Rank.READ), "and may come again");
        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.READ));
    }

    @Test
    void slowWorkOfALineDoesNotKeepItsOthersOut() throws Exception {
        Crowd crowd = crowd(new Limits(8, 1, 2, 4, 2, LONG), System::nanoTime);
        crowd.enter(SAMARINDA, Rank.READ);
        crowd.enter(TUBEI, Rank.READ);
        Future<Verdict> behind = waits(crowd, TUBEI, Rank.READ, new ArrayList<>());
        assertEquals(Verdict.COME_IN, behind.get(), "though nobody leaves");
        assertEquals(List.of(), refused);
    }

    @Test
    void whoWaitsForALineAloneAgainComesInWithTheNextPlace() throws Exception {
        AtomicLong now = new AtomicLong();
        Crowd crowd = crowd(new Limits(4, 1, 2, 4, 2, LONG), now::get);
        crowd.enter(SAMARINDA, Rank.READ);
        crowd.enter(TUBEI, Rank.READ);
        crowd.leave(SAMARINDA);
        Future<Verdict> first = waits(crowd, TUBEI, Rank.READ, new ArrayList<>());
        Future<Verdict> second = threads.submit(() -> crowd.enter(TUBEI, Rank.READ));
        await(crowd, 2);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        crowd.leave(TUBEI);
        assertEquals(Verdict.COME_IN, first.get());
        assertEquals(Verdict.COME_IN, second.get());
    }

    @Test
    void aPlaceGivenBackIsGivenAgain() {
        Crowd crowd = crowd(2, 1, 2, 1, NOTHING);
        for (int i = 0; i < 5; i++) {
            assertEquals(Verdict.COME_IN, crowd.enter(TUBEI, Rank.READ));
            crowd.leave(TUBEI);
        }
        assertEquals(0, crowd.working());
    }

    @Test
    void nobodyIsRememberedWhoIsNotHere() {
        Crowd crowd = crowd(2, 1, 2, 1, NOTHING);
        crowd.enter(TUBEI, Rank.READ);
        crowd.enter(SAMARINDA, Rank.READ);
        for (int i = 0; i < 1000; i++) {
            assertEquals(Verdict.NODE_FULL, crowd.enter("word" + i, Rank.READ));
        }
        assertEquals(2, crowd.lines());
        crowd.leave(TUBEI);
        crowd.leave(SAMARINDA);
        assertEquals(0, crowd.lines());
    }

    @Test
    void whoCameFirstComesInFirstAndProgramsAfterPeople() throws Exception {
        Crowd crowd = crowd(3, 2, 100, 10, LONG);
        crowd.enter("pariaman", Rank.READ);
        crowd.enter("pariaman", Rank.READ);
        crowd.enter("mulyorejo", Rank.READ);
        List<String> order = new ArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        all.add(waits(crowd, SAMARINDA, Rank.BACKGROUND, order));
        all.add(waits(crowd, SAMARINDA, Rank.WRITE, order));
        all.add(waits(crowd, TUBEI, Rank.WRITE, order));
        all.add(waits(crowd, SAMARINDA, Rank.READ, order));
        crowd.leave("mulyorejo");
        for (Future<?> one : all) {
            one.get();
        }
        assertEquals(List.of("samarinda WRITE", "tubei WRITE", "samarinda READ", "samarinda BACKGROUND"), order);
        assertEquals(0, crowd.waiting());
    }

    @Test
    void aLineThatTakesMoreThanItsPartOfTheRoomComesInAfterOthers() throws Exception {
        Crowd crowd = crowd(new Limits(3, 2, 2, 48, 10, LONG), () -> 0);
        crowd.enter("pariaman", Rank.READ);
        crowd.enter("pariaman", Rank.READ);
        crowd.enter("mulyorejo", Rank.READ);
        List<String> order = new ArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(waits(crowd, SAMARINDA, Rank.READ, order));
        }
        all.add(waits(crowd, TUBEI, Rank.WRITE, order));
        all.add(waits(crowd, TUBEI, Rank.BACKGROUND, order));
        crowd.leave("mulyorejo");
        for (Future<?> one : all) {
            one.get();
        }
        assertEquals(List.of("tubei WRITE", "samarinda READ", "samarinda READ", "samarinda READ", "samarinda READ",
                "tubei BACKGROUND"), order);
    }

    @Test
    void aFullLineSendsItsLowestRankAwayForAHigherOne() throws Exception {
        Crowd crowd = crowd(2, 1, 4, 2, LONG);
        crowd.enter(TUBEI, Rank.READ);
        List<String> order = new ArrayList<>();
        Future<Verdict> write = waits(crowd, TUBEI, Rank.WRITE, order);
        Future<Verdict> background = waits(crowd, TUBEI, Rank.BACKGROUND, order);
        Future<Verdict> read = threads.submit(() -> enterAndNote(crowd, TUBEI, Rank.READ, order));
        assertEquals(Verdict.LINE_FULL, background.get());
        assertEquals(Verdict.LINE_FULL, crowd.enter(TUBEI, Rank.BACKGROUND));
        assertEquals(Verdict.LINE_FULL, crowd.enter(TUBEI, Rank.WRITE), "it came after its like");
        await(crowd, 2);
        crowd.leave(TUBEI);
        assertEquals(Verdict.COME_IN, read.get());
        assertEquals(Verdict.COME_IN, write.get());
    }

    @Test
    void aFullNodeMakesRoomInTheLongestLine() throws Exception {
        Crowd crowd = crowd(2, 1, 3, 3, LONG);
        crowd.enter(SAMARINDA, Rank.READ);
        crowd.enter(TUBEI, Rank.READ);
        List<String> order = new ArrayList<>();
        List<Future<Verdict>> storm = IntStream.range(0, 3)
                .mapToObj(i -> waits(crowd, SAMARINDA, Rank.READ, order)).toList();
        Future<Verdict> other = threads.submit(() -> enterAndNote(crowd, TUBEI, Rank.BACKGROUND, order));
        assertEquals(Verdict.NODE_FULL, storm.get(2).get(), "the last of the longest line");
        crowd.leave(TUBEI);
        assertEquals(Verdict.COME_IN, other.get());
        crowd.leave(SAMARINDA);
        assertEquals(Verdict.COME_IN, storm.get(0).get());
        assertEquals(Verdict.COME_IN, storm.get(1).get());
    }

    @Test
    void aFullNodeOfManyLinesSendsTheLowestRankOfAllAway() throws Exception {
        Crowd crowd = crowd(2, 1, 3, 3, LONG);
        crowd.enter(SAMARINDA, Rank.READ);
        crowd.enter(TUBEI, Rank.READ);
        List<String> order = new ArrayList<>();
        Future<Verdict> background = waits(crowd, "mulyorejo", Rank.BACKGROUND, order);
        Future<Verdict> write = waits(crowd, "pariaman", Rank.WRITE, order);
        Future<Verdict> read = waits(crowd, "tangsel", Rank.READ, order);
        assertEquals(Verdict.NODE_FULL, crowd.enter("sixth", Rank.BACKGROUND), "nobody is lower");
        Future<Verdict> later = threads.submit(() -> enterAndNote(crowd, "sixth", Rank.WRITE, order));
        assertEquals(Verdict.NODE_FULL, background.get(), "background before writes");
        await(crowd, 3);
        Future<Verdict> last = threads.submit(() -> enterAndNote(crowd, "seventh", Rank.READ, order));
        assertEquals(Verdict.NODE_FULL, later.get(), "of two writes the one whose turn is later");
        await(crowd, 3);
        crowd.leave(SAMARINDA);
        crowd.leave(TUBEI);
        for (Future<Verdict> served : List.of(write, read, last)) {
            assertEquals(Verdict.COME_IN, served.get());
        }
    }

    @Test
    void aLineOfManyPeopleHoldsItsPartOfThePlacesHalfAtMost() {
        parts.put(SAMARINDA, 0.9);
        Limits limits = new Limits(8, 1, 2, 4, 2, NOTHING);
        Crowd crowd = crowd(limits, () -> 0);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            verdicts.add(crowd.enter(SAMARINDA, Rank.READ));
        }
        assertEquals(4, Collections.frequency(verdicts, Verdict.COME_IN));
        assertEquals(Verdict.LINE_FULL, verdicts.get(4));
        assertEquals(2, limits.placesDue(0.3));
        assertEquals(0, limits.placesDue(0), "its share is larger");
        assertEquals(1, new Limits(2, 1, 1, 4, 2, NOTHING).placesDue(1));
    }

    @Test
    void aFullNodeLeavesALineOfManyPeopleMoreRoom() throws Exception {
        parts.put(SAMARINDA, 0.75);
        Crowd crowd = crowd(2, 1, 4, 2, LONG);
        crowd.enter("pariaman", Rank.READ);
        crowd.enter("mulyorejo", Rank.READ);
        List<String> order = new ArrayList<>();
        List<Future<Verdict>> all = new ArrayList<>(IntStream.range(0, 3)
                .mapToObj(i -> waits(crowd, SAMARINDA, Rank.READ, order)).toList());
        assertEquals(Verdict.LINE_FULL, crowd.enter(SAMARINDA, Rank.READ), "three, though a line is of two");
        all.add(waits(crowd, TUBEI, Rank.READ, order));
        assertEquals(Verdict.NODE_FULL, crowd.enter(TUBEI, Rank.READ), "three of many people take less than two of few");
        crowd.leave("mulyorejo");
        for (Future<Verdict> one : all) {
            assertEquals(Verdict.COME_IN, one.get());
        }
    }

    @Test
    void writesKeepAQuarterOfTheRoomFromReads() throws Exception {
        Crowd crowd = crowd(2, 1, 4, 4, LONG);
        crowd.enter("pariaman", Rank.READ);
        crowd.enter("mulyorejo", Rank.READ);
        List<String> order = new ArrayList<>();
        List<Future<Verdict>> writes = new ArrayList<>();
        for (String line : List.of("a", "b", "c", "d")) {
            writes.add(waits(crowd, line, Rank.WRITE, order));
        }
        List<Future<Verdict>> reads = new ArrayList<>();
        for (int i = 3; i > 0; i--) {
            String line = "read" + i;
            reads.add(threads.submit(() -> enterAndNote(crowd, line, Rank.READ, order)));
            assertEquals(Verdict.NODE_FULL, writes.get(i).get(), "the last that came");
            await(crowd, 4);
        }
        assertEquals(Verdict.NODE_FULL, crowd.enter("late", Rank.READ), "there is one write left");
        crowd.leave("mulyorejo");
        assertEquals(Verdict.COME_IN, writes.get(0).get());
        for (Future<Verdict> read : reads) {
            assertEquals(Verdict.COME_IN, read.get());
        }
    }

    @Test
    void underFireNoPlaceIsLostAndNoShareExceeded() throws Exception {
        Crowd crowd = crowd(4, 2, 12, 6, Duration.ofMillis(1));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "tenant" + i % 3;
            Rank rank = Rank.values()[i % Rank.values().length];
            all.add(threads.submit(() -> {
                for (int turn = 0; turn < 500; turn++) {
                    if (crowd.enter(name, rank) == Verdict.COME_IN) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                        crowd.leave(name);
                        served.incrementAndGet();
                    } else {
                        refused.incrementAndGet();
                    }
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertEquals(24 * 500, served.get() + refused.get());
        assertTrue(served.get() > 0);
        assertTrue(most.get() <= 4, "at once: " + most);
        assertEquals(0, crowd.working());
        assertEquals(0, crowd.waiting());
        assertEquals(0, crowd.lines());
    }

    @Test
    void whoIsInterruptedIsRefusedAndLeavesNothing() throws Exception {
        Crowd crowd = crowd(2, 1, 2, 1, LONG);
        crowd.enter(TUBEI, Rank.READ);
        Future<Verdict> waits = waits(crowd, TUBEI, Rank.READ, new ArrayList<>());
        assertFalse(waits.isDone());
        waits.cancel(true);
        await(crowd, 0);
        crowd.leave(TUBEI);
        assertEquals(0, crowd.lines());
    }

    @Test
    void limitsThatLetOneLineHoldEverythingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(4, 2, 4, 8, 4, LONG));
        assertThrows(IllegalArgumentException.class, () -> new Limits(4, 2, 2, 3, 4, LONG));
        assertEquals(8, Limits.places(2));
        assertEquals(60, Limits.places(32));
        assertThrows(IllegalArgumentException.class, () -> new Limits(4, 2, 1, 8, 4, LONG));
        assertEquals(1, Limits.share(8));
        assertEquals(4, Limits.share(32));
        assertEquals(1, Limits.share(2));
        assertEquals(2, Limits.alone(8, 1));
        assertEquals(3, Limits.alone(4, 2));
        assertEquals(1, Limits.alone(2, 1));
    }

    private Crowd crowd(int places, int share, int waiting, int line, Duration patience) {
        return crowd(new Limits(places, share, share, waiting, line, patience), System::nanoTime);
    }

    private Crowd crowd(Limits limits, LongSupplier nanoTime) {
        return new Crowd(limits, (why, rank) -> refused.add(why + " " + rank),
                line -> parts.getOrDefault(line, 0.0), nanoTime);
    }

    /** Comes back when it waits. */
    private Future<Verdict> waits(Crowd crowd, String name, Rank rank, List<String> order) {
        int before = crowd.waiting();
        Future<Verdict> waits = threads.submit(() -> enterAndNote(crowd, name, rank, order));
        await(crowd, before + 1);
        return waits;
    }

    private static void await(Crowd crowd, int waiting) {
        while (crowd.waiting() != waiting) {
            Thread.onSpinWait();
        }
    }

    private static Verdict enterAndNote(Crowd crowd, String name, Rank rank, List<String> order) {
        Verdict verdict = crowd.enter(name, rank);
        if (verdict == Verdict.COME_IN) {
            synchronized (order) {
                order.add(name + " " + rank);
            }
            crowd.leave(name);
        }
        return verdict;
    }
}
