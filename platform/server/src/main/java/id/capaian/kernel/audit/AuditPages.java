package id.capaian.kernel.audit;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Where the regional admin has the audit verified. It is asked for, because it reads the whole of it. */
@ApplicationScoped
@Path("/{tenant}/audit")
@Produces(MediaType.TEXT_HTML)
public class AuditPages {

    private static final String TEMPLATE = "kernel/audit";

    private final VerifyAudit verifyAudit;
    private final Pages pages;

    AuditPages() {
        this(null, null);
    }

    @Inject
    AuditPages(VerifyAudit verifyAudit, Pages pages) {
        this.verifyAudit = verifyAudit;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param report null before it was asked for
     */
    public record AuditView(AuditReport report) {
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(TEMPLATE, new AuditView(null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response verify() {
        return pages.page(TEMPLATE, new AuditView(verifyAudit.verify()));
    }
}
