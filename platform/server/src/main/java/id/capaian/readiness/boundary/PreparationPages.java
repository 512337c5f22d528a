package id.capaian.readiness.boundary;

import id.capaian.extension.PackEnabling;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.readiness.control.GoLive;
import id.capaian.readiness.control.GoLive.Gone;
import id.capaian.readiness.control.Preparation;
import id.capaian.readiness.control.ReadPreparation;
import id.capaian.readiness.control.Rehearse;
import id.capaian.readiness.control.Rehearse.Rehearsed;
import id.capaian.readiness.control.Step;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Where the regional admin of a new government sees what is still to be done, rehearses, and goes live. */
@ApplicationScoped
@Path("/{tenant}/persiapan")
@Produces(MediaType.TEXT_HTML)
public class PreparationPages {

    private static final String TEMPLATE = "readiness/preparation";
    private static final String HOME = "/persiapan";

    private final ReadPreparation readPreparation;
    private final Rehearse rehearse;
    private final GoLive goLive;
    private final PackEnabling packs;
    private final Pages pages;
    private final Visit visit;
    private final Caller caller;

    PreparationPages() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    PreparationPages(ReadPreparation readPreparation, Rehearse rehearse, GoLive goLive, PackEnabling packs, Pages pages,
            Visit visit, Caller caller) {
        this.readPreparation = readPreparation;
        this.rehearse = rehearse;
        this.goLive = goLive;
        this.packs = packs;
        this.pages = pages;
        this.visit = visit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(TEMPLATE, view(null, List.of(), "", FieldErrors.NONE));
    }

    /** Enables an offered pack as it is, from the first day of the period that would open. */
    @POST
    @Path("/paket")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response enable(@FormParam("pack") String pack) {
        Preparation now = readPreparation.read();
        String[] chosen = pack == null ? new String[0] : pack.split(" ");
        if (chosen.length != 2) {
            return wrong("pack", "readiness.pack.choose");
        }
        if (now.toOpen().isEmpty()) {
            return wrong("pack", "readiness.pack.no-period");
        }
        try {
            packs.enable(chosen[0], chosen[1], now.toOpen().get(0).startsOn(), visit.language().locale());
        } catch (ProblemException e) {
            if (e.problem() != Problem.PACK_NOT_READY && e.problem() != Problem.PACK_NOT_OFFERED) {
                throw e;
            }
            return wrong("pack", "readiness.pack.not-ready");
        }
        return pages.seeOther(pages.here(HOME), "readiness.pack.enabled");
    }

    /** Plays the rehearsal and shows what happened. */
    @POST
    @Path("/gladi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response rehearse() {
        Rehearsed played = rehearse.rehearse();
        return pages.page(TEMPLATE, view(played, List.of(), "", FieldErrors.NONE));
    }

    @POST
    @Path("/mulai")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response go(@FormParam("confirm") String typed) {
        Gone gone = goLive.go(typed);
        return switch (gone.outcome()) {
            case LIVE -> pages.seeOther(pages.here("/"), "readiness.go.done");
            case BLOCKED -> pages.again(TEMPLATE, view(null, gone.blocking(), "", FieldErrors.NONE));
            case NOT_CONFIRMED -> pages.again(TEMPLATE, view(null, List.of(), typed == null ? "" : typed,
                    error("confirm", pages.text("readiness.go.wrong", caller.tenant()))));
        };
    }

    private Response wrong(String field, String key) {
        return pages.again(TEMPLATE, view(null, List.of(), "", error(field, pages.text(key))));
    }

    private static FieldErrors error(String field, String detail) {
        return new FieldErrors(List.of(new FieldProblem(field, detail)));
    }

    private PreparationView view(Rehearsed played, List<Step> blocking, String typed, FieldErrors errors) {
        Preparation now = readPreparation.read();
        boolean enabled = now.steps().stream().anyMatch(step -> step.kind() == Step.Kind.PACK && !step.blocks());
        List<Option> offers = enabled || now.live() ? List.of() : packs.offers().stream()
                .map(offer -> new Option(offer.packId() + " " + offer.version(),
                        offer.name(visit.language().tag()) + " " + offer.version())).toList();
        return new PreparationView(now, offers, played, blocking, typed, caller.tenant().value(), errors);
    }
}
