package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.PeriodUnfinished;
import id.capaian.planning.boundary.PeriodsView.Refusal;
import id.capaian.planning.boundary.PeriodsView.Typed;
import id.capaian.planning.control.ExtendPeriod;
import id.capaian.planning.control.ExtendPeriod.ExtensionInput;
import id.capaian.planning.control.MovePeriod;
import id.capaian.planning.entity.PeriodStatus;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Where the regional admin opens and closes the assessment periods, and gives units more time. */
@ApplicationScoped
@Path("/{tenant}/periode")
@Produces(MediaType.TEXT_HTML)
public class PeriodPages {

    private static final String TEMPLATE = "planning/periods";
    private static final String HOME = "/periode";

    private final MovePeriod periods;
    private final ExtendPeriod extendPeriod;
    private final Pages pages;

    PeriodPages() {
        this(null, null, null);
    }

    @Inject
    PeriodPages(MovePeriod periods, ExtendPeriod extendPeriod, Pages pages) {
        this.periods = periods;
        this.extendPeriod = extendPeriod;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(TEMPLATE, view(null, Typed.NOTHING, FieldErrors.NONE));
    }

    @POST
    @Path("/{period}/status")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response move(@PathParam("period") UUID periodId, @FormParam("version") String version,
            @FormParam("status") PeriodStatus wanted, @FormParam("key") String key) {
        try {
            periods.move(periodId, Versions.of(version), wanted, key);
            return pages.seeOther(pages.here(HOME), "planning.periods.moved");
        } catch (PeriodUnfinished e) {
            return refused(new Refusal(pages.text("problem.evaluations-unfinished.detail-with", e.count()), e.pieces(),
                    e.count()));
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case VERSION_STALE, IDEMPOTENCY_KEY_REUSED -> refused(new Refusal(pages.text("planning.periods.stale"),
                        List.of(), 0));
                default -> throw e;
            };
        }
    }

    private Response refused(Refusal refusal) {
        return pages.again(TEMPLATE, view(refusal, Typed.NOTHING, FieldErrors.NONE));
    }

    /** Gives a unit more time, or with a version changes what it has. */
    @POST
    @Path("/perpanjangan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response extend(MultivaluedMap<String, String> form) {
        Typed typed = new Typed(text(form, "period"), text(form, "unit"), text(form, "until"), text(form, "reason"));
        String version = form.getFirst("version");
        try {
            extendPeriod.extend(id("period", typed.period()), id("unit", typed.unit()),
                    version == null || version.isEmpty() ? null : Versions.of(version),
                    new ExtensionInput(day(typed.until()), typed.reason()), form.getFirst("key"));
            return pages.seeOther(pages.here(HOME), "planning.extension.given");
        } catch (ProblemException e) {
            FieldProblem told = switch (e.problem()) {
                case INVALID_INPUT -> said(e.fields().get(0).field());
                case REASON_NEEDED -> new FieldProblem("reason", pages.text("planning.reason.short"));
                case VERSION_STALE -> new FieldProblem("unit", pages.text("planning.extension.stale"));
                case MOVE_NOT_ALLOWED -> said("period");
                default -> throw e;
            };
            return pages.again(TEMPLATE, view(null, typed, new FieldErrors(List.of(told))));
        }
    }

    @POST
    @Path("/{period}/perpanjangan/{unit}/cabut")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response withdraw(@PathParam("period") UUID periodId, @PathParam("unit") UUID orgUnitId,
            @FormParam("version") String version) {
        extendPeriod.withdraw(periodId, orgUnitId, Versions.of(version));
        return pages.seeOther(pages.here(HOME), "planning.extension.withdrawn");
    }

    private FieldProblem said(String field) {
        String name = field.equals("openUntil") ? "until" : field;
        return new FieldProblem(name, pages.text("planning.extension.wrong." + name));
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw wrong(field);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("until");
        }
    }

    private static ProblemException wrong(String field) {
        return ProblemException.ofFields(Problem.INVALID_INPUT,
                List.of(new FieldProblem(field, "not chosen")));
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String text = form.getFirst(name);
        return text == null ? "" : text.strip();
    }

    private PeriodsView view(Refusal refusal, Typed typed, FieldErrors errors) {
        List<Option> units = extendPeriod.units().stream()
                .map(unit -> new Option(unit.orgUnitId().toString(), unit.name())).toList();
        return new PeriodsView(periods.all(), extendPeriod.all(), units, refusal, typed, errors,
                UUID.randomUUID().toString());
    }
}
