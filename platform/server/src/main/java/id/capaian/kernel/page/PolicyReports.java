package id.capaian.kernel.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
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
    /** Bytes; browsers write one or two thousand. */
    static final int LARGEST = 16 * 1024;
    private static final String REPORT = "csp-report";
    private static final Set<String> FIELDS = Set.of("violated-directive", "document-uri", "blocked-uri");

    private final MetricRegistry metrics;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    PolicyReports() {
        this(null);
    }

    @Inject
    PolicyReports(MetricRegistry metrics) {
        this.metrics = metrics;
    }

    /** 204 whatever it says: a browser has no use for an answer. Anybody may call, so no more is read than reports have. */
    @POST
    @Consumes({"application/csp-report", "application/json"})
    @PermitAll
    public Response report(InputStream body) throws IOException {
        byte[] report = body.readNBytes(LARGEST + 1);
        if (report.length > LARGEST) {
            throw ProblemException.of(Problem.BODY_TOO_LARGE, LARGEST / 1024 + " KiB");
        }
        metrics.counter("capaian_csp_reports").inc();
        String kind = kind(report);
        if (logged.size() < KINDS && logged.add(kind)) {
            LOG.log(Level.WARNING, "Content security policy refused {0}", kind);
        }
        return Response.noContent().build();
    }

    /** What was refused where, in a line of the log. */
    static String kind(byte[] report) {
        Map<String, String> said = new HashMap<>();
        try (JsonParser json = Json.mapper().createParser(report)) {
            json.nextToken();
            read(json, REPORT, said);
        } catch (IOException e) {
            return "something in a report that is no JSON";
        }
        return plain(said, "violated-directive") + " on " + plain(said, "document-uri") + " of "
                + plain(said, "blocked-uri");
    }

    /** Reads an object's texts; of what lies in it, only the report's own. */
    private static void read(JsonParser json, String inner, Map<String, String> said) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            return;
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (field.equals(inner)) {
                read(json, null, said);
            } else if (inner == null && json.currentToken() == JsonToken.VALUE_STRING && FIELDS.contains(field)) {
                said.put(field, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    /** Without query (it may hold what somebody typed) and without what could forge a line of the log. */
    private static String plain(Map<String, String> said, String field) {
        String text = said.getOrDefault(field, "");
        String short100 = text.length() > 100 ? text.substring(0, 100) : text;
        return short100.replaceAll("\\?.*", "").replaceAll("[^A-Za-z0-9:/._ -]", "?");
    }
}
