package id.capaian.extension.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which binding holds, which would hold in its place, and to which one goes back. */
class InForceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final String SPRING = "2026-01-01";
    private static final String SUMMER = "2026-07-01";
    private static final String AUTUMN = "2026-10-01";

    private int serial;

    @Test
    void theNewestThatHasBegunHolds() {
        OwnBinding old = bound(null, "1.0.0", SPRING, true);
        OwnBinding now = bound(null, "1.1.0", SUMMER, true);
        OwnBinding later = bound(null, "2.0.0", AUTUMN, true);
        InForce bindings = new InForce(List.of(old, now, later), TODAY, pack -> true);
        assertEquals(Optional.of(now), bindings.of(null));
        assertTrue(bindings.isInForce(now));
        assertFalse(bindings.isInForce(old) || bindings.isInForce(later));
        assertEquals(Optional.empty(), bindings.of(Chart.CENTRE), "a unit without a binding of its own");
    }

    @Test
    void oneWhosePackIsRefusedStandsBackBehindTheOneBefore() {
        OwnBinding old = bound(null, "1.0.0", SPRING, true);
        OwnBinding broken = bound(null, "1.1.0", SUMMER, true);
        assertEquals(Optional.of(old), new InForce(List.of(old, broken), TODAY, old.pack()::equals).of(null));
        assertEquals(Optional.of(broken), new InForce(List.of(old, broken), TODAY, pack -> false).of(null),
                "when none works the newest says why");
    }

    @Test
    void whatStandsInIsNamedAndIsWhatOneGoesBackTo() {
        OwnBinding oldest = bound(null, "0.9.0", "2025-01-01", true);
        OwnBinding old = bound(null, "1.0.0", SPRING, true);
        OwnBinding broken = bound(null, "1.1.0", SUMMER, true);
        InForce failing = new InForce(List.of(oldest, old, broken), TODAY, pack -> !pack.equals(broken.pack()));
        assertTrue(failing.isNewest(broken) && !failing.isInForce(broken));
        assertEquals(Optional.of(old), failing.insteadOf(broken));
        assertEquals(Optional.of(old), failing.before(broken));
        assertEquals(Optional.of(oldest), failing.before(old));
        assertEquals(Optional.empty(), failing.insteadOf(old));
        assertEquals(Optional.empty(), failing.insteadOf(oldest));
        InForce none = new InForce(List.of(old, broken), TODAY, pack -> false);
        assertEquals(Optional.empty(), none.insteadOf(broken), "when none works nothing stands in");
        assertEquals(Optional.of(old), none.before(broken));
    }

    @Test
    void withoutItTheOneBeforeHoldsThenThatOfTheUnitAbove() {
        OwnBinding whole = bound(null, "1.0.0", SPRING, true);
        OwnBinding office = bound(Chart.OFFICE, "1.1.0", SPRING, true);
        OwnBinding centre = bound(Chart.CENTRE, "2.0.0", SUMMER, true);
        List<UUID> upwards = List.of(Chart.CENTRE, Chart.OFFICE);
        assertEquals(Optional.of(office),
                new InForce(List.of(whole, office, centre), TODAY, pack -> true).without(centre, upwards));
        assertEquals(Optional.of(whole),
                new InForce(List.of(whole, centre), TODAY, pack -> true).without(centre, upwards));
        assertEquals(Optional.empty(), new InForce(List.of(whole), TODAY, pack -> true).without(whole, List.of()));
    }

    @Test
    void goesBackToAnotherVersionOfTheSameUnit() {
        OwnBinding other = bound(Chart.OFFICE, "0.9.0", SPRING, true);
        OwnBinding first = bound(null, "1.0.0", SPRING, true);
        OwnBinding changed = bound(null, "1.1.0", "2026-06-01", true);
        OwnBinding now = bound(null, "1.1.0", SUMMER, true);
        InForce bindings = new InForce(List.of(other, first, changed, now), TODAY, pack -> true);
        assertEquals(Optional.of(first), bindings.before(now), "other parameters are not another version");
        assertEquals(Optional.empty(), bindings.before(first));
    }

    @Test
    void goesBackToWhatWasReplacedOnTheSameDayOnlyWhenNothingElseIsThere() {
        OwnBinding replaced = bound(null, "1.1.0", SUMMER, false);
        OwnBinding now = bound(null, "1.0.0", SUMMER, true);
        assertEquals(Optional.of(replaced), new InForce(List.of(replaced, now), TODAY, pack -> true).before(now));
        OwnBinding kept = bound(null, "0.9.0", SPRING, true);
        assertEquals(Optional.of(kept), new InForce(List.of(kept, replaced, now), TODAY, pack -> true).before(now));
    }

    private OwnBinding bound(UUID unit, String version, String from, boolean enabled) {
        serial++;
        return new OwnBinding(new UUID(0x0193_0000_0000_7000L + serial, 1), unit, "region-uji", version, "{}",
                LocalDate.parse(from), enabled, "anna", Instant.EPOCH, null, null);
    }
}
