package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.load.scenario.WrittenDown.Verdict;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One entry written twice, another once, a third not at all. */
class WrittenDownTest {

    private static final UUID OFTEN = new UUID(0, 1);
    private static final UUID ONCE = new UUID(0, 2);
    private static final UUID NEVER = new UUID(0, 3);
    private static final List<UUID> ACKNOWLEDGED = List.of(OFTEN, ONCE, OFTEN);

    private static Verdict judge(Map<UUID, Long> risen, Map<UUID, Long> audited, long keys) {
        return WrittenDown.judge(ACKNOWLEDGED, risen, audited, keys);
    }

    private static Map<UUID, Long> counts(long often, long once, long never) {
        return Map.of(OFTEN, often, ONCE, once, NEVER, never);
    }

    @Test
    void isRightWhenVersionsAuditAndKeysAreThere() {
        assertEquals(new Verdict(3, 0, 0), judge(counts(2, 1, 0), Map.of(OFTEN, 2L, ONCE, 1L), 3));
    }

    @Test
    void findsWhatIsLost() {
        assertEquals(new Verdict(3, 1, 0), judge(counts(1, 1, 0), counts(1, 1, 0), 3), "version and audit of one");
        assertEquals(new Verdict(3, 1, 0), judge(counts(2, 1, 0), Map.of(OFTEN, 2L), 3), "the audit alone");
        assertEquals(new Verdict(3, 1, 0), judge(counts(2, 1, 0), counts(2, 1, 0), 2), "a key");
    }

    @Test
    void findsWhatHappenedTwiceOrWithoutBeingAcknowledged() {
        assertEquals(new Verdict(3, 0, 1), judge(counts(2, 2, 0), counts(2, 2, 0), 3), "one written twice");
        assertEquals(new Verdict(3, 0, 1), judge(counts(2, 1, 1), counts(2, 1, 1), 3), "one nobody was told of");
        assertEquals(new Verdict(3, 0, 1), judge(counts(2, 1, 0), counts(3, 1, 0), 3), "one audited twice");
    }

    @Test
    void doesNotWeighOneFaultAgainstAnother() {
        assertEquals(new Verdict(3, 1, 1), judge(counts(1, 2, 0), counts(1, 2, 0), 3));
    }
}
