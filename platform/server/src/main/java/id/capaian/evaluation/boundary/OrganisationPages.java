package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.FixOrganisationPredicate;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What organisations achieved: leadership fixes it, those who advise recommend it. */
@ApplicationScoped
@Path("/{tenant}/organisasi")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class OrganisationPages {

    private static final String TEMPLATE = "evaluation/organisation";

    private final FixOrganisationPredicate fixOrganisationPredicate;
    private final ReadEvaluations readEvaluations;
    private final Spoken spoken;
    private final Pages pages;

    OrganisationPages() {
        this(null, null, null, null);
    }

    @Inject
    OrganisationPages(FixOrganisationPredicate fixOrganisationPredicate, ReadEvaluations readEvaluations, Spoken spoken,
            Pages pages) {
        this.fixOrganisationPredicate = fixOrganisationPredicate;
        this.readEvaluations = readEvaluations;
        this.spoken = spoken;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({Roles.UNIT_HEAD, Roles.PERF_MANAGER, Roles.REGION_HR_ADMIN})
    public Response list(@QueryParam("periode") String period) {
        return pages.page(TEMPLATE, view(period, FieldErrors.NONE, null, new OrganisationInput(null, null)));
    }

    @POST
    @Path("/{unit}")
    @RolesAllowed(Roles.UNIT_HEAD)
    public Response fix(@PathParam("unit") UUID unitId, MultivaluedMap<String, String> form) {
        return act(unitId, form, () -> fixOrganisationPredicate.fix(unitId, Forms.text(form, "periode"),
                Forms.change(form), input(form)));
    }

    @POST
    @Path("/{unit}/usulan")
    @RolesAllowed(Roles.PERF_MANAGER)
    public Response recommend(@PathParam("unit") UUID unitId, MultivaluedMap<String, String> form) {
        return act(unitId, form, () -> fixOrganisationPredicate.recommend(unitId, Forms.text(form, "periode"),
                Forms.change(form), input(form)));
    }

    private Response act(UUID unitId, MultivaluedMap<String, String> form, Runnable act) {
        String period = Forms.text(form, "periode");
        try {
            spoken.speak(() -> {
                act.run();
                return unitId;
            });
            return pages.seeOther(pages.here("/organisasi?periode=" + readEvaluations.period(period).code()),
                    "evaluation.organisation.saved");
        } catch (ProblemException problem) {
            return switch (problem.problem()) {
                case REASON_NEEDED, INVALID_INPUT, VERSION_STALE, MOVE_NOT_ALLOWED, PERIOD_NOT_OPEN ->
                        pages.again(TEMPLATE, view(period, errors(problem), unitId, input(form)));
                default -> throw problem;
            };
        }
    }

    private FieldErrors errors(ProblemException problem) {
        return problem.fields().isEmpty() ? new FieldErrors(List.of(new FieldProblem("form",
                pages.text("problem." + problem.problem().slug() + ".detail")))) : new FieldErrors(problem.fields());
    }

    private static OrganisationInput input(MultivaluedMap<String, String> form) {
        return new OrganisationInput(Forms.text(form, "achievement"), Forms.text(form, "reason"));
    }

    private OrganisationPageView view(String period, FieldErrors errors, UUID unitId, OrganisationInput typed) {
        List<Option> periods = readEvaluations.periods().stream().map(one -> new Option(one.code(),
                one.name())).toList();
        List<Option> achievements = Arrays.stream(OrganisationAchievement.values()).map(one ->
                new Option(one.name(), pages.text("evaluation.achievement." + one.name()))).toList();
        return new OrganisationPageView(fixOrganisationPredicate.list(period), periods, achievements, errors, unitId,
                typed,
                UUID.randomUUID().toString());
    }
}
