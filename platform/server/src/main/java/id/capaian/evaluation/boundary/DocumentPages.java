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
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Documents of packs about a result, to be read and printed: who may see the one may see the other. */
@ApplicationScoped
@Path("/{tenant}/hasil/{evaluation}/dokumen")
@Produces(MediaType.TEXT_HTML)
public class DocumentPages {

    private final ReadDocuments readDocuments;
    private final Pages pages;

    DocumentPages() {
        this(null, null);
    }

    @Inject
    DocumentPages(ReadDocuments readDocuments, Pages pages) {
        this.readDocuments = readDocuments;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    public Response list(@PathParam("evaluation") UUID evaluationId) {
        return pages.page("evaluation/documentlist", new DocumentsView(evaluationId,
                new DocumentWords(pages.shell()).rows(readDocuments.of(evaluationId).documents())));
    }

    @GET
    @Path("/{document}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    public Response show(@PathParam("evaluation") UUID evaluationId, @PathParam("document") String documentId) {
        return pages.page("evaluation/document",
                new DocumentWords(pages.shell()).filled(readDocuments.one(evaluationId, documentId)));
    }
}
