package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ReadDocuments;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Documents of packs about a result that was told, for machines; in the language asked for. */
@ApplicationScoped
@Path("/api/{tenant}/evaluations/{evaluation}/documents")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private final ReadDocuments readDocuments;
    private final Pages pages;

    DocumentResource() {
        this(null, null);
    }

    @Inject
    DocumentResource(ReadDocuments readDocuments, Pages pages) {
        this.readDocuments = readDocuments;
        this.pages = pages;
    }

    /** None before the result was told, and none without a score of a pack. */
    @GET
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    @Operation(summary = "The documents the pack offers with a result that was told")
    public DocumentsView list(@PathParam("evaluation") UUID evaluationId) {
        return new DocumentsView(evaluationId,
                new DocumentWords(pages.shell()).rows(readDocuments.of(evaluationId).documents()));
    }

    @GET
    @Path("/{document}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    @Operation(summary = "One of these documents with the result filled in; it changes nothing and is no official form")
    public DocumentView read(@PathParam("evaluation") UUID evaluationId, @PathParam("document") String documentId) {
        return new DocumentWords(pages.shell()).filled(readDocuments.one(evaluationId, documentId));
    }
}
