package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ReadDistribution;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** The distribution of predicates in a unit, and where somebody says why it departs from the pattern. */
@ApplicationScoped
@Path("/{tenant}/distribusi/{unit}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DistributionPages {

    private static final String PAGE = "evaluation/distributions";

    private final ReadDistribution readDistribution;
    private final Spoken spoken;
    private final Pages pages;

    DistributionPages() {
        this(null, null, null);
    }

    @Inject
    DistributionPages(ReadDistribution readDistribution, Spoken spoken, Pages pages) {
        this.readDistribution = readDistribution;
        this.spoken = spoken;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD, Roles.PERF_MANAGER, Roles.REGION_HR_ADMIN})
    public Response show(@PathParam("unit") UUID unitId, @QueryParam("periode") String period) {
        return pages.page(PAGE, view(unitId, period, FieldErrors.NONE, null));
    }

    @POST
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD})
    public Response justify(@PathParam("unit") UUID unitId, MultivaluedMap<String, String> form) {
        String period = Forms.text(form, "periode");
        String reason = Forms.text(form, "reason");
        try {
            DistributionView kept = spoken.speak(() ->
                    readDistribution.justify(unitId, period, Forms.change(form), new TextInput(reason)));
            return pages.seeOther(pages.here("/distribusi/" + unitId + "?periode=" + kept.periodCode()),
                    "evaluation.distribution.saved");
        } catch (ProblemException problem) {
            FieldErrors told = switch (problem.problem()) {
                case REASON_NEEDED -> new FieldErrors(problem.fields());
                case VERSION_STALE, IDEMPOTENCY_KEY_REUSED -> whole("evaluation.distribution.stale");
                case ORGANISATION_PREDICATE_NOT_FIXED -> whole("evaluation.distribution.unfixed");
                default -> throw problem;
            };
            return pages.again(PAGE, view(unitId, period, told, reason));
        }
    }

    private FieldErrors whole(String key) {
        return new FieldErrors(List.of(new FieldProblem("form", pages.text(key))));
    }

    private DistributionPageView view(UUID unitId, String period, FieldErrors errors, String typed) {
        return new DistributionPageView(readDistribution.of(unitId, period), errors, typed,
                UUID.randomUUID().toString());
    }
}
