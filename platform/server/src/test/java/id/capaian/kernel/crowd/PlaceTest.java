package id.capaian.kernel.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests of two tenants, some of which work for long. */
class PlaceTest {

    private static final String SAMARINDA = "samarinda";
    private static final String TUBEI = "tubei";
    private static final Limits LIMITS = new Limits(4, 1, 1, 4, 2, Duration.ZERO);

    private final List<Verdict> refused = new ArrayList<>();
    private final Crowd workers = new Crowd(LIMITS, (why, rank) -> { }, line -> 0);
    private final Crowd forLong = new Crowd(LIMITS, (why, rank) -> refused.add(why), line -> 0);

    @Test
    void longWorkLeavesItsPlaceToTheOthersOfItsTenant() {
        Place place = come(TUBEI);
        assertEquals(Verdict.LINE_FULL, workers.enter(TUBEI, Rank.READ));
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork());
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork(), "a second long one of the same request");
        place.longWorkIsOver();
        place.longWorkIsOver();
        assertEquals(1, forLong.working(), "until the request is over: it has no other place");
        assertEquals(Verdict.COME_IN, workers.enter(TUBEI, Rank.READ));
        place.leave();
        assertEquals(0, forLong.working());
        assertEquals(1, workers.working(), "the other's");
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork());
        assertEquals(0, forLong.working(), "what was given back is not changed");
    }

    @Test
    void whoIsRefusedKeepsThePlaceItHasUntilItEnds() {
        forLong.enter(TUBEI, Rank.WRITE);
        Place place = come(TUBEI);
        assertEquals(Verdict.LINE_FULL, place.goOnWithLongWork());
        assertEquals(List.of(Verdict.LINE_FULL), refused);
        assertEquals(1, workers.working());
        place.leave();
        Place others = come(SAMARINDA);
        assertEquals(Verdict.COME_IN, others.goOnWithLongWork());
        others.leave();
        assertEquals(0, workers.working());
        assertEquals(1, forLong.working(), "the first one's");
    }

    @Test
    void whoSendsAFileToASlowTelephoneHoldsNoPlaceForLongWorkMeanwhile() {
        workers.enter(TUBEI, Rank.READ);
        Place place = new Place(workers, TUBEI, Rank.READ, forLong, true);
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork());
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork(), "within it");
        place.longWorkIsOver();
        assertEquals(List.of(1, 1), List.of(workers.working(), forLong.working()));
        place.longWorkIsOver();
        assertEquals(List.of(1, 0), List.of(workers.working(), forLong.working()));
        place.leave();
        assertEquals(0, workers.working());
    }

    private Place come(String line) {
        assertEquals(Verdict.COME_IN, workers.enter(line, Rank.READ));
        return new Place(workers, line, Rank.READ, forLong, false);
    }
}
