package id.capaian.progress.boundary;

import id.capaian.kernel.files.FileStore;
import id.capaian.kernel.files.Received;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.JudgementView;
import id.capaian.progress.ProgressView;
import id.capaian.progress.Review;
import id.capaian.progress.control.AttachEvidence;
import id.capaian.progress.control.JudgeProgress;
import id.capaian.progress.control.ListReviews;
import id.capaian.progress.control.ProgressInput;
import id.capaian.progress.control.ReadProgress;
import id.capaian.progress.control.SaveProgress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Progress for machines: the same use cases as the pages. */
@ApplicationScoped
@Path("/api/{tenant}/progress")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProgressResource {

    private final SaveProgress saveProgress;
    private final AttachEvidence attachEvidence;
    private final JudgeProgress judgeProgress;
    private final ReadProgress readProgress;
    private final ListReviews listReviews;
    private final FileStore files;

    ProgressResource() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ProgressResource(SaveProgress saveProgress, AttachEvidence attachEvidence, JudgeProgress judgeProgress,
            ReadProgress readProgress, ListReviews listReviews, FileStore files) {
        this.saveProgress = saveProgress;
        this.attachEvidence = attachEvidence;
        this.judgeProgress = judgeProgress;
        this.readProgress = readProgress;
        this.listReviews = listReviews;
        this.files = files;
    }

    /**
     * A first entry for an indicator of the own plan.
     *
     * @param period code or id of the period; null for the one people work in now
     */
    public record NewProgressInput(@NotNull UUID individualIndicatorId, String period,
            @NotNull @Valid ProgressInput progress) {
    }

    /**
     * Whether the rater accepts the entry.
     *
     * @param reason what is missing, at least ten characters; null when accepted
     */
    public record JudgementInput(boolean accepted, @Size(max = 2000) String reason) {
    }

    @POST
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Records the first progress of an indicator in a period")
    @APIResponseSchema(value = ProgressView.class, responseCode = "201")
    public Response create(@NotNull @Valid NewProgressInput input, @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers) {
        ProgressView made = saveProgress.forIndicator(
                input.individualIndicatorId(), input.period(), input.progress(), null, key, locale(headers));
        return Response.status(Response.Status.CREATED).entity(made).tag(tag(made)).build();
    }

    @PUT
    @Path("/{entry}")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Changes an own progress entry")
    @APIResponseSchema(ProgressView.class)
    public Response save(@PathParam("entry") UUID entryId, @NotNull @Valid ProgressInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers) {
        ProgressView saved = saveProgress.forEntry(entryId, input, version(ifMatch), key, locale(headers));
        return Response.ok(saved).tag(tag(saved)).build();
    }

    @POST
    @Path("/{entry}/evidence")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Attaches a file to an own entry")
    @APIResponseSchema(ProgressView.class)
    public Response attach(@PathParam("entry") UUID entryId, @HeaderParam("Content-Disposition") String disposition,
            InputStream content) {
        String name = disposition == null ? null : disposition.replaceAll(".*filename=\"?([^\";]+)\"?.*", "$1");
        try (Received file = files.receive(content, AttachEvidence.LARGEST)) {
            return Response.ok(attachEvidence.attach(entryId, name, file)).build();
        }
    }

    /** An own entry, or one of somebody the caller rates. */
    @GET
    @Path("/{entry}")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "An own entry, or one of somebody the caller rates")
    @APIResponseSchema(ProgressView.class)
    public Response show(@PathParam("entry") UUID entryId) {
        ProgressView found = readProgress.entry(entryId);
        return Response.ok(found).tag(tag(found)).build();
    }

    /** Takes a file back. */
    @DELETE
    @Path("/evidence/{evidence}")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Takes a file back")
    public ProgressView remove(@PathParam("evidence") UUID evidenceId) {
        return attachEvidence.remove(evidenceId);
    }

    @PUT
    @Path("/{entry}/judgement")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The rater accepts the entry, or says what is missing")
    @APIResponseSchema(ProgressView.class)
    public Response judge(@PathParam("entry") UUID entryId, @NotNull @Valid JudgementInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam("Idempotency-Key") String key) {
        ProgressView judged =
                judgeProgress.judge(entryId, input.accepted(), input.reason(), version(ifMatch), key);
        return Response.ok(judged).tag(tag(judged)).build();
    }

    /** The people whose progress the caller judges, and how much of it waits. */
    @GET
    @Path("/reviews")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The people whose progress the caller judges, and how many entries wait")
    public List<Review> reviews() {
        return listReviews.mine();
    }

    /** What raters decided about an entry, oldest first. */
    @GET
    @Path("/{entry}/judgements")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "What raters decided about an entry, oldest first")
    public List<JudgementView> judgements(@PathParam("entry") UUID entryId) {
        return readProgress.judgements(entryId);
    }

    private static long version(String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        try {
            return Long.parseLong(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
    }

    private static EntityTag tag(ProgressView view) {
        return new EntityTag(Long.toString(view.version()));
    }

    private static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ROOT);
    }
}
