package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.CivilNumber;
import id.capaian.planning.control.EndPlan;
import id.capaian.planning.control.ReadPlans.PersonPlans;
import id.capaian.planning.control.ReadPlans;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the regional admin ends a person's plan: closes it on a day, or cancels one that was never in force. The person
 * is looked for in a form that is sent, not by an address, so that no civil number stands in a log.
 */
@ApplicationScoped
@Path("/{tenant}/skp/kelola")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.REGION_HR_ADMIN)
public class ManagePages {

    private static final String TEMPLATE = "planning/manage";
    private static final String NUMBER = "nip";

    private final ReadPlans readPlans;
    private final EndPlan endPlan;
    private final Pages pages;

    ManagePages() {
        this(null, null, null);
    }

    @Inject
    ManagePages(ReadPlans readPlans, EndPlan endPlan, Pages pages) {
        this.readPlans = readPlans;
        this.endPlan = endPlan;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param number  civil number as typed, empty at first
     * @param found   null until somebody was found
     * @param lastDay last day as typed, empty at first
     * @param done    key of what was just done, null when nothing was
     * @param key     idempotency key of the page's forms
     */
    public record ManageView(String number, PersonPlans found, String lastDay, FieldErrors errors, String done,
            String key) {

        /** Name of the field that takes the last day of a plan. */
        public static String lastDayField(UUID skpId) {
            return "lastDay-" + skpId;
        }
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(TEMPLATE, view("", null, "", List.of(), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response find(@FormParam(NUMBER) String number) {
        return answer(number, null);
    }

    @POST
    @Path("/{plan}/tutup")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response close(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam("lastDay") String lastDay, @FormParam(NUMBER) String number, @FormParam("key") String key) {
        LocalDate day = day(lastDay);
        if (day == null) {
            return again(number, lastDay, new FieldProblem(ManageView.lastDayField(skpId),
                    pages.text("planning.manage.day.wrong")));
        }
        return act(skpId, number, lastDay, "planning.manage.closed",
                () -> endPlan.close(skpId, Versions.of(version), day, key));
    }

    @POST
    @Path("/{plan}/batalkan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response cancel(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(NUMBER) String number, @FormParam("key") String key) {
        return act(skpId, number, "", "planning.manage.cancelled",
                () -> endPlan.cancel(skpId, Versions.of(version), key));
    }

    private Response act(UUID skpId, String number, String lastDay, String done, Runnable act) {
        try {
            act.run();
            return answer(number, done);
        } catch (ProblemException e) {
            FieldProblem told = switch (e.problem()) {
                case INVALID_INPUT -> new FieldProblem(ManageView.lastDayField(skpId),
                        pages.text("planning.manage.day.outside"));
                case MOVE_NOT_ALLOWED -> new FieldProblem("plan", pages.text("planning.manage.not-allowed"));
                case VERSION_STALE, IDEMPOTENCY_KEY_REUSED -> new FieldProblem("plan", pages.text("planning.stale"));
                default -> throw e;
            };
            return again(number, lastDay, told);
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Response answer(String number, String done) {
        return found(number).map(found -> pages.page(TEMPLATE, view(number, found, "", List.of(), done)))
                .orElseGet(() -> unknown(number));
    }

    private Response again(String number, String lastDay, FieldProblem told) {
        return found(number).map(found -> pages.again(TEMPLATE, view(number, found, lastDay, List.of(told), null)))
                .orElseGet(() -> unknown(number));
    }

    private Response unknown(String number) {
        return pages.again(TEMPLATE, view(number, null, "",
                List.of(new FieldProblem(NUMBER, pages.text("planning.manage.unknown"))), null));
    }

    private Optional<PersonPlans> found(String number) {
        String digits = CivilNumber.compact(number == null ? "" : number);
        return CivilNumber.isWellFormed(digits) ? readPlans.ofPerson(new CivilNumber(digits)) : Optional.empty();
    }

    private static ManageView view(String number, PersonPlans found, String lastDay, List<FieldProblem> wrong,
            String done) {
        return new ManageView(number == null ? "" : number, found, lastDay, new FieldErrors(wrong), done,
                UUID.randomUUID().toString());
    }
}
