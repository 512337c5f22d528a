package id.capaian.kernel.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.kernel.json.Json;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Takes browsers' reports of what the content security policy refused: counted all, logged once of a kind. */
@Path("/problems/csp-report")
@ApplicationScoped
public class PolicyReports {

    private static final Logger LOG = Logger.getLogger(PolicyReports.class.getName());
    /** Anybody may send reports; so many kinds are logged and no more. */
    private static final int KINDS = 100;

    private final MetricRegistry metrics;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    PolicyReports() {
        this(null);
    }

    @Inject
    PolicyReports(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    /** Always 204: a browser has no use for an answer. */
    @POST
    @Consumes({"application/csp-report", "application/json"})
    @PermitAll
    public Response report(String body) {
        metrics.counter("capaian_csp_reports").inc();
        String kind = kind(body);
        if (logged.size() < KINDS && logged.add(kind)) {
            LOG.log(Level.WARNING, "Content security policy refused {0}", kind);
        }
        return Response.noContent().build();
    }

    private static String kind(String body) {
        try {
            JsonNode report = Json.mapper().readTree(body).path("csp-report");
            return plain(report.path("violated-directive").asText()) + " on " + plain(report.path("document-uri").asText())
                    + " of " + plain(report.path("blocked-uri").asText());
        } catch (JsonProcessingException e) {
            return "something in a report that is no JSON";
        }
    }

    /** Without query (it may hold what somebody typed) and without what could forge a line of the log. */
    private static String plain(String text) {
        String short100 = text.length() > 100 ? text.substring(0, 100) : text;
        return short100.replaceAll("\\?.*", "").replaceAll("[^A-Za-z0-9:/._ -]", "?");
    }
}
