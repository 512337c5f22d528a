package id.capaian.keycloak.signon;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

/**
 * Answers the requests that {@link CapaianSignOn} stopped, and lets the others on with the caller's roles. It is a
 * filter of its own because a body written inside an authentication mechanism gets lost in Payara, and
 * {@code sendError} there calls the mechanism a second time.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SignOnFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SignOnFilter.class.getName();

    @Inject
    private transient Instance<RefusalPages> pages;

    static void stop(HttpServletRequest request, Verdict.Stop stop) {
        request.setAttribute(ATTRIBUTE, stop);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Verdict.Stop stop = (Verdict.Stop) request.getAttribute(ATTRIBUTE);
        if (stop == null) {
            Optional<SignedOn> caller = SignedOn.of(request);
            chain.doFilter(caller.isPresent() ? new CallersRequest(request, caller.get()) : request, response);
            return;
        }
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

    /**
     * The request as the REST layer sees it. The container knows only roles that some annotation or descriptor
     * declares, and calls its policy provider for each question; this answers from the caller.
     */
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
    }
}
