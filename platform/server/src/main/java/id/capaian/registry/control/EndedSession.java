package id.capaian.registry.control;

import java.time.Instant;

/**
 * The end of a session, or of all a person had.
 *
 * @param sessionId as the sign-in service names it, or {@link id.capaian.registry.EndedSessions#allOf}
 * @param endedAt   by the clock of the node that ended it; null of a mere boundary
 * @param notedAt   by the clock of the database
 */
public record EndedSession(String sessionId, Instant endedAt, Instant notedAt) {

    /** Comes after all that was noted before a moment, and before all that was noted at it or later. */
    static EndedSession before(Instant moment) {
        return new EndedSession("", null, moment);
    }
}
