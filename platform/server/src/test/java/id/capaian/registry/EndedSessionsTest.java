package id.capaian.registry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final Registry registry = new Registry();
    private final EndedSessions sessions = new EndedSessions(registry, null);

    @Test
    void anEndedSessionIsEndedAndItsNeighbourIsNot() {
        registry.know(new RegistrySnapshot(Map.of(), Map.of("s1", NOON)));
        assertTrue(sessions.isEnded("s1", "budi", NOON.minusSeconds(60)));
        assertFalse(sessions.isEnded("s2", "budi", NOON.minusSeconds(60)));
    }

    @Test
    void endingAllOfAPersonLeavesLaterSessionsAndOtherPeople() {
        registry.know(new RegistrySnapshot(Map.of(), Map.of(EndedSessions.allOf("budi"), NOON)));
        assertTrue(sessions.isEnded("s1", "budi", NOON));
        assertFalse(sessions.isEnded("s2", "budi", NOON.plusSeconds(1)));
        assertFalse(sessions.isEnded("s3", "sari", NOON.minusSeconds(60)));
    }

    @Test
    void nothingIsAnsweredBeforeTheRegistryWasRead() {
        assertThrows(ProblemException.class, () -> sessions.isEnded("s1", "budi", NOON));
    }
}
