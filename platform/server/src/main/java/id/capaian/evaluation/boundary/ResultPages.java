package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.AnswerEvaluation;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.control.SubmitEvaluation;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;

/** The person's own evaluations: handing in, reading the result, answering. */
@ApplicationScoped
@Path("/{tenant}/hasil")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ResultPages {

    private static final String RESULT = "evaluation/result";

    private final ReadEvaluations readEvaluations;
    private final SubmitEvaluation submitEvaluation;
    private final AnswerEvaluation answerEvaluation;
    private final EvaluationScreen screen;
    private final Pages pages;

    ResultPages() {
        this(null, null, null, null, null);
    }

    @Inject
    ResultPages(ReadEvaluations readEvaluations, SubmitEvaluation submitEvaluation, AnswerEvaluation answerEvaluation,
            EvaluationScreen screen, Pages pages) {
        this.readEvaluations = readEvaluations;
        this.submitEvaluation = submitEvaluation;
        this.answerEvaluation = answerEvaluation;
        this.screen = screen;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.EMPLOYEE)
    public Response list() {
        return pages.page("evaluation/results", readEvaluations.own());
    }

    @GET
    @Path("/{evaluation}")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response show(@PathParam("evaluation") UUID id) {
        return screen.show(RESULT, id);
    }

    @POST
    @Path("/{evaluation}/periksa-ulang")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response recompute(@PathParam("evaluation") UUID id) {
        return screen.recompute(id, "/hasil/" + id);
    }

    @POST
    @Path("/{evaluation}/ajukan")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response submit(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.submitted", () ->
                submitEvaluation.submit(id, Forms.change(form), Forms.text(form, "confirmed") != null));
    }

    @POST
    @Path("/{evaluation}/tarik")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response withdraw(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.withdrawn", () -> submitEvaluation.withdraw(id, Forms.change(form)));
    }

    @POST
    @Path("/{evaluation}/terima")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response acknowledge(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.acknowledged", () -> answerEvaluation.acknowledge(id, Forms.change(form)));
    }

    @POST
    @Path("/{evaluation}/keberatan")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response object(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.objected", () -> answerEvaluation.object(id, Forms.change(form),
                new TextInput(Forms.text(form, "reason"))));
    }

    private Response act(UUID id, MultivaluedMap<String, String> form, String flash, Supplier<EvaluationView> act) {
        return screen.act(RESULT, id, form, () -> {
            act.get();
            return pages.seeOther(pages.here("/hasil/" + id), flash);
        });
    }
}
