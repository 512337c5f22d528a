package id.capaian.keycloak.signon;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/** Decides about every request: who is it, and may they go on? Knows no servlet, so that every case can be tested. */
final class SignOnDesk {

    private static final Logger LOG = System.getLogger(SignOnDesk.class.getName());
    private static final String BEARER = "Bearer ";
    private static final Verdict.Header CHALLENGE = new Verdict.Header("WWW-Authenticate", "Bearer realm=\"capaian\"");
    private static final Verdict.Header BAD_TOKEN =
            new Verdict.Header("WWW-Authenticate", "Bearer realm=\"capaian\", error=\"invalid_token\"");
    private static final Verdict.Header NO_STORE = new Verdict.Header("Cache-Control", "no-store");
    /** Keycloak restarts within a minute; asking twice as often brings nobody in sooner. */
    private static final Verdict.Header LATER = new Verdict.Header("Retry-After", "30");

    private final Cookies cookies;
    private final Sessions sessions;
    private final BearerCallers bearers;
    private final TenantRegistry tenants;
    private final SignInFlow signIn;

    SignOnDesk(Cookies cookies, Sessions sessions, BearerCallers bearers, TenantRegistry tenants, SignInFlow signIn) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.bearers = bearers;
        this.tenants = tenants;
        this.signIn = signIn;
    }

    Verdict decide(Ask ask) {
        Address address = Address.of(ask.path());
        if (address == Address.MALFORMED) {
            return Verdict.Stop.refuse(404, Refusal.Reason.MALFORMED, null, List.of());
        }
        Area area = address.area();
        if (area == null || address.open() || area.tenant() != null && !tenants.isActive(area.tenant())) {
            return Verdict.Pass.PASS;
        }
        try {
            String token = bearer(ask.authorization());
            return token != null ? byToken(area, token) : byCookie(ask, address);
        } catch (RolesUnavailable e) {
            LOG.log(Level.WARNING, "Roles of " + area.code() + " cannot be read", e.getCause());
            return Verdict.Stop.refuse(503, Refusal.Reason.ROLES_AWAY, area, List.of(LATER, NO_STORE));
        }
    }

    /** The session whose cookie a request brings for the area it is about; null when it brings none, or a token. */
    Session opened(Ask ask) {
        Area area = Address.of(ask.path()).area();
        String cookie = area == null || bearer(ask.authorization()) != null
                ? null : ask.cookies().apply(cookies.sessionName(area));
        return cookie == null ? null : cookies.open(area, cookie);
    }

    /** Whether a request brings a young session, the one opened, or a token that was good before in its area. */
    boolean knows(Ask ask, Session opened) {
        if (opened != null) {
            return sessions.isYoung(opened);
        }
        String token = bearer(ask.authorization());
        return token != null && bearers.remembers(Address.of(ask.path()).area(), token);
    }

    private static String bearer(String authorization) {
        boolean present = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return present ? authorization.substring(BEARER.length()).strip() : null;
    }

    private Verdict byToken(Area area, String token) {
        try {
            return bearers.admit(area, token).<Verdict>map(caller -> new Verdict.Admit(caller, null))
                    .orElseGet(() -> Verdict.Stop.refuse(403, Refusal.Reason.OTHER_AREA, area, List.of(NO_STORE)));
        } catch (InvalidToken e) {
            LOG.log(Level.DEBUG, "Token refused in {0}: {1}", area.code(), e.getMessage());
            return Verdict.Stop.refuse(401, Refusal.Reason.NOT_SIGNED_ON, area, List.of(BAD_TOKEN, NO_STORE));
        } catch (KeysUnavailable e) {
            LOG.log(Level.WARNING, "Keycloak's keys cannot be read and none are known");
            return Verdict.Stop.refuse(503, Refusal.Reason.KEYCLOAK_AWAY, area, List.of(LATER, NO_STORE));
        }
    }

    private Verdict byCookie(Ask ask, Address address) {
        String cookie = ask.cookies().apply(cookies.sessionName(address.area()));
        if (cookie == null) {
            return stranger(ask, address, List.of());
        }
        Sessions.Finding finding = ask.opened() != null
                ? sessions.find(ask.opened()) : sessions.find(address.area(), cookie);
        if (finding instanceof Sessions.Finding.Live live) {
            return new Verdict.Admit(live.session().toSignedOn(), live.setCookie());
        }
        return stranger(ask, address, List.of(setCookie(cookies.forget(address.area()))));
    }

    private Verdict stranger(Ask ask, Address address, List<Verdict.Header> forget) {
        List<Verdict.Header> headers = new ArrayList<>(forget);
        headers.add(NO_STORE);
        if (address.api() || !ask.opensPage()) {
            headers.add(CHALLENGE);
            if (ask.htmx()) {
                // The page around the part is as signed out as the part: loading it again leads to the sign-in.
                headers.add(new Verdict.Header("HX-Refresh", "true"));
            }
            return Verdict.Stop.refuse(401, Refusal.Reason.NOT_SIGNED_ON, address.area(), headers);
        }
        if (!signIn.isKeycloakUp()) {
            headers.add(LATER);
            return Verdict.Stop.refuse(503, Refusal.Reason.KEYCLOAK_AWAY, address.area(), headers);
        }
        Redirection redirection = signIn.start(address.area(), ask.pathAndQuery());
        redirection.setCookies().forEach(cookie -> headers.add(setCookie(cookie)));
        headers.add(new Verdict.Header("Location", redirection.location()));
        return new Verdict.Stop(302, headers, null);
    }

    private static Verdict.Header setCookie(String value) {
        return new Verdict.Header("Set-Cookie", value);
    }
}
