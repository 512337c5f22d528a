package id.capaian.kernel.health;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Ids;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** Gives each request an id, the one the proxy sent or a new one; logs, audit and answers carry it. */
@Provider
@ApplicationScoped
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1000)
public class RequestIds implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "X-Request-Id";

    private final Caller caller;
    private final Clock clock;

    RequestIds() {
        this(null, null);
    }

    @Inject
    RequestIds(Caller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String sent = request.getHeaderString(HEADER);
        caller.inRequest(sent != null && sent.matches("[A-Za-z0-9._-]{8,64}") ? sent : Ids.next(clock.millis()).toString());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, caller.requestId());
    }
}
