package id.capaian.keycloak.signon;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Signing in and out of people: code flow with PKCE, run by the server. Knows no HTTP framework; the server's sign-in
 * pages pass in what the browser sent and send out what is returned.
 *
 * <p>Where a method takes cookies, it takes a function from a cookie's name to its value (null when there is none).
 */
public final class SignInFlow {

    private static final Logger LOG = System.getLogger(SignInFlow.class.getName());
    private static final String OWN_PROVIDER = "masuk=pemda";
    /** Keycloak's are three parts of letters, digits and dashes. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._~-]{1,512}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SignOnSettings settings;
    private final Cookies cookies;
    private final TokenEndpoint keycloak;
    private final Reachability reachability;
    private final TokenVerifier verifier;
    private final Sessions sessions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInFlow(SignOnSettings settings, Cookies cookies, TokenEndpoint keycloak, Reachability reachability,
               TokenVerifier verifier, Sessions sessions, Clock clock) {
        this.settings = settings;
        this.cookies = cookies;
        this.keycloak = keycloak;
        this.reachability = reachability;
        this.verifier = verifier;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** True when Keycloak answers; takes a second at most, and is remembered for five. */
    public boolean isKeycloakUp() {
        return reachability.isUp();
    }

    /**
     * Sends somebody to Keycloak.
     *
     * @param area     where they want to sign in
     * @param returnTo path and query to come back to; anything but a page of the area becomes the area's first page
     */
    public Redirection start(Area area, String returnTo) {
        return start(area, returnTo, "");
    }

    /** As {@link #start}, but Keycloak asks for an account even when it knows one: for signing in as somebody else. */
    public Redirection startAnew(Area area, String returnTo) {
        return start(area, returnTo, "&prompt=login");
    }

    /**
     * Finishes a sign-in when the browser comes back.
     *
     * @param code         {@code code} of Keycloak's answer; null when it has none
     * @param state        {@code state} of Keycloak's answer; null when it has none
     * @param error        {@code error} of Keycloak's answer; null when it has none
     * @param cookieValues the browser's cookies
     */
    public SignInOutcome finish(String code, String state, String error, UnaryOperator<String> cookieValues) {
        PendingSignIn pending = state == null ? null : pending(state, cookieValues);
        if (pending == null) {
            return new SignInOutcome.Failed(null, SignInOutcome.Reason.STALE, List.of());
        }
        if (code == null) {
            boolean later = "temporarily_unavailable".equals(error) || "server_error".equals(error);
            return failed(pending, later ? SignInOutcome.Reason.UNAVAILABLE : SignInOutcome.Reason.DENIED);
        }
        if (!CODE.matcher(code).matches()) {
            // Whoever makes up a code must not have Keycloak stumble over it.
            return failed(pending, SignInOutcome.Reason.STALE);
        }
        long signedInAt = clock.millis();
        TokenAnswer answer = keycloak.redeem(code, pending.verifier());
        if (answer instanceof TokenAnswer.Granted granted) {
            return admit(pending, granted, signedInAt);
        }
        return failed(pending, answer instanceof TokenAnswer.Refused
                ? SignInOutcome.Reason.STALE : SignInOutcome.Reason.UNAVAILABLE);
    }

    /**
     * Signs out of an area: ends Keycloak's session from server to server (no confirmation page, no token in an
     * address) and removes the cookie.
     *
     * @param area         the area
     * @param cookieValues the browser's cookies
     * @param afterwards   path on our host to go to, chosen by the server, never taken from the request
     * @param halfDone     the same, for when Keycloak could not be told
     */
    public SignOut signOut(Area area, UnaryOperator<String> cookieValues, String afterwards, String halfDone) {
        String value = cookieValues.apply(cookies.sessionName(area));
        Session session = value == null ? null : cookies.open(area, value);
        boolean ended = session == null || keycloak.end(session.refreshToken());
        Redirection redirection = new Redirection(settings.baseUrl() + (ended ? afterwards : halfDone),
                List.of(cookies.forget(area)));
        return session == null ? new SignOut(redirection, null, null, true)
                : new SignOut(redirection, session.sessionId(), session.subject(), ended);
    }

    /**
     * Checks Keycloak's back-channel logout call.
     *
     * @param logoutToken form field {@code logout_token}
     * @return whom it is about, to be written to {@code registry.ended_session}
     * @throws InvalidLogoutToken when it does not come from Keycloak or cannot be checked now; answer 400
     */
    public LoggedOut backchannelLogout(String logoutToken) throws InvalidLogoutToken {
        try {
            return verifier.verifyLogout(logoutToken);
        } catch (InvalidToken | KeysUnavailable e) {
            LOG.log(Level.WARNING, "Back-channel logout not accepted: {0}", e.getMessage());
            throw new InvalidLogoutToken(e.getMessage());
        }
    }

    private Redirection start(Area area, String returnTo, String prompt) {
        PendingSignIn pending = new PendingSignIn(area, randomText(16), randomText(32),
                ReturnAddress.within(area, returnTo), clock.millis());
        String location = settings.endpoint("auth") + "?response_type=code&client_id="
                + TokenEndpoint.encode(settings.clientId())
                + "&redirect_uri=" + TokenEndpoint.encode(settings.callback())
                + "&scope=" + TokenEndpoint.encode(area.scope())
                + "&state=" + pending.state()
                + "&code_challenge_method=S256&code_challenge=" + challenge(pending.verifier())
                + hint(area, pending.returnTo()) + prompt;
        return new Redirection(location, List.of(cookies.keep(pending)));
    }

    /** Who comes by a government's own link is sent on to its identity provider, whose name is the tenant's code. */
    private static String hint(Area area, String returnTo) {
        int query = returnTo.indexOf('?');
        boolean wanted = area.tenant() != null && query >= 0
                && List.of(returnTo.substring(query + 1).split("&")).contains(OWN_PROVIDER);
        return wanted ? "&kc_idp_hint=" + TokenEndpoint.encode(area.tenant()) : "";
    }

    private PendingSignIn pending(String state, UnaryOperator<String> cookieValues) {
        String value = cookieValues.apply(cookies.signInName(state));
        return value == null ? null : cookies.openSignIn(state, value, clock.millis());
    }

    private SignInOutcome admit(PendingSignIn pending, TokenAnswer.Granted granted, long signedInAt) {
        try {
            Optional<Session> session = sessions.make(pending.area(), granted, signedInAt);
            if (session.isEmpty()) {
                return failed(pending, SignInOutcome.Reason.NOT_ADMITTED);
            }
            List<String> setCookies = new ArrayList<>();
            setCookies.add(cookies.keep(session.get()));
            setCookies.add(cookies.forgetSignIn(pending.state()));
            return new SignInOutcome.SignedIn(new Redirection(settings.baseUrl() + pending.returnTo(), setCookies));
        } catch (InvalidToken e) {
            LOG.log(Level.ERROR, "Keycloak issued a token not good for us: {0}; has client {1} the audience {2}?",
                    e.getMessage(), settings.clientId(), settings.audience());
            return failed(pending, SignInOutcome.Reason.DENIED);
        } catch (KeysUnavailable e) {
            return failed(pending, SignInOutcome.Reason.UNAVAILABLE);
        } catch (RolesUnavailable e) {
            LOG.log(Level.WARNING, "Roles cannot be read", e.getCause());
            return failed(pending, SignInOutcome.Reason.UNAVAILABLE);
        }
    }

    private SignInOutcome failed(PendingSignIn pending, SignInOutcome.Reason reason) {
        return new SignInOutcome.Failed(pending.area(), reason, List.of(cookies.forgetSignIn(pending.state())));
    }

    private String randomText(int bytes) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        return BASE64.encodeToString(content);
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
