package id.capaian.keycloak.signon;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers the requests that {@link CapaianSignOn} stopped. It is a filter of its own because a body written inside an
 * authentication mechanism gets lost in Payara, and {@code sendError} there calls the mechanism a second time.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SignOnStop extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = SignOnStop.class.getName();

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
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(stop.status());
        stop.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        if (stop.refusal() != null && pages.isResolvable()) {
            pages.get().write(request, response, stop.refusal());
        }
    }
}
