package id.capaian.kernel.audit;

import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The audit, verified now: every entry against its seal, every seal against the one before it. */
@ApplicationScoped
@Path("/api/{tenant}/audit-report")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    private final VerifyAudit verifyAudit;

    AuditResource() {
        this(null);
    }

    @Inject
    AuditResource(VerifyAudit verifyAudit) {
        this.verifyAudit = verifyAudit;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Verifies the audit now: every entry against its seal, every seal against the one before")
    public AuditReport report() {
        return verifyAudit.verify();
    }
}
