package id.capaian.keycloak.signon;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;
import java.time.Clock;

/** Puts the parts of sign-on together. One per server; thread-safe. */
public final class SignOn implements AutoCloseable {

    private final TokenVerifier verifier;
    private final SignOnDesk desk;
    private final SignInFlow signIn;
    private final FormTokens formTokens;

    /**
     * @param settings settings
     * @param roles    the tenants' roles
     * @param ended    sessions ended before their time
     * @param tenants  which tenants are active
     * @param clock    real time; the movable clock of a test profile is none of sign-on's business
     */
    public SignOn(SignOnSettings settings, RoleSource roles, EndedSessions ended, TenantRegistry tenants, Clock clock) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TokenEndpoint.CONNECT).build();
        Cookies cookies = new Cookies(new Seal(settings.keys()), settings.secure());
        Reachability reachability = new Reachability(http, settings.issuer(), clock::millis);
        TokenEndpoint keycloak = new TokenEndpoint(http, reachability, settings);
        Admission admission = new Admission(roles);
        this.verifier = new TokenVerifier(settings, clock);
        Sessions sessions = new Sessions(cookies, keycloak, verifier, admission, ended, settings.outage(), clock);
        this.signIn = new SignInFlow(settings, cookies, keycloak, reachability, verifier, sessions, clock);
        this.desk = new SignOnDesk(cookies, sessions, new BearerCallers(verifier, admission, ended, clock), tenants,
                signIn);
        this.formTokens = new FormTokens(settings.keys(), clock);
    }

    SignOnDesk desk() {
        return desk;
    }

    /**
     * Whether a request carries a young session of the area it is about, or a token that was good in it before. Costs no
     * question to anybody; the session may be over even so, and who is strange may come in later.
     */
    public boolean knows(HttpServletRequest request) {
        Ask ask = SignOnFilter.ask(request);
        Session opened = desk.opened(ask);
        request.setAttribute(SignOnFilter.OPENED, opened);
        return desk.knows(ask, opened);
    }

    /** Signing in and out of people. */
    public SignInFlow signIn() {
        return signIn;
    }

    /** Tokens in forms. */
    public FormTokens formTokens() {
        return formTokens;
    }

    /** Stops the background fetch of Keycloak's keys. */
    @Override
    public void close() {
        verifier.close();
    }
}
