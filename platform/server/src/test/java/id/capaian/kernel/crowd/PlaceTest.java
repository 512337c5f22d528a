package id.capaian.kernel.crowd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Requests of two tenants, some of which work for long. */
class PlaceTest {

    private static final String SAMARINDA = "samarinda";
    private static final String TUBEI = "tubei";
    private static final Limits LIMITS = new Limits(4, 1, 4, 2, Duration.ZERO);

    private final Crowd workers = new Crowd(LIMITS);
    private final Crowd forLong = new Crowd(LIMITS);

    @Test
    void longWorkLeavesItsPlaceToTheOthersOfItsTenant() {
        Place place = come(TUBEI);
        assertEquals(Verdict.LINE_FULL, workers.enter(TUBEI, Rank.READ));
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork());
        assertEquals(Verdict.COME_IN, place.goOnWithLongWork(), "a second long one of the same request");
        assertEquals(1, forLong.working());
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
        assertEquals(1, workers.working());
        place.leave();
        Place others = come(SAMARINDA);
        assertEquals(Verdict.COME_IN, others.goOnWithLongWork());
        others.leave();
        assertEquals(0, workers.working());
        assertEquals(1, forLong.working(), "the first one's");
    }

    private Place come(String line) {
        assertEquals(Verdict.COME_IN, workers.enter(line, Rank.READ));
        return new Place(workers, line, Rank.READ, forLong);
    }
}
