package id.capaian.keycloak.signon;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/**
 * The container's side of sign-on: translates between the servlet request and {@link SignOnDesk}, answers what it stops
 * and lets the others on with the caller's roles. A filter and no authentication mechanism of the container: why is in
 * {@code platform/docs/adr/004-sign-on-is-a-filter.md}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SignOnFilter extends HttpFilter {

    /** Attribute of a request whose session was opened before it came here: once is enough. */
    static final String OPENED = Session.class.getName();

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignOn signOn;
    @Inject
    private transient Instance<RefusalPages> pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Verdict verdict = signOn.desk().decide(ask(request));
        if (verdict instanceof Verdict.Stop stop) {
            answer(request, response, stop);
        } else if (verdict instanceof Verdict.Admit admit) {
            if (admit.setCookie() != null) {
                response.addHeader("Set-Cookie", admit.setCookie());
            }
            admit.caller().putInto(request);
            chain.doFilter(new CallersRequest(request, admit.caller()), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static Ask ask(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return new Ask(request.getMethod(), path, request.getQueryString(), request.getHeader("Accept"),
                request.getHeader("HX-Request") != null, request.getHeader("Authorization"),
                name -> cookie(request.getCookies(), name), (Session) request.getAttribute(OPENED));
    }

    private static String cookie(Cookie[] cookies, String name) {
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Verdict.Stop stop)
            throws IOException {
        response.setStatus(stop.status());
        stop.headers().forEach(header -> put(response, header));
        if (stop.refusal() != null && pages.isResolvable()) {
            pages.get().write(request, response, stop.refusal());
        }
    }

    /** Of cookies there may be several; any other header replaces what a filter before has said. */
    private static void put(HttpServletResponse response, Verdict.Header header) {
        if (header.name().equals("Set-Cookie")) {
            response.addHeader(header.name(), header.value());
        } else {
            response.setHeader(header.name(), header.value());
        }
    }

    /** The request as whatever comes after sees it. */
    private static final class CallersRequest extends HttpServletRequestWrapper {

        private final SignedOn caller;

        CallersRequest(HttpServletRequest request, SignedOn caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.roles().contains(role);
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public String getRemoteUser() {
            return caller.subject();
        }
    }
}
