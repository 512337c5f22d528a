package id.capaian.kernel.page;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;

/** Notes where the reader is and in which language, and remembers a language that was chosen. */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 900)
public class VisitFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String PARAMETER = "bahasa";
    /** Holds the language a reader has chosen. */
    public static final String COOKIE = "capaian-bahasa";
    private static final int A_YEAR = 365 * 24 * 3600;

    private final Visit visit;

    VisitFilter() {
        this(null);
    }

    @Inject
    VisitFilter(Visit visit) {
        this.visit = visit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        var flash = request.getCookies().get(Flash.COOKIE);
        Language language = language(request, path);
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        String method = request.getMethod();
        visit.at(path, () -> Visit.again(method, path, query), () -> switchHref(request, path, language), language,
                flash == null ? null : flash.getValue(),
                Visit.isForMachine(path, request.getHeaderString(HttpHeaders.ACCEPT)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String chosen = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        if (chosen != null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, new NewCookie.Builder(COOKIE)
                    .value(Language.of(chosen).tag()).path("/").maxAge(A_YEAR).httpOnly(true)
                    .sameSite(NewCookie.SameSite.LAX).build());
        }
    }

    /** People read Indonesian until they choose otherwise, whatever their computer was set up with; machines may ask. */
    private static Language language(ContainerRequestContext request, String path) {
        String chosen = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        if (chosen != null) {
            return Language.of(chosen);
        }
        var kept = request.getCookies().get(COOKIE);
        if (kept == null && path.startsWith("/api/")) {
            return Language.accepted(request.getAcceptableLanguages());
        }
        return Language.of(kept == null ? null : kept.getValue());
    }

    private static String switchHref(ContainerRequestContext request, String path, Language language) {
        var builder = request.getUriInfo().getRequestUriBuilder();
        if (!"GET".equals(request.getMethod())) {
            // A form's address may not answer GET: lead to the start of the section instead.
            return path.substring(0, Math.max(path.indexOf('/', 1), 0)) + "/?" + PARAMETER + '=' + language.other().tag();
        }
        String query = builder.replaceQueryParam(PARAMETER, language.other().tag()).build().getRawQuery();
        return path + '?' + query;
    }
}
