package id.capaian.kernel.health;

import id.capaian.kernel.identity.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every answer carries, whoever makes it: pages, API, sign-on, or the container's health, metrics and OpenAPI.
 */
public class AnswerHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Caller caller;
    @Inject
    private transient SafetyHeaders safety;
    @Inject
    private transient Drain drain;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(Arrival.REQUEST_ID, caller.requestId());
        safety.write(response::setHeader);
        if (drain.hasBegun()) {
            // Whoever keeps this connection would find it cut at its next request.
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
