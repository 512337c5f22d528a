package id.capaian.keycloak.signon;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * People's sessions: opens the cookie, and when the access life is over asks Keycloak again. On most requests this is
 * one AES-GCM open and a look into memory.
 */
final class Sessions {

    private static final Logger LOG = System.getLogger(Sessions.class.getName());
    /** So long the answer to a refresh serves the other requests of the page that still carry the old cookie. */
    private static final long ANSWER_KEPT_MILLIS = 10_000;
    /** Longer than who asks is answered or gives up, the database's turn for the roles included. */
    private static final long JOINED_MILLIS = 5_000;
    /** At most half of those who work on requests at once, and usually more than one government has of them. */
    static final int ASKING = Math.min(28, Math.max(2, Runtime.getRuntime().availableProcessors() * 3 / 2));

    private final Cookies cookies;
    private final TokenEndpoint keycloak;
    private final TokenVerifier verifier;
    private final Admission admission;
    private final EndedSessions ended;
    private final Duration outage;
    private final Clock clock;
    private final ConcurrentHashMap<Refresh, Flight> flights = new ConcurrentHashMap<>();
    private final Semaphore asking = new Semaphore(ASKING);
    private volatile long nextSweep;

    Sessions(Cookies cookies, TokenEndpoint keycloak, TokenVerifier verifier, Admission admission, EndedSessions ended,
             Duration outage, Clock clock) {
        this.cookies = cookies;
        this.keycloak = keycloak;
        this.verifier = verifier;
        this.admission = admission;
        this.ended = ended;
        this.outage = outage;
        this.clock = clock;
    }

    /** What a cookie is worth. */
    sealed interface Finding {

        /**
         * A session that goes on.
         *
         * @param session   as it is now
         * @param setCookie header to send with the answer; null when the cookie stays as it is
         */
        record Live(Session session, String setCookie) implements Finding {
        }

        /** No session: never was one, ended, refused, or too long without word from Keycloak. */
        record Over() implements Finding {
        }
    }

    /** Finds out what the value of an area's cookie is worth. */
    Finding find(Area area, String cookie) {
        Session session = cookies.open(area, cookie);
        return session == null ? new Finding.Over() : find(session);
    }

    /** The same for a session out of the cookie. */
    Finding find(Session session) {
        if (isEnded(session)) {
            return new Finding.Over();
        }
        if (clock.millis() < session.accessUntil()) {
            return new Finding.Live(session, null);
        }
        return afterAccessLife(session);
    }

    /**
     * The session that new tokens make.
     *
     * @param signedInAt when the person signed in, milliseconds since 1970
     * @return empty when Keycloak's word does not open the area
     */
    Optional<Session> make(Area area, TokenAnswer.Granted granted, long signedInAt)
            throws InvalidToken, KeysUnavailable {
        VerifiedToken token = verifier.verify(granted.accessToken());
        if (token.sessionId() == null) {
            throw new InvalidToken("no session id");
        }
        long now = clock.millis();
        return admission.standing(area, token).map(standing -> new Session(area, token.subject(), token.displayName(),
                standing.employeeId(), standing.roles(), token.sessionId(), signedInAt,
                now + granted.seconds() * 1_000, now, granted.refreshToken()));
    }

    private boolean isEnded(Session session) {
        return ended.isEnded(session.sessionId(), session.subject(), Instant.ofEpochMilli(session.signedInAt()));
    }

    private Finding afterAccessLife(Session session) {
        Outcome outcome = refreshOnce(session);
        if (outcome.refused) {
            return new Finding.Over();
        }
        if (outcome.renewed != null) {
            return new Finding.Live(outcome.renewed, cookies.keep(outcome.renewed));
        }
        return mayGoOn(session) ? new Finding.Live(session, null) : new Finding.Over();
    }

    /** Whether a session was in order lately, as far as the cookie tells. */
    boolean isYoung(Session session) {
        return clock.millis() < session.accessUntil() || mayGoOn(session);
    }

    /** Whether Keycloak's last word on a session is young enough for it to go on without another. */
    private boolean mayGoOn(Session session) {
        return clock.millis() - session.lastGood() <= outage.toMillis();
    }

    /** A page's requests come together and all find the access life over: Keycloak is asked once for all of them. */
    private Outcome refreshOnce(Session session) {
        long now = clock.millis();
        sweep(now);
        Refresh refresh = new Refresh(session.area(), session.sessionId(), session.signedInAt(), session.accessUntil());
        Flight mine = new Flight(new CompletableFuture<>(), now + ANSWER_KEPT_MILLIS);
        Flight first = flights.compute(refresh, (key, flying) -> flying == null || flying.until <= now ? mine : flying);
        if (first != mine) {
            return join(first.outcome);
        }
        try {
            Outcome outcome = refresh(session);
            if (outcome.isUnreachable()) {
                flights.remove(refresh, mine);
            }
            mine.outcome.complete(outcome);
            return outcome;
        } catch (RuntimeException | Error e) {
            flights.remove(refresh, mine);
            mine.outcome.completeExceptionally(e);
            throw e;
        }
    }

    private static Outcome join(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(JOINED_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RolesUnavailable roles ? roles : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            return Outcome.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.UNREACHABLE;
        }
    }

    /** When Keycloak is slow, few of those who work here wait for it; the other sessions go on and ask a little later. */
    private Outcome refresh(Session session) {
        if (!asking.tryAcquire()) {
            return Outcome.UNREACHABLE;
        }
        TokenAnswer answer;
        try {
            answer = keycloak.refresh(session.refreshToken());
        } finally {
            asking.release();
        }
        if (answer instanceof TokenAnswer.Granted granted) {
            return renewed(session, granted);
        }
        if (answer instanceof TokenAnswer.Refused refused) {
            LOG.log(Level.INFO, "Session of {0} ended by Keycloak: {1}", session, refused.reason());
            return Outcome.REFUSED;
        }
        return Outcome.UNREACHABLE;
    }

    private Outcome renewed(Session session, TokenAnswer.Granted granted) {
        try {
            Optional<Session> renewed = make(session.area(), granted, session.signedInAt())
                    .filter(fresh -> fresh.subject().equals(session.subject()));
            return renewed.map(fresh -> new Outcome(fresh, false)).orElse(Outcome.REFUSED);
        } catch (InvalidToken e) {
            LOG.log(Level.WARNING, "Session of {0} ended, its new token is not good: {1}", session, e.getMessage());
            return Outcome.REFUSED;
        } catch (KeysUnavailable e) {
            return Outcome.UNREACHABLE;
        }
    }

    private void sweep(long now) {
        if (now >= nextSweep) {
            nextSweep = now + 1_000;
            flights.values().removeIf(flight -> flight.until <= now);
        }
    }

    /** What one refresh is about: this generation of this session. */
    private record Refresh(Area area, String sessionId, long signedInAt, long accessUntil) {
    }

    private record Flight(CompletableFuture<Outcome> outcome, long until) {
    }

    /** Renewed, refused, or neither: then Keycloak could not be reached. */
    private record Outcome(Session renewed, boolean refused) {

        static final Outcome REFUSED = new Outcome(null, true);
        static final Outcome UNREACHABLE = new Outcome(null, false);

        boolean isUnreachable() {
            return renewed == null && !refused;
        }
    }
}
