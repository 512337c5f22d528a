package id.capaian.people.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.control.ImportAnswer;
import id.capaian.people.control.ImportFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Files of people, units and figures, for {@code deploy/local/up} and for a government's own. */
@Path("/api/{tenant}/imports")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ImportsResource {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final ImportFile importFile;

    ImportsResource() {
        this(null);
    }

    @Inject
    ImportsResource(ImportFile importFile) {
        this.importFile = importFile;
    }

    /**
     * Takes a whole file or nothing of it.
     *
     * @param kind   units, positions, people, assignments, rater-lines, role-grants, indicator-values
     * @param dryRun judge and count only
     * @throws ProblemException {@link Problem#IMPORT_REFUSED} with row, column and remedy;
     *                          {@link Problem#BODY_TOO_LARGE} above 16 MB
     */
    @POST
    @Path("/{kind}")
    @Consumes({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream"})
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Takes a file of people, units or figures; the whole file or nothing of it")
    public ImportAnswer take(@PathParam("kind") String kind,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, InputStream body) throws IOException {
        return importFile.run(kind, bytes(body), dryRun);
    }

    /**
     * A whole file, read before the use case begins: whoever sends slowly would hold a connection otherwise.
     *
     * @throws ProblemException {@link Problem#BODY_TOO_LARGE} above 16 MB
     */
    static byte[] bytes(InputStream body) throws IOException {
        byte[] file = body.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw new ProblemException(Problem.BODY_TOO_LARGE);
        }
        return file;
    }
}
