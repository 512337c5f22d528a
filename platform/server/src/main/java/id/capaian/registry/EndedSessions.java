package id.capaian.registry;

import id.capaian.registry.control.EndSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Sessions that must not go on although their cookie is still good. A node knows of an end at most about 2 s late. */
@ApplicationScoped
public class EndedSessions {

    private static final String SUBJECT = "subject:";

    private final Registry registry;
    private final EndSession endSession;

    EndedSessions() {
        this(null, null);
    }

    @Inject
    EndedSessions(Registry registry, EndSession endSession) {
        this.registry = registry;
        this.endSession = endSession;
    }

    /**
     * Whether a session was ended, by itself or with all sessions of its person.
     *
     * @param sessionId  the session's id as the sign-in service names it; null when it named none
     * @param subject    subject of the account
     * @param signedOnAt when the session began; an end of all sessions does not touch later ones
     */
    public boolean isEnded(String sessionId, String subject, Instant signedOnAt) {
        Map<String, Instant> ended = registry.snapshot().endedSessions();
        return sessionId != null && isBefore(signedOnAt, ended.get(sessionId))
                || isBefore(signedOnAt, ended.get(allOf(subject)));
    }

    /** Keycloak keeps a session's id through a new, silent sign-in: that one must be let in. */
    private static boolean isBefore(Instant signedOnAt, Instant end) {
        return end != null && !signedOnAt.isAfter(end);
    }

    /** Ends one session on every node; not to be called inside a tenant's use case. */
    public void end(String sessionId, String subject) {
        endSession.one(sessionId, subject);
    }

    /** Ends every session the person has now, on every node; not to be called inside a tenant's use case. */
    public void endAllOf(String subject) {
        endSession.allOf(subject);
    }

    /** Id under which the end of all sessions of a person is kept. */
    public static String allOf(String subject) {
        return SUBJECT + subject;
    }
}
