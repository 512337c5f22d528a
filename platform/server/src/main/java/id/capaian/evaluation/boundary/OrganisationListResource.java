package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.FixOrganisationPredicate;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What organisations achieved in a period, for machines. */
@ApplicationScoped
@Path("/api/{tenant}/organisation-predicates")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationListResource {

    private final FixOrganisationPredicate fixOrganisationPredicate;

    OrganisationListResource() {
        this(null);
    }

    @Inject
    OrganisationListResource(FixOrganisationPredicate fixOrganisationPredicate) {
        this.fixOrganisationPredicate = fixOrganisationPredicate;
    }

    @GET
    @RolesAllowed({Roles.UNIT_HEAD, Roles.PERF_MANAGER, Roles.REGION_HR_ADMIN})
    @Operation(summary = "What the organisations the caller sees achieved in a period")
    public OrganisationView list(@QueryParam("period") String period) {
        return fixOrganisationPredicate.list(period);
    }
}
