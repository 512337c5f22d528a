package id.capaian.access.boundary;

import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.keycloak.signon.Area;
import id.capaian.keycloak.signon.InvalidLogoutToken;
import id.capaian.keycloak.signon.LoggedOut;
import id.capaian.keycloak.signon.Redirection;
import id.capaian.keycloak.signon.SignInFlow;
import id.capaian.keycloak.signon.SignInOutcome;
import id.capaian.keycloak.signon.SignOut;
import id.capaian.registry.EndedSessions;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The pages around Keycloak's own: coming back from it, failing to, and signing out. */
@Path("/")
@ApplicationScoped
public class SignInPages {

    private static final Logger LOG = Logger.getLogger(SignInPages.class.getName());
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final String OUT = "/?keluar=ya";
    /** Keycloak could not be told: whoever opens this browser next is let in without a password. */
    private static final String HALF_OUT = "/?keluar=" + FrontPages.HALF;

    private final SignInFlow signIn;
    private final EndedSessions ended;
    private final Pages pages;

    SignInPages() {
        this(null, null, null);
    }

    @Inject
    SignInPages(SignInFlow signIn, EndedSessions ended, Pages pages) {
        this.signIn = signIn;
        this.ended = ended;
        this.pages = pages;
    }

    /** Where Keycloak sends people back to. */
    @GET
    @Path("sign-in/callback")
    @PermitAll
    public Response callback(@QueryParam("code") String code, @QueryParam("state") String state,
            @QueryParam("error") String error, @Context HttpHeaders headers) {
        SignInOutcome outcome = signIn.finish(code, state, error, cookies(headers));
        if (outcome instanceof SignInOutcome.SignedIn in) {
            return lead(SEE_OTHER, in.redirection());
        }
        return failed((SignInOutcome.Failed) outcome);
    }

    /** Signs in to an area as somebody else than the account the browser remembers. */
    @GET
    @Path("sign-in/lain/{area}")
    @PermitAll
    public Response anew(@PathParam("area") String word) {
        Area area = area(word);
        if (!signIn.isKeycloakUp()) {
            throw new ProblemException(Problem.SIGN_IN_UNAVAILABLE);
        }
        return lead(FOUND, signIn.startAnew(area, area.home()));
    }

    /** Signs out of an area, here and at Keycloak. */
    @POST
    @Path("{area}/keluar")
    @PermitAll
    public Response signOut(@PathParam("area") String word, @Context HttpHeaders headers) {
        SignOut out = signIn.signOut(area(word), cookies(headers), OUT, HALF_OUT);
        if (out.sessionId() != null) {
            end(out);
        }
        return lead(SEE_OTHER, out.redirection());
    }

    /** In any case this browser forgets the session: who opens a shared one next must not find it. */
    private void end(SignOut out) {
        try {
            ended.end(out.sessionId(), out.subject());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, out.endedAtKeycloak()
                    ? "A session ended at Keycloak alone; a copy of its cookie is good for minutes"
                    : "A session ended in its browser alone; a copy of its cookie is good until Keycloak ends it", e);
        }
    }

    /** Keycloak says that a session ended elsewhere. */
    @POST
    @Path("sign-in/backchannel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @PermitAll
    public Response backchannelLogout(MultivaluedMap<String, String> form) {
        // The whole form, because Jersey answers 500 to a stranger's request that has no form where a part is asked for.
        String token = form == null ? null : form.getFirst("logout_token");
        try {
            LoggedOut who = signIn.backchannelLogout(token == null ? "" : token);
            if (who.sessionId() != null) {
                ended.end(who.sessionId(), who.subject() == null ? "" : who.subject());
            } else {
                ended.endAllOf(who.subject());
            }
            return Response.ok().build();
        } catch (InvalidLogoutToken e) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
    }

    private Response failed(SignInOutcome.Failed failed) {
        String reason = failed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String home = failed.area() == null ? "/" : failed.area().home();
        String other = failed.reason() == SignInOutcome.Reason.NOT_ADMITTED ? "/sign-in/lain/" + failed.area().code() : null;
        Response page = pages.page(status(failed.reason()), "access/signin", new SignInView(reason, home, other));
        return withCookies(Response.fromResponse(page), failed.setCookies());
    }

    private static int status(SignInOutcome.Reason reason) {
        return switch (reason) {
            case STALE -> 400;
            case DENIED, NOT_ADMITTED -> 403;
            case UNAVAILABLE -> 503;
        };
    }

    private static Area area(String word) {
        return Area.ofPageWord(word).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static Response lead(int status, Redirection to) {
        return withCookies(Response.status(status).header(HttpHeaders.LOCATION, to.location()), to.setCookies());
    }

    private static Response withCookies(Response.ResponseBuilder answer, List<String> cookies) {
        cookies.forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }

    private static UnaryOperator<String> cookies(HttpHeaders headers) {
        return name -> {
            Cookie cookie = headers.getCookies().get(name);
            return cookie == null ? null : cookie.getValue();
        };
    }
}
