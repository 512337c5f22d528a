package id.capaian.kernel.health;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts requests by tenant and kind of answer, and writes one JSON line a request when the logger
 * {@code id.capaian.kernel.health.RequestLog} is set to FINE. Neither holds a name or a number of a person: the path
 * carries ids only, and its query is left out.
 */
@Provider
@ApplicationScoped
@PreMatching
@Priority(1)
public class RequestLog implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(RequestLog.class.getName());
    private static final String STARTED = RequestLog.class.getName();
    private static final String COUNTER = "capaian_requests";

    private final Caller caller;
    private final Clock clock;
    private final MetricRegistry metrics;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    RequestLog() {
        this(null, null, null);
    }

    @Inject
    RequestLog(Caller caller, Clock clock, MetricRegistry metrics) {
        this.caller = caller;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (LOG.isLoggable(Level.FINE)) {
            request.setProperty(STARTED, clock.millis());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String tenant = caller.tenantIfAny().map(TenantCode::value).orElse("-");
        counter(tenant, response.getStatus() / 100).inc();
        if (LOG.isLoggable(Level.FINE)) {
            LOG.fine(line(request, response, tenant));
        }
    }

    /**
     * Only tenants the registry knows become labels, so their number is bounded. Kept, because the registry finds a
     * counter by sorting its labels each time.
     */
    private Counter counter(String tenant, int hundreds) {
        return counters.computeIfAbsent(tenant + hundreds, key -> metrics.counter(COUNTER,
                new Tag("tenant", tenant), new Tag("status", hundreds + "xx")));
    }

    private String line(ContainerRequestContext request, ContainerResponseContext response, String tenant) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("request", caller.requestId());
        line.put("tenant", tenant);
        line.put("method", request.getMethod());
        line.put("path", request.getUriInfo().getRequestUri().getRawPath());
        line.put("status", response.getStatus());
        if (request.getProperty(STARTED) instanceof Long started) {
            line.put("millis", clock.millis() - started);
        }
        return Json.write(line);
    }
}
