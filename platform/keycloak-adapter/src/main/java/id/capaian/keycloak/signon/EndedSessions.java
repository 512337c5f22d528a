package id.capaian.keycloak.signon;

import java.time.Instant;

/**
 * Sessions that were ended before their time: back-channel logout, sign-out, a revoked role. Implemented by the server
 * over {@code registry.ended_session}; asked on every request, so it must answer from memory.
 */
public interface EndedSessions {

    /**
     * True when the session, or every session of the subject, was ended after {@code since}. The comparison matters:
     * Keycloak keeps its session id through a new silent sign-in, which must be let in.
     *
     * @param sessionId Keycloak's session id; null when the caller's token has none
     * @param subject   the account
     * @param since     when this session was signed in (cookie) or this token was issued (bearer)
     */
    boolean isEnded(String sessionId, String subject, Instant since);
}
