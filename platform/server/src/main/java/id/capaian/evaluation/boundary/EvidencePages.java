package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.OpenEvidence;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Attachment;
import id.capaian.progress.EvidenceFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Evidence of an evaluation: who may see the one may open the other. */
@ApplicationScoped
@Path("/{tenant}/tim/{evaluation}/bukti")
@Produces(MediaType.WILDCARD)
public class EvidencePages {

    private final OpenEvidence openEvidence;

    EvidencePages() {
        this(null);
    }

    @Inject
    EvidencePages(OpenEvidence openEvidence) {
        this.openEvidence = openEvidence;
    }

    @GET
    @Path("/{evidence}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    public Response download(@PathParam("evaluation") UUID evaluationId, @PathParam("evidence") UUID evidenceId) {
        EvidenceFile file = openEvidence.open(evaluationId, evidenceId);
        return Attachment.of(file.fileName(), file.mediaType(), file.content());
    }
}
